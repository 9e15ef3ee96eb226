"""The work calendar as later rooms ask it: how much of a time was working time."""

from datetime import datetime, timedelta

from django.db.models import Prefetch
from django.utils import timezone

from okesop.core.worktime import Span, Week, WorkCalendar
from okesop.organisation.models import Holiday, WorkHours, WorkWeek


def load() -> WorkCalendar:
    """Return the calendar of the office: three queries, for as many questions as one likes."""
    hours = Prefetch("hours", queryset=WorkHours.objects.all())
    weeks = [_week(week) for week in WorkWeek.objects.prefetch_related(hours)]
    return WorkCalendar(weeks, frozenset(Holiday.objects.values_list("day", flat=True)))


def working_time(start: datetime, end: datetime) -> timedelta:
    """Return the working time between two moments (aware), by the calendar of the office."""
    return load().working_time(_here(start), _here(end))


def after(start: datetime, duration: timedelta) -> datetime:
    """Return the moment (aware) by which so much working time has passed; raises `worktime.NeverWorks`."""
    return timezone.make_aware(load().after(_here(start), duration))


def _here(moment: datetime) -> datetime:
    return timezone.make_naive(moment)


def _week(week: WorkWeek) -> Week:
    return Week(week.from_on, {one.weekday: _spans(one) for one in week.hours.all()})


def _spans(hours: WorkHours) -> tuple[Span, ...]:
    if hours.rest_begins is None or hours.rest_ends is None:
        return (Span(hours.begins, hours.ends),)
    return Span(hours.begins, hours.rest_begins), Span(hours.rest_ends, hours.ends)


def weeks() -> list[WorkWeek]:
    """Return the hours of the week as they were decided, the latest first."""
    return list(WorkWeek.objects.prefetch_related("hours").order_by("-from_on"))
