"""What can be done in the background: a table of functions by name, filled by each room's `tasks.py`.

A task is idempotent and takes only what JSON can hold: after a crash it is run again from its start.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

MOST_ATTEMPTS = 5
LONGEST_WAIT = timedelta(hours=1)


class UnknownTask(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A queued call names a task that this version of the product does not declare."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a long task leaves for the person who waits for it: a sentence and where it leads."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A declared function. ``daily_at`` (the office's time) has it run by itself once a day."""

    name: str
    function: Callable[..., Any]
    attempts: int
    title: Any
    daily_at: time | None

    def __call__(self, *args: Any) -> Any:
        """Run it here and now."""
        return self.function(*args)


REGISTER: dict[str, Task] = {}


def task(
    name: str, attempts: int = MOST_ATTEMPTS, *, title: Any = "", daily_at: time | None = None
) -> Callable[[Callable[..., Any]], Task]:
    """Declare a function as a task under a stable name; ``title`` is what administrators read."""

    def declare(function: Callable[..., Any]) -> Task:
        declared = Task(name, function, attempts, title or name, daily_at)
        known = REGISTER.setdefault(name, declared)
        if known.function.__qualname__ != function.__qualname__:
            raise ValueError(f"Two tasks are called {name!r}.")
        return declared

    return declare


def find(name: str) -> Task:
    """Return the task of that name; raises UnknownTask."""
    try:
        return REGISTER[name]
    except KeyError:
        raise UnknownTask(name) from None


def attempts_of(name: str) -> int:
    """Return how often a call may be tried, also where its name is not known (any more)."""
    return REGISTER[name].attempts if name in REGISTER else MOST_ATTEMPTS


def title_of(name: str) -> str:
    """Return what administrators read for a name."""
    return str(REGISTER[name].title) if name in REGISTER else name


def wait_after(attempt: int, first: timedelta) -> timedelta:
    """Return how long to wait after the n-th failed attempt: four times longer each time, at most an hour."""
    waits: timedelta = first * 4 ** (attempt - 1)
    return min(waits, LONGEST_WAIT)


Reporter = Callable[[int, int | None], None]
reporter: ContextVar[Reporter | None] = ContextVar("reporter", default=None)


def report(done: int, total: int | None = None) -> None:
    """Say from inside a task how far it is; nobody hears it where nobody waits."""
    hears = reporter.get()
    if hears is not None:
        hears(done, total)
