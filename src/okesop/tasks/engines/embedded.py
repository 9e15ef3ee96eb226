"""The embedded queue: django-tasks-db's rows, run by a worker with a lease.

A worker gives a sign of life every quarter of the lease. What a dead one ran goes back by compare-and-set on
``worker_ids``, which also counts the attempts: a call that kills its worker stops at the last one.
"""

import logging
import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from threading import Event, Thread
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import DatabaseError, IntegrityError, close_old_connections, transaction
from django.db.models import Count, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks import task as queued
from django_tasks_db.models import DBTaskResult, get_date_max

from okesop.tasks import declared, running
from okesop.tasks.engines import Call, Row, State
from okesop.tasks.models import WaitingKey, Worker

log = logging.getLogger("okesop.tasks")
INTERVAL = 0.5
STATUS = {
    State.WAITING: TaskResultStatus.READY,
    State.RUNNING: TaskResultStatus.RUNNING,
    State.FAILED: TaskResultStatus.FAILED,
    State.DONE: TaskResultStatus.SUCCESSFUL,
}
SINCE = {
    State.WAITING: "run_after",
    State.RUNNING: "started_at",
    State.FAILED: "finished_at",
    State.DONE: "finished_at",
}
Stored = DBTaskResult[..., Any]


@queued
def call(task: str, args: list[Any], waits: str) -> None:
    """Run a declared task: the one function that the queue itself knows."""
    running.execute(task, args, waits)


# --- putting in


def add(wanted: Call) -> None:
    """Store a call in the caller's transaction, once for each waiting key."""
    while True:
        if wanted.key and _holds(wanted.key):
            return
        with suppress(IntegrityError), transaction.atomic():
            result = _put(wanted)
            if wanted.key:
                WaitingKey.objects.create(key=wanted.key, call=result)
            return


def _holds(key: str) -> bool:
    return WaitingKey.objects.select_for_update().filter(key=key).first() is not None


def _put(wanted: Call) -> str:
    due = timezone.now() + wanted.delay if wanted.delay else None
    return call.using(priority=wanted.priority, run_after=due).enqueue(**wanted.payload()).id


def take_waiting() -> list[Call]:
    """Take every waiting call out of the queue, in the caller's transaction."""
    keys = dict(WaitingKey.objects.values_list("call", "key"))
    rows = list(_in(State.WAITING).select_for_update(skip_locked=True))
    WaitingKey.objects.filter(call__in=[row.pk for row in rows]).delete()
    _rows([row.pk for row in rows]).delete()
    now = timezone.now()
    return [_as_call(row, keys.get(row.pk), now) for row in rows]


def _as_call(row: Stored, key: str | None, now: datetime) -> Call:
    later = now < row.run_after < get_date_max()
    delay = row.run_after - now if later else None
    return Call(**row.args_kwargs["kwargs"], key=key, delay=delay, priority=row.priority)


# --- looking at it


def counts() -> Mapping[State, int]:
    """Return how many calls there are in each state."""
    found = dict(DBTaskResult.objects.order_by().values_list("status").annotate(count=Count("pk")))
    return {state: found.get(status, 0) for state, status in STATUS.items()}


def rows(state: State, most: int) -> list[Row]:
    """Return the calls of a state, the newest first; of those that wait the next first."""
    since = SINCE[state]
    order = since if state is State.WAITING else f"-{since}"
    return [_row(stored, since) for stored in _in(state).order_by(order, "pk")[:most]]


def alive() -> int:
    """Return how many workers gave a sign of life within the lease."""
    return _living().count()


def _in(state: State) -> QuerySet[Stored]:
    return DBTaskResult.objects.filter(status=STATUS[state])


def _rows(keys: list[Any]) -> QuerySet[Stored]:
    return DBTaskResult.objects.filter(pk__in=keys)


def _living() -> QuerySet[Worker]:
    return Worker.objects.filter(seen_at__gt=Now() - settings.TASK_LEASE)


def _row(stored: Stored, since: str) -> Row:
    at = getattr(stored, since)
    return Row(
        ref=stored.pk.hex,
        attempt=len(stored.worker_ids),
        at=stored.enqueued_at if at == get_date_max() else at,
        **stored.args_kwargs["kwargs"],
    )


# --- failed calls, in the hands of an administrator


def again(ref: str) -> Row | None:
    """Put a failed call back, with all its attempts; None where it is not failed (any more)."""
    found = _failed(ref)
    if found is None:
        return None
    fresh = {"status": TaskResultStatus.READY, "worker_ids": [], "run_after": get_date_max()}
    return found if _moved(ref, **fresh, finished_at=None, started_at=None) else None


def drop(ref: str) -> Row | None:
    """Take a failed call out of the queue; None where it is not failed (any more)."""
    found = _failed(ref)
    if found is None:
        return None
    deleted, _kinds = _in(State.FAILED).filter(pk=ref).delete()
    return found if deleted else None


def purge(before: datetime, failed_before: datetime) -> int:
    """Forget what was done before a moment, and what failed before another; return how many."""
    done, _kinds = _in(State.DONE).filter(finished_at__lt=before).delete()
    failed, _kinds = _in(State.FAILED).filter(finished_at__lt=failed_before).delete()
    return done + failed


def _failed(ref: str) -> Row | None:
    try:
        stored = _in(State.FAILED).filter(pk=UUID(ref)).first()
    except ValueError:  # no name of a call
        return None
    return _row(stored, SINCE[State.FAILED]) if stored else None


def _moved(ref: str, **fields: Any) -> bool:
    return bool(_in(State.FAILED).filter(pk=ref).update(**fields))


# --- the worker


def work(stop: Event) -> None:
    """Run calls, one after the other, until the process is told to stop."""
    me = Worker(id=uuid4().hex, machine=socket.gethostname()[:100], process=os.getpid())
    _live(me.id, me)
    ended = Event()
    Thread(target=_beat, args=(me, ended), daemon=True).start()
    while not stop.is_set():
        if not _work_once(me.id):
            stop.wait(INTERVAL)
    ended.set()
    Worker.objects.filter(pk=me.id).delete()


def _live(key: str, me: Worker) -> None:
    told = {"machine": me.machine, "process": me.process, "seen_at": Now()}
    Worker.objects.update_or_create(pk=key, defaults=told)


def _beat(me: Worker, ended: Event) -> None:
    wait = settings.TASK_LEASE.total_seconds() / 4
    while not ended.wait(wait):
        try:
            _live(me.id, me)
        except DatabaseError:  # busy or away: the lease leaves time for more than one try
            log.warning("No sign of life could be given", exc_info=True)
            wait = 1.0
        else:
            wait = settings.TASK_LEASE.total_seconds() / 4
        close_old_connections()


def _work_once(me: str) -> bool:
    """Take one call and run it; False where there is none or the database is busy."""
    close_old_connections()
    try:
        taken = _take(me)
    except DatabaseError:
        log.warning("No task could be taken", exc_info=True)
        return False
    if taken is None:
        return False
    _run(taken)
    return True


def _take(me: str) -> Stored | None:
    ready = DBTaskResult.objects.ready()
    if not ready.exists():  # reading takes no lock: an idle worker disturbs no writer
        return None
    with transaction.atomic():
        taken = ready.get_locked()
        if taken is not None:
            taken.claim(me)
            WaitingKey.objects.filter(call=taken.pk).delete()
    return taken


def _run(taken: Stored) -> None:
    # What cannot be stored here ends the process: another worker then finds the call without a sign of life.
    try:
        running.execute(**taken.args_kwargs["kwargs"])
    except Exception as error:  # noqa: BLE001 -- a task may raise anything
        _give_back(taken, error)
    else:
        done = {"status": TaskResultStatus.SUCCESSFUL, "finished_at": timezone.now()}
        _held(taken).update(**done, exception_class_path="", traceback="")


def rescue() -> int:
    """Put back, or fail after the last attempt, what dead workers ran; return how many calls."""
    living = set(_living().values_list("pk", flat=True))
    lost = [row for row in _in(State.RUNNING) if row.worker_ids[-1] not in living]
    moved = sum(_give_back(row, running.WORKER_DIED) for row in lost)
    Worker.objects.exclude(pk__in=living).filter(
        seen_at__lt=Now() - settings.TASK_LEASE * 10
    ).delete()
    return moved


@transaction.atomic
def _give_back(taken: Stored, error: BaseException | str) -> bool:
    """Put a call back to wait, or fail it after its last attempt, in one statement."""
    asked, attempt = taken.args_kwargs["kwargs"], len(taken.worker_ids)
    final = attempt >= declared.attempts_of(asked["task"])
    now = timezone.now()
    moved = _held(taken).update(
        status=TaskResultStatus.FAILED if final else TaskResultStatus.READY,
        run_after=now + declared.wait_after(attempt, settings.TASK_BACKOFF),
        finished_at=now if final else None,
    )
    if moved:
        running.note_failure(
            taken.pk.hex, asked["task"], attempt, error, waits=asked["waits"], final=final
        )
    return bool(moved)


def _held(taken: Stored) -> QuerySet[Stored]:
    return _in(State.RUNNING).filter(pk=taken.pk, worker_ids=taken.worker_ids)
