"""What a queue must be able to do, and which one the settings name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from importlib import import_module
from threading import Event
from typing import Any, Protocol, cast

from django.conf import settings

ENGINES = {
    "embedded": "okesop.tasks.engines.embedded",
    "procrastinate": "okesop.tasks.engines.outgrown",
}


class State(StrEnum):
    """Where a call is."""

    WAITING = "waiting"
    RUNNING = "running"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Call:
    """What is queued. ``waits`` is the handle of the progress that a person looks at, if one does."""

    task: str
    args: Sequence[Any]
    key: str | None = None
    delay: timedelta | None = None
    priority: int = 0
    waits: str = ""

    def payload(self) -> dict[str, Any]:
        """Return what is stored of it, as JSON can hold it."""
        return {"task": self.task, "args": list(self.args), "waits": self.waits}


@dataclass(frozen=True, slots=True)
class Row:
    """A queued call as an administrator sees it; ``at`` is when it came into its state or will be run."""

    ref: str
    task: str
    args: Sequence[Any]
    waits: str
    attempt: int
    at: datetime | None


class Engine(Protocol):
    """A queue in the database."""

    def add(self, call: Call) -> None:
        """Store a call in the caller's transaction."""

    def counts(self) -> Mapping[State, int]:
        """Return how many calls there are in each state."""

    def rows(self, state: State, most: int) -> list[Row]:
        """Return the calls of a state, the newest first; of those that wait the next first."""

    def alive(self) -> int:
        """Return how many workers gave a sign of life within the lease."""

    def again(self, ref: str) -> Row | None:
        """Put a failed call back, with all its attempts; None where it is not failed (any more)."""

    def drop(self, ref: str) -> Row | None:
        """Take a failed call out of the queue; None where it is not failed (any more)."""

    def rescue(self) -> int:
        """Put back, or fail after the last attempt, what dead workers ran; return how many calls."""

    def take_waiting(self) -> list[Call]:
        """Take every waiting call out of the queue, in the caller's transaction."""

    def purge(self, before: datetime, failed_before: datetime) -> int:
        """Forget what was done before a moment, and what failed before another; return how many."""

    def work(self, stop: Event) -> None:
        """Run calls until the process is told to stop."""


def named(name: str) -> Engine:
    """Return the engine of that name."""
    return cast("Engine", import_module(ENGINES[name]))


def current() -> Engine:
    """Return the engine that the settings name."""
    return named(settings.TASK_ENGINE)
