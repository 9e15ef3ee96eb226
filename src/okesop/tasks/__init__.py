"""Background work: declared beside what it belongs to, enqueued in the same transaction, run by a worker."""

from okesop.tasks.declared import Outcome, Task, find, report, task
from okesop.tasks.queue import OutsideTransaction, enqueue

__all__ = ["Outcome", "OutsideTransaction", "Task", "enqueue", "find", "report", "task"]
