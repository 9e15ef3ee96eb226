"""How a worker runs one call, whatever engine it came from."""

import logging
import traceback
from collections.abc import Sequence
from typing import Any

from django.utils import timezone, translation

from okesop.tasks import declared
from okesop.tasks.domain import progress
from okesop.tasks.models import Failure

log = logging.getLogger("okesop.tasks")
REASON_LETTERS = 500
WORKER_DIED = "worker died"


def execute(task: str, args: Sequence[Any], waits: str) -> None:
    """Run a call; what it raises is the caller's business."""
    token = declared.reporter.set(progress.reporter(waits) if waits else None)
    try:
        with translation.override("id"):
            came = declared.find(task)(*args)
        if waits:
            outcome = came if isinstance(came, declared.Outcome) else None
            progress.finish(waits, outcome, at=timezone.now())
    finally:
        declared.reporter.reset(token)


def note_failure(
    ref: str, task: str, attempt: int, error: BaseException | str, *, waits: str, final: bool
) -> None:
    """Keep the reason in the transaction that moves the call; ``final`` ends what a person waits for."""
    is_error = isinstance(error, BaseException)
    reason = f"{type(error).__name__}: {error}" if is_error else str(error)
    trace = "".join(traceback.format_exception(error)) if isinstance(error, BaseException) else ""
    log.log(
        logging.ERROR if final else logging.WARNING,
        "Task %s failed at attempt %d: %s",
        task,
        attempt,
        reason,
        exc_info=error if isinstance(error, BaseException) else None,
    )
    now = timezone.now()
    Failure.objects.update_or_create(
        ref=ref,
        defaults={
            "task": task,
            "attempt": attempt,
            "reason": reason.replace("\0", "")[:REASON_LETTERS],
            "trace": trace.replace("\0", ""),
            "at": now,
        },
    )
    if final and waits:
        progress.fail(waits, at=now)
