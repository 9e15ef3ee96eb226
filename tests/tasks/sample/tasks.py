"""Tasks that leave a trace in a file, for workers in real processes."""

import os
import signal
import time
from pathlib import Path

from django.db import transaction

from okesop.tasks import Outcome, enqueue, report, task


def note(path, word):
    with Path(path).open("a") as file:  # one short line at a time: appended whole
        file.write(f"{word}\n")


@task("sample.write")
def write(path, word):
    note(path, word)


@task("sample.held")
def held(path, word):
    """Start, and end only when somebody allows it."""
    note(path, f"start {word}")
    while not Path(f"{path}.go").exists():
        time.sleep(0.02)
    note(path, f"end {word}")


@task("sample.long")
def long(path, seconds):
    note(path, "start")
    time.sleep(seconds)
    note(path, "end")


@task("sample.dies")
def dies(path):
    note(path, "start")
    os.kill(os.getpid(), signal.SIGKILL)


@task("sample.fails", attempts=3)
def fails(path):
    note(path, "start")
    raise ValueError("the printer is on fire")


@task("sample.takes_back", attempts=1)
def takes_back(path):
    with transaction.atomic():
        enqueue(write, path, "never")
        note(path, "taken back")
        raise ValueError("taken back")


@task("sample.counts")
def counts(total):
    for done in range(total):
        report(done + 1, total)
    return Outcome(f"{total} selesai", "/sop/")
