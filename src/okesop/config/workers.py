"""The workers that `okesop serve` keeps: started with it, started again when they die, ended with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from okesop.config.work import BESIDE

REFUSED = 2
SECONDS_TO_STOP = 10
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
COMMAND = [sys.executable, "-m", "okesop.cli", "work", BESIDE]


@contextmanager
def kept(count: int) -> Iterator[None]:
    """Keep so many workers running for the time of the block."""
    stop = Event()
    keepers = [Thread(target=_keep, args=(stop,), daemon=True) for _one in range(count)]
    for keeper in keepers:
        keeper.start()
    try:
        yield
    finally:
        stop.set()
        for keeper in keepers:
            keeper.join()


def is_up_to_date() -> bool:
    """Tell whether the database has the tables that this version of the product needs."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _keep(stop: Event) -> None:
    pause = SHORTEST_PAUSE
    while not stop.is_set():
        worker = subprocess.Popen(COMMAND, stdin=subprocess.DEVNULL)  # noqa: S603 -- ourselves
        lived = _until_it_ends(worker, stop)
        # One that dies at once, again and again, must not keep the machine busy.
        pause = SHORTEST_PAUSE if lived else min(pause * 2, LONGEST_PAUSE)
        stop.wait(pause)


def _until_it_ends(worker: "subprocess.Popen[bytes]", stop: Event) -> bool:
    """Wait for the worker or for the end of the server; tell whether it lived for a while."""
    seconds = 0.0
    while worker.poll() is None and not stop.wait(0.2):
        seconds += 0.2
    if worker.poll() is None:
        worker.terminate()
        try:
            worker.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:  # its task is long: it goes back after the lease
            worker.kill()
            worker.wait()
    return seconds > LONGEST_PAUSE
