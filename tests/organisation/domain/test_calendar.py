from datetime import UTC, date, datetime, time, timedelta

import pytest

from okesop.audit.models import Entry
from okesop.organisation.domain import holidays, work_weeks
from okesop.organisation.domain.queries import calendar
from okesop.organisation.enums import HolidayKind
from okesop.organisation.models import Holiday, WorkWeek

SURE = {"01-01", "05-01", "06-01", "08-17", "12-25"}


@pytest.fixture
def begun(db, noon):
    work_weeks.begin(by=None, at=noon)
    holidays.fill(by=None, at=noon)


def test_ready_holidays_cover_three_years_and_only_fixed_ones_are_sure():
    rows = holidays.ready()

    assert {one.day.year for one in rows} == {2025, 2026, 2027}
    assert len({one.day for one in rows}) == len(rows)
    assert [one.day for one in rows] == sorted(one.day for one in rows)
    for one in rows:
        if not one.to_check:
            assert one.day.strftime("%m-%d") in SURE
    assert sum(not one.to_check for one in rows) == 3 * len(SURE)


def test_the_usual_week_has_37_and_a_half_hours(begun):
    monday = datetime(2026, 11, 23, tzinfo=UTC)

    worked = calendar.working_time(monday, monday + timedelta(days=7))

    assert worked == timedelta(hours=37.5)


def test_working_time_counts_in_the_zone_of_the_office(begun):
    # 07.30 WITA is 23.30 UTC of the day before.
    start = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    assert calendar.working_time(start, start + timedelta(hours=2)) == timedelta(hours=2)
    assert calendar.after(start, timedelta(hours=8)) == datetime(2026, 11, 25, 0, tzinfo=UTC)


def test_nobody_works_on_a_holiday(begun):
    assert calendar.working_time(
        datetime(2026, 8, 16, 16, tzinfo=UTC), datetime(2026, 8, 17, 16, tzinfo=UTC)
    ) == timedelta(0)


def test_ready_holidays_are_filled_in_once_and_leave_what_is_there(begun, administrator, noon):
    Holiday.objects.get(day=date(2026, 8, 17)).delete()
    holidays.add(date(2026, 8, 17), "HUT RI", HolidayKind.LOCAL, by=administrator, at=noon)

    assert holidays.fill(by=administrator, at=noon) == 0
    assert Holiday.objects.get(day=date(2026, 8, 17)).name == "HUT RI"


def test_a_day_is_a_holiday_once(begun, administrator, noon):
    with pytest.raises(holidays.DayTaken):
        holidays.add(date(2026, 8, 17), "Lain", HolidayKind.LOCAL, by=administrator, at=noon)


def test_a_holiday_is_checked_and_taken_away(begun, administrator, noon):
    holiday = Holiday.objects.filter(to_check=True).first()

    holidays.check(holiday, by=administrator, at=noon)
    holidays.check(holiday, by=administrator, at=noon)
    assert not Holiday.objects.get(pk=holiday.pk).to_check
    holidays.take_away(holiday, by=administrator, at=noon)
    assert not Holiday.objects.filter(day=holiday.day).exists()
    assert [entry.action for entry in Entry.objects.filter(by=administrator)] == [
        "organisation.check_holiday",
        "organisation.take_holiday_away",
    ]


def test_other_hours_count_from_their_day(begun, administrator, noon):
    hours = {2: work_weeks.Hours(time(8), time(12))}  # Wednesdays alone
    since = date(2026, 11, 25)

    work_weeks.decide("Ramadan", since, hours, by=administrator, at=noon)
    week = work_weeks.decide("Ramadan", since, hours, by=administrator, at=noon)

    days = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 29, tzinfo=UTC)
    assert calendar.working_time(*days) == timedelta(hours=7.5 + 7.5 + 4)
    work_weeks.take_away(week, by=administrator, at=noon)
    assert calendar.working_time(*days) == timedelta(hours=37.5)
    with pytest.raises(work_weeks.NoHours):
        work_weeks.take_away(WorkWeek.objects.get(), by=administrator, at=noon)


@pytest.mark.parametrize(
    "hours",
    [
        {},
        {0: work_weeks.Hours(time(12), time(8))},
        {0: work_weeks.Hours(time(8), time(12), time(13), time(14))},
        {0: work_weeks.Hours(time(8), time(12), time(9), None)},
    ],
)
def test_hours_out_of_order_are_refused(administrator, noon, hours):
    with pytest.raises(work_weeks.NoHours):
        work_weeks.decide("x", date(2026, 1, 1), hours, by=administrator, at=noon)
    assert not WorkWeek.objects.exists()
