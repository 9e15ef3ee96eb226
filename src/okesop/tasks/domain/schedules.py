"""Daily tasks: queued once for each day, also when the machine was off at their hour."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from okesop.tasks.declared import REGISTER, Task
from okesop.tasks.models import LastRun
from okesop.tasks.queue import enqueue

A_DAY = timedelta(days=1)


def queue_due(*, at: datetime) -> int:
    """Queue every daily task whose hour has come since it was last queued; return how many.

    A task that is seen for the first time waits for its next hour.
    """
    return sum(_queue(task, due_before(task, at), at) for task in daily())


def daily() -> list[Task]:
    """Return the tasks that run by themselves, by their hour."""
    found = [task for task in REGISTER.values() if task.daily_at is not None]
    return sorted(found, key=lambda task: (str(task.daily_at), task.name))


def due_before(task: Task, at: datetime) -> datetime:
    """Return the last moment at or before ``at`` at which a daily task was to run, in the office's zone."""
    local = timezone.localtime(at)
    hour = task.daily_at
    if hour is None:
        raise ValueError(f"{task.name} does not run by itself.")
    due = local.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
    return due if due <= local else due - A_DAY


@transaction.atomic
def _queue(task: Task, due: datetime, at: datetime) -> bool:
    _row, is_new = LastRun.objects.get_or_create(task=task.name, defaults={"due_at": at})
    if is_new:
        return False
    if not LastRun.objects.filter(task=task.name, due_at__lt=due).update(due_at=due):
        return False
    enqueue(task, key=f"daily:{task.name}")
    return True
