"""Working time: what lies between two moments that the office works, in hours of its calendar.

Moments are naive and in the zone of the office; the zones of Indonesia know no summer time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)
FURTHEST = 3660
"""Days that `WorkCalendar.after` looks ahead before it gives up: an office that never works."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time of the day in which the office works, from ``begins`` until before ``ends``."""

    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Week:
    """The hours of each weekday (0 is Monday) from a day on; a weekday without spans is free."""

    from_on: date
    hours: Mapping[int, Sequence[Span]]


class NeverWorks(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The calendar has no working time ahead."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The weeks of an office, earliest first, and its holidays. Days before the first week are as in that week."""

    weeks: Sequence[Week]
    holidays: frozenset[date] = frozenset()

    def spans(self, day: date) -> Sequence[Span]:
        """Return the working times of a day in their order; none on a free day."""
        if day in self.holidays or not self.weeks:
            return ()
        begun = [week for week in self.weeks if week.from_on <= day]
        week = begun[-1] if begun else self.weeks[0]
        return week.hours.get(day.weekday(), ())

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on a day."""
        return bool(self.spans(day))

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time between two moments; negative where the end comes first."""
        if end < start:
            return -self.working_time(end, start)
        parts = (_common(span, start, end) for span in self._between(start.date(), end.date()))
        return sum(parts, timedelta())

    def after(self, start: datetime, duration: timedelta) -> datetime:
        """Return the first moment by which so much working time has passed; raises `NeverWorks`."""
        left = duration
        for begins, ends in self._between(start.date(), start.date() + FURTHEST * DAY):
            worked = _common((begins, ends), start, ends)
            if worked >= left:
                return max(begins, start) + left if left > timedelta() else start
            left -= worked
        raise NeverWorks

    def _between(self, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
        day = first
        while day <= last:
            for span in self.spans(day):
                yield datetime.combine(day, span.begins), datetime.combine(day, span.ends)
            day += DAY


def _common(span: tuple[datetime, datetime], start: datetime, end: datetime) -> timedelta:
    begins, ends = span
    return max(min(ends, end) - max(begins, start), timedelta())
