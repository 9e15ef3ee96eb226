"""Procrastinate on PostgreSQL: any number of workers on any number of machines.

Its jobs are written through Django's connection, hence in the caller's transaction. The worker has an app of its own,
so that a task which enqueues does it through Django's connection as well.
"""

import os
import signal
from collections.abc import Mapping
from datetime import datetime
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import close_old_connections, transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Now
from django.utils import timezone
from procrastinate import App, BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import (
    ProcrastinateEvent,
    ProcrastinateJob,
    ProcrastinateWorker,
)
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from okesop.tasks import declared, running
from okesop.tasks.engines import Call, Row, State

FIGURES = 18  # of a number that a column holds
POLLING = 1.0  # for what is due later; what is due now is told by NOTIFY
STATUS = {
    State.WAITING: "todo",
    State.RUNNING: "doing",
    State.FAILED: "failed",
    State.DONE: "succeeded",
}

# --- putting in


def add(wanted: Call) -> None:
    """Store a call in the caller's transaction, once for each waiting key."""
    while not (wanted.key and _holds(wanted.key)):
        try:
            with transaction.atomic():
                _put(wanted)
        except AlreadyEnqueued:
            continue  # by another transaction, committed meanwhile: look again
        return


def _holds(key: str) -> bool:
    """Lock the waiting call of a key, so that it is not taken before the caller's rows are committed."""
    waiting = _in(State.WAITING).filter(queueing_lock=key)
    return waiting.select_for_update(of=("self",)).first() is not None


def _put(wanted: Call) -> None:
    job = app.configure_task(
        wanted.task,
        priority=wanted.priority,
        queueing_lock=wanted.key,
        schedule_at=timezone.now() + wanted.delay if wanted.delay else None,
    )
    job.defer(args=list(wanted.args), waits=wanted.waits)


def take_waiting() -> list[Call]:
    """Take every waiting call out of the queue, in the caller's transaction."""
    jobs = list(_in(State.WAITING).select_for_update(skip_locked=True, of=("self",)))
    _jobs().filter(pk__in=[job.pk for job in jobs]).delete()
    now = timezone.now()
    return [_as_call(job, now) for job in jobs]


def _as_call(job: Any, now: datetime) -> Call:
    due = job.scheduled_at or now
    return Call(
        job.task_name,
        job.args["args"],
        key=job.queueing_lock,
        delay=due - now if due > now else None,
        priority=job.priority,
        waits=job.args["waits"],
    )


# --- looking at it


def counts() -> Mapping[State, int]:
    """Return how many calls there are in each state."""
    found = dict(_jobs().order_by().values_list("status").annotate(count=Count("pk")))
    return {state: found.get(status, 0) for state, status in STATUS.items()}


def rows(state: State, most: int) -> list[Row]:
    """Return the calls of a state, the newest first; of those that wait the next first."""
    order = ["scheduled_at", "pk"] if state is State.WAITING else ["-since", "-pk"]
    return [_row(job) for job in _dated(state).order_by(*order)[:most]]


def alive() -> int:
    """Return how many workers gave a sign of life within the lease."""
    return ProcrastinateWorker.objects.filter(
        last_heartbeat__gt=Now() - settings.TASK_LEASE
    ).count()


def _jobs() -> QuerySet[Any]:
    jobs: QuerySet[Any] = ProcrastinateJob.objects.all()
    return jobs


def _in(state: State) -> QuerySet[Any]:
    found: QuerySet[Any] = _jobs().filter(status=STATUS[state])
    return found


def _dated(state: State) -> QuerySet[Any]:
    events = ProcrastinateEvent.objects.filter(job=OuterRef("pk")).order_by("-pk")
    dated: QuerySet[Any] = _in(state).annotate(since=Subquery(events.values("at")[:1]))
    return dated


def _row(job: Any) -> Row:
    at = job.scheduled_at if job.status == STATUS[State.WAITING] else None
    return Row(
        ref=str(job.pk),
        task=job.task_name,
        args=job.args["args"],
        waits=job.args["waits"],
        attempt=job.attempts + (job.status == STATUS[State.RUNNING]),
        at=at or job.since,
    )


# --- failed calls, in the hands of an administrator


def again(ref: str) -> Row | None:
    """Put a failed call back, with all its attempts; None where it is not failed (any more)."""
    found = _failed(ref)
    if found is None:
        return None
    fresh = {"status": STATUS[State.WAITING], "attempts": 0, "scheduled_at": None}
    moved = _in(State.FAILED).filter(pk=ref).update(**fresh, worker=None, queueing_lock=None)
    return found if moved else None


def drop(ref: str) -> Row | None:
    """Take a failed call out of the queue; None where it is not failed (any more)."""
    found = _failed(ref)
    if found is None:
        return None
    deleted, _kinds = _in(State.FAILED).filter(pk=ref).delete()
    return found if deleted else None


def purge(before: datetime, failed_before: datetime) -> int:
    """Forget what was done before a moment, and what failed before another; return how many."""
    done, _kinds = _jobs().filter(pk__in=_older(State.DONE, before)).delete()
    failed, _kinds = _jobs().filter(pk__in=_older(State.FAILED, failed_before)).delete()
    return done + failed


def _older(state: State, moment: datetime) -> list[int]:
    return list(_dated(state).filter(since__lt=moment).values_list("pk", flat=True))


def _failed(ref: str) -> Row | None:
    is_name = ref.isascii() and ref.isdecimal() and len(ref) <= FIGURES
    job = _dated(State.FAILED).filter(pk=ref).first() if is_name else None
    return _row(job) if job else None


# --- the worker


class BackOff(BaseRetryStrategy):
    """Our attempts and waits."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:  # noqa: ARG002 -- the library's signature
        """Try again while attempts are left."""
        attempt = job.attempts + 1
        if attempt >= declared.attempts_of(job.task_name):
            return None
        wait = declared.wait_after(attempt, settings.TASK_BACKOFF)
        return RetryDecision(retry_at=timezone.now() + wait)


def work(stop: Event) -> None:
    """Run calls until the process is told to stop."""
    worker = App(connector=app.connector.get_worker_connector())  # type: ignore[attr-defined]
    for task in declared.REGISTER.values():
        worker.task(name=task.name, retry=BackOff(), pass_context=True)(_run)
    Thread(target=_interrupt, args=(stop,), daemon=True).start()
    lease = settings.TASK_LEASE.total_seconds()
    worker.run_worker(
        concurrency=settings.TASK_THREADS,
        update_heartbeat_interval=lease / 4,
        stalled_worker_timeout=lease,
        fetch_job_polling_interval=POLLING,
        install_signal_handlers=True,
    )


def _interrupt(stop: Event) -> None:
    stop.wait()
    os.kill(os.getpid(), signal.SIGTERM)


def _run(context: JobContext, args: list[Any], waits: str) -> None:
    close_old_connections()
    job = context.job
    # Its key is free from now on; kept, it would be in the way when the call goes back.
    _jobs().filter(pk=job.id).update(queueing_lock=None)
    try:
        running.execute(job.task_name, args, waits)
    except Exception as error:
        attempt = job.attempts + 1
        final = attempt >= declared.attempts_of(job.task_name)
        running.note_failure(str(job.id), job.task_name, attempt, error, waits=waits, final=final)
        raise
    finally:
        close_old_connections()


def rescue() -> int:
    """Put back, or fail after the last attempt, what dead workers ran; return how many calls."""
    gone = Q(worker__isnull=True) | Q(worker__last_heartbeat__lt=Now() - settings.TASK_LEASE)
    return sum(_give_back(job) for job in _in(State.RUNNING).filter(gone))


@transaction.atomic
def _give_back(job: Any) -> bool:
    attempt = job.attempts + 1
    final = attempt >= declared.attempts_of(job.task_name)
    wait = declared.wait_after(attempt, settings.TASK_BACKOFF)
    held = _in(State.RUNNING).filter(pk=job.pk, attempts=job.attempts, worker=job.worker_id)
    moved = held.update(
        status=STATUS[State.FAILED if final else State.WAITING],
        attempts=attempt,
        scheduled_at=timezone.now() + wait,
        queueing_lock=None,
        worker=None,
    )
    if moved:
        running.note_failure(
            str(job.pk),
            job.task_name,
            attempt,
            running.WORKER_DIED,
            waits=job.args["waits"],
            final=final,
        )
    return bool(moved)
