"""The one door into the queue."""

from datetime import timedelta
from typing import Any

from django.db import connection

from okesop.tasks import engines
from okesop.tasks.declared import Task


class OutsideTransaction(RuntimeError):  # noqa: N818 -- a sentence, not a class of errors
    """A task was enqueued outside the transaction of the rows that it follows."""


def enqueue(
    task: Task,
    *args: Any,
    key: str | None = None,
    delay: timedelta | None = None,
    priority: int = 0,
) -> None:
    """Queue a call in the caller's transaction: it is there exactly when his rows are.

    Never from `on_commit`: a process that dies between the two would lose it. While a call with the same ``key``
    waits, no second one is queued; one that runs already does not count, because it may have read old rows.
    Higher ``priority`` (-100 to 100) goes first. Raises OutsideTransaction.
    """
    put(engines.Call(task.name, args, key=key, delay=delay, priority=priority))


def put(call: "engines.Call") -> None:
    """Queue a call; raises OutsideTransaction."""
    if not connection.in_atomic_block:
        raise OutsideTransaction("Enqueue in the transaction of the rows that the task follows.")
    engines.current().add(call)
