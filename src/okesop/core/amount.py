"""Sums of time as an office writes them: clock time, calendar days, working days, months.

The kinds are kept apart, because no sum of minutes is a working day and no number of days is a month;
``weight`` only orders amounts, it is never shown.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from okesop.core import numbers

ZERO = Decimal(0)


class Unit(StrEnum):
    """A unit of time by its written name."""

    SECOND = "detik"
    MINUTE = "menit"
    HOUR = "jam"
    DAY = "hari"
    WORKDAY = "hari kerja"
    WEEK = "minggu"
    MONTH = "bulan"
    QUARTER = "triwulan"
    SEMESTER = "semester"
    YEAR = "tahun"


WEIGHTS = {
    Unit.SECOND: Decimal(1) / 60,
    Unit.MINUTE: Decimal(1),
    Unit.HOUR: Decimal(60),
    Unit.DAY: Decimal(450),
    Unit.WORKDAY: Decimal(630),
    Unit.WEEK: Decimal(3150),
    Unit.MONTH: Decimal(13500),
    Unit.QUARTER: Decimal(40500),
    Unit.SEMESTER: Decimal(81000),
    Unit.YEAR: Decimal(162000),
}
"""Office minutes of a unit, to order amounts: a day holds 7,5 hours of work, five working days a week."""

MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEMESTER: 6, Unit.YEAR: 12}
CLOCK = {
    Unit.SECOND: Decimal(1) / 60,
    Unit.MINUTE: Decimal(1),
    Unit.HOUR: Decimal(60),
}
ROUND_THE_CLOCK = Decimal(24)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of time. ``minutes`` of clock time; the others in the unit that they are named for."""

    minutes: Decimal = ZERO
    days: Decimal = ZERO
    weeks: Decimal = ZERO
    workdays: Decimal = ZERO
    months: Decimal = ZERO

    @staticmethod
    def of(value: Decimal, unit: Unit) -> "Amount":
        """Return the amount of so many units; whole multiples of 24 hours are days ("1 x 24 jam")."""
        if unit is Unit.HOUR and value and value % ROUND_THE_CLOCK == 0:
            return Amount(days=value / ROUND_THE_CLOCK)
        if unit in CLOCK:
            return Amount(minutes=value * CLOCK[unit])
        if unit in MONTHS:
            return Amount(months=value * MONTHS[unit])
        if unit is Unit.WORKDAY:
            return Amount(workdays=value)
        return Amount(weeks=value) if unit is Unit.WEEK else Amount(days=value)

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.minutes + other.minutes,
            self.days + other.days,
            self.weeks + other.weeks,
            self.workdays + other.workdays,
            self.months + other.months,
        )

    def __bool__(self) -> bool:
        return any((self.minutes, self.days, self.weeks, self.workdays, self.months))

    @property
    def weight(self) -> Decimal:
        """Office minutes, for comparing amounts of different kinds."""
        return (
            self.minutes
            + self.days * WEIGHTS[Unit.DAY]
            + self.weeks * WEIGHTS[Unit.WEEK]
            + self.workdays * WEIGHTS[Unit.WORKDAY]
            + self.months * WEIGHTS[Unit.MONTH]
        )

    @property
    def least_weight(self) -> Decimal:
        """The weight where a working day counts no more than a day: never more than the truth."""
        return self.weight - self.workdays * (WEIGHTS[Unit.WORKDAY] - WEIGHTS[Unit.DAY])

    def written(self) -> str:
        """Write the amount in the units that a reader expects: "3 hari kerja 2 jam"."""
        parts = [*self._calendar(), (self.workdays, Unit.WORKDAY), *self._clock()]
        said = [f"{numbers.written(value)} {unit}" for value, unit in parts if value]
        return " ".join(said) or f"0 {Unit.MINUTE}"

    def _calendar(self) -> list[tuple[Decimal, Unit]]:
        years, months = divmod(self.months, 12)
        only_weeks = (self.weeks, Unit.WEEK)
        rest = (self.weeks * 7 + self.days, Unit.DAY) if self.days else only_weeks
        return [(years, Unit.YEAR), (months, Unit.MONTH), rest]

    def _clock(self) -> list[tuple[Decimal, Unit]]:
        seconds = round(self.minutes * 60)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return [
            (Decimal(hours), Unit.HOUR),
            (Decimal(minutes), Unit.MINUTE),
            (Decimal(seconds), Unit.SECOND),
        ]
