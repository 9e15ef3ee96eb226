"""The background work as an administrator sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from okesop.tasks import engines
from okesop.tasks.declared import attempts_of, title_of
from okesop.tasks.domain import schedules
from okesop.tasks.engines import Row, State
from okesop.tasks.models import Failure

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A call in words."""

    ref: str
    title: str
    attempt: int
    attempts: int
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Daily:
    """A task that runs by itself every day."""

    name: str
    title: str
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is in each state, the calls that wait, run and failed, and the daily tasks."""

    counts: Mapping[State, int]
    workers: int
    waiting: list[Line]
    running: list[Line]
    failed: list[Line]
    daily: list[Daily]

    @property
    def waits_for_nobody(self) -> bool:
        """Something waits and no worker lives."""
        return not self.workers and self.counts[State.WAITING] > 0


def overview(*, at: datetime) -> Overview:
    """Return what an administrator sees; a constant number of queries."""
    engine = engines.current()
    waiting, running, failed = (
        _lines(engine.rows(state, SHOWN)) for state in (State.WAITING, State.RUNNING, State.FAILED)
    )
    daily = [
        Daily(task.name, str(task.title), schedules.due_before(task, at) + schedules.A_DAY)
        for task in schedules.daily()
    ]
    return Overview(engine.counts(), engine.alive(), waiting, running, failed, daily)


def _lines(rows: list[Row]) -> list[Line]:
    refs = [row.ref for row in rows]
    reasons = dict(Failure.objects.filter(ref__in=refs).values_list("ref", "reason"))
    return [
        Line(
            ref=row.ref,
            title=title_of(row.task),
            attempt=row.attempt,
            attempts=attempts_of(row.task),
            at=row.at,
            reason=reasons.get(row.ref, ""),
        )
        for row in rows
    ]
