"""Days before today, always working days, with a time of the office."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

SATURDAY = 5
OPENING = "08.05"


def day(at: datetime, days: int) -> date:
    """Return the day so many days before ``at``; a Saturday or Sunday becomes the Friday before."""
    found = timezone.localdate(at) - timedelta(days=days)
    return found - timedelta(days=max(0, found.weekday() - SATURDAY + 1))


def moment(at: datetime, days: int, clock: str = OPENING) -> datetime:
    """Return a time ("09.12") of that day in the zone of the office."""
    hour, minute = map(int, clock.split("."))
    return timezone.make_aware(datetime.combine(day(at, days), time(hour, minute)))
