# ruff: noqa: DTZ001 -- moments of the calendar are naive, in the zone of the office
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.worktime import NeverWorks, Span, Week, WorkCalendar

MORNING, NOON_REST = Span(time(7, 30), time(12)), Span(time(13), time(16))
FRIDAY = (Span(time(7, 30), time(11, 30)), Span(time(13), time(16, 30)))
USUAL = dict.fromkeys(range(4), (MORNING, NOON_REST)) | {4: FRIDAY}
RAMADAN = {n: (Span(time(8), time(12)),) for n in range(5)}
OFFICE = WorkCalendar(
    (Week(date(2026, 1, 1), USUAL), Week(date(2026, 2, 18), RAMADAN), Week(date(2026, 3, 24), USUAL)),
    frozenset({date(2026, 8, 17), date(2026, 3, 23)}),
)  # fmt: skip


def at(day, clock="00.00"):
    hour, minute = map(int, clock.split("."))
    return datetime(2026, *day, hour, minute)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at((11, 24), "08.00"), at((11, 24), "09.30"), 1.5),
        (at((11, 24), "11.30"), at((11, 24), "13.30"), 1),
        (at((11, 24), "16.00"), at((11, 25), "07.30"), 0),
        (at((11, 20)), at((11, 21)), 7.5),
        (at((11, 21)), at((11, 23)), 0),
        (at((11, 23)), at((11, 30)), 37.5),
        (at((8, 14), "15.30"), at((8, 18), "08.30"), 2),
        (at((2, 19)), at((2, 20)), 4),
        (at((11, 24), "09.30"), at((11, 24), "08.00"), -1.5),
    ],
)
def test_working_time_lies_between_two_moments(start, end, hours):
    assert OFFICE.working_time(start, end) == timedelta(hours=hours)


def test_before_the_first_week_the_hours_are_as_in_that():
    assert OFFICE.is_working_day(date(2025, 6, 2))
    assert not WorkCalendar(()).is_working_day(date(2025, 6, 2))


moments = st.datetimes(datetime(2026, 2, 10), datetime(2026, 4, 10))


@given(moments, moments, moments)
def test_parts_of_a_time_add_up(one, two, three):
    first, middle, last = sorted((one, two, three))

    parts = OFFICE.working_time(first, middle) + OFFICE.working_time(middle, last)

    assert parts == OFFICE.working_time(first, last)


@given(moments, st.integers(0, 6000))
def test_after_a_working_time_so_much_has_passed(start, minutes):
    duration = timedelta(minutes=minutes)

    end = OFFICE.after(start, duration)

    assert OFFICE.working_time(start, end) == duration
    earlier = end - timedelta(seconds=1)
    assert not duration or OFFICE.working_time(start, earlier) < duration


@given(moments, st.integers(0, 3000))
def test_each_minute_counts_or_does_not(start, minutes):
    start = start.replace(second=0, microsecond=0)
    counted = sum(
        any(span.begins <= moment.time() < span.ends for span in OFFICE.spans(moment.date()))
        for moment in (start + timedelta(minutes=n) for n in range(minutes))
    )

    end = start + timedelta(minutes=minutes)

    assert OFFICE.working_time(start, end) == timedelta(minutes=counted)


def test_an_office_that_never_works_is_told():
    with pytest.raises(NeverWorks):
        WorkCalendar((Week(date(2026, 1, 1), {}),)).after(at((1, 1)), timedelta(hours=1))
