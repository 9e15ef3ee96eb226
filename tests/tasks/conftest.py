"""Both engines, and workers in processes of their own."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction
from tests.tasks.sample import tasks as sample

from okesop.tasks import engines

ROOT = Path(__file__).parents[2]
LEASE = 2
PATIENCE = 90  # seconds: a busy machine may take its time, a lost task never comes


@pytest.fixture(params=["embedded", "procrastinate"])
def engine(request, settings):
    """One of the engines, as the settings name it."""
    if request.param == "procrastinate" and connection.vendor != "postgresql":
        pytest.skip("Procrastinate needs PostgreSQL")
    settings.TASK_ENGINE = request.param
    return engines.current()


@pytest.fixture
def queue(engine, transactional_db):
    """The engine on a database that other processes see."""
    yield engine
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs")
            cursor.execute("DELETE FROM procrastinate_workers")


@pytest.fixture
def trace(tmp_path):
    """The file in which tasks leave their traces."""
    path = tmp_path / "trace"
    path.touch()
    return path


def lines(trace):
    return trace.read_text().splitlines()


def put(task, *args, **options):
    with transaction.atomic():
        sample.enqueue(task, *args, **options)


def environment(settings, **more):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.tasks.worker_settings",
        "OKESOP_TEST_NAME": str(connection.settings_dict["NAME"]),
        "OKESOP_TASKS": settings.TASK_ENGINE,
        "OKESOP_TASK_LEASE": str(LEASE),
        "OKESOP_TASK_BACKOFF": "0",
        "OKESOP_LOG_LEVEL": "CRITICAL",
        **more,
    }


@contextmanager
def worker(settings, **more):
    command = [sys.executable, "-m", "okesop.cli", "work"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(settings, **more)) as process:
        try:
            yield process
        finally:
            process.kill()


def until(condition, what):
    """Ask the database (or a trace) again and again, with an end to patience."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"never: {what}")
        time.sleep(0.05)


def idle(engine):
    counts = engine.counts()
    return counts[engines.State.WAITING] + counts[engines.State.RUNNING] == 0
