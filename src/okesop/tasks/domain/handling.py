"""What an administrator does with background work: try again, give up, run now."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.tasks import engines
from okesop.tasks.declared import Task, title_of
from okesop.tasks.domain import progress
from okesop.tasks.engines import Row
from okesop.tasks.models import Failure, Progress

if TYPE_CHECKING:
    from django.contrib.auth.models import _User


class NotFailed(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The call is not failed (any more)."""


@transaction.atomic
def try_again(ref: str, *, by: "_User", at: datetime) -> None:
    """Put a failed call back with all its attempts.

    Raises:
        NotFailed: somebody else was first.
    """
    row = _found(engines.current().again(ref))
    Failure.objects.filter(ref=ref).delete()
    if row.waits:
        progress.reopen(row.waits)
    trail.record("tasks.try_again", None, by=by, at=at, detail={"task": row.task, "ref": ref})


@transaction.atomic
def give_up(ref: str, *, by: "_User", at: datetime) -> None:
    """Take a failed call out of the queue.

    Raises:
        NotFailed: somebody else was first.
    """
    row = _found(engines.current().drop(ref))
    Failure.objects.filter(ref=ref).delete()
    trail.record("tasks.give_up", None, by=by, at=at, detail={"task": row.task, "ref": ref})


@transaction.atomic
def run_now(task: Task, *, by: "_User", at: datetime) -> Progress:
    """Queue a daily task now; what comes of it waits for whoever asked."""
    asked = progress.ask(task, user=by, at=at, title=title_of(task.name))
    trail.record("tasks.run_now", None, by=by, at=at, detail={"task": task.name})
    return asked


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFailed(_("Pekerjaan ini tidak lagi gagal: sudah dicoba lagi atau dibuang."))
    return row
