"""Long work of a person: asked for, reported on, finished."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any

from django.db import transaction

from okesop.tasks.declared import Outcome, Task
from okesop.tasks.engines import Call
from okesop.tasks.enums import ProgressState
from okesop.tasks.models import Progress
from okesop.tasks.queue import put

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

SECONDS_BETWEEN = 0.5  # a report costs one write; the eye needs no more of them


@transaction.atomic
def ask(
    task: Task, *args: Any, user: "_User", at: datetime, title: str = "", key: str | None = None
) -> Progress:
    """Queue long work for a person; he may leave the page, what comes of it waits for him."""
    shown = title or str(task.title)
    progress = Progress.objects.create(user=user, title=shown, asked_at=at)
    put(Call(task.name, args, key=key, waits=progress.handle))
    return progress


def reporter(handle: str) -> Callable[[int, int | None], None]:
    """Return the function by which a running task tells how far it is."""
    last = -SECONDS_BETWEEN

    def report(done: int, total: int | None) -> None:
        nonlocal last
        if monotonic() - last < SECONDS_BETWEEN and done != total:
            return
        last = monotonic()
        told: dict[str, Any] = {"state": ProgressState.RUNNING, "done": done}
        _open(handle).update(**told, **({"total": total} if total is not None else {}))

    _open(handle).update(state=ProgressState.RUNNING, done=0)
    return report


def finish(handle: str, outcome: Outcome | None, *, at: datetime) -> None:
    """Say that the work is done and what came of it."""
    came = {"result": outcome.text, "url": outcome.url} if outcome else {}
    _open(handle).update(state=ProgressState.DONE, ended_at=at, **came)


def fail(handle: str, *, at: datetime) -> None:
    """Say that the work will not be tried again."""
    _open(handle).update(state=ProgressState.FAILED, ended_at=at)


def reopen(handle: str) -> None:
    """Say that the work is tried again after all."""
    Progress.objects.filter(handle=handle, state=ProgressState.FAILED).update(
        state=ProgressState.WAITING, ended_at=None
    )


def forget(before: datetime) -> int:
    """Forget what ended before a moment; return how many."""
    count, _kinds = Progress.objects.filter(ended_at__lt=before).delete()
    return count


def _open(handle: str) -> Any:
    return Progress.objects.open().filter(handle=handle)
