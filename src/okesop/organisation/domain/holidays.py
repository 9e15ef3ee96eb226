"""Holidays: the ready ones, those that somebody adds, checks and takes away."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.enums import HolidayKind
from okesop.organisation.models import Holiday, Unit


class DayTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The day is a holiday already."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A national holiday that comes with the product; those that move with the moon are to be checked."""

    day: date
    name: str
    to_check: bool


@cache
def ready() -> tuple[Ready, ...]:
    """Return the holidays that come with the product."""
    text = resources.files(__package__).joinpath("holidays_ready.json").read_text("utf-8")
    rows = json.loads(text)["holidays"]
    return tuple(Ready(date.fromisoformat(day), name, check) for day, name, check in rows)


@transaction.atomic
def fill(*, by: User | None, at: datetime) -> int:
    """Add the ready holidays on days that have none yet; return how many."""
    known = set(Holiday.objects.values_list("day", flat=True))
    missing = [
        Holiday(day=one.day, name=one.name, to_check=one.to_check)
        for one in ready()
        if one.day not in known
    ]
    Holiday.objects.bulk_create(missing)
    if missing:
        office = Unit.objects.roots().first()
        trail.record("organisation.fill_holidays", office, by=by, at=at)
    return len(missing)


@transaction.atomic
def add(day: date, name: str, kind: HolidayKind, *, by: User, at: datetime) -> Holiday:
    """Add a holiday; raises `DayTaken`."""
    try:
        with transaction.atomic():
            holiday = Holiday.objects.create(day=day, name=name, kind=kind)
    except IntegrityError as error:
        raise DayTaken(_("Tanggal ini sudah tercatat sebagai hari libur.")) from error
    detail = {"day": day, "kind": str(kind)}
    trail.record("organisation.add_holiday", holiday, by=by, at=at, detail=detail)
    return holiday


@transaction.atomic
def check(holiday: Holiday, *, by: User, at: datetime) -> None:
    """Note that somebody held the day against the decree."""
    if holiday.to_check:
        holiday.to_check = False
        holiday.save(update_fields=["to_check"])
        trail.record("organisation.check_holiday", holiday, by=by, at=at)


@transaction.atomic
def take_away(holiday: Holiday, *, by: User, at: datetime) -> None:
    """Let the office work on a day that was a holiday."""
    detail = {"day": holiday.day}
    trail.record("organisation.take_holiday_away", holiday, by=by, at=at, detail=detail)
    holiday.delete()
