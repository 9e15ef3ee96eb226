"""Days before today, always working days, with a time of the office."""

from datetime import date, datetime, time, timedelta
from functools import cache

from django.utils import timezone

from okesop.organisation.domain import holidays

SATURDAY = 5
OPENING = "08.05"


def day(at: datetime, days: int) -> date:
    """Return the day so many days before ``at``; where nobody works, the last working day before it."""
    found = timezone.localdate(at) - timedelta(days=days)
    while found.weekday() >= SATURDAY or found in _free():
        found -= timedelta(days=1)
    return found


def moment(at: datetime, days: int, clock: str = OPENING) -> datetime:
    """Return a time ("09.12") of that day in the zone of the office."""
    hour, minute = map(int, clock.split("."))
    return timezone.make_aware(datetime.combine(day(at, days), time(hour, minute)))


@cache
def _free() -> frozenset[date]:
    return frozenset(one.day for one in holidays.ready())
