"""The hours of the week: as the office begins with them, and as it changes them from a day on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.models import WorkHours, WorkWeek

FRIDAY = 4
FIVE_DAYS = range(5)


class NoHours(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Times out of order, or a week in which nobody works."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a weekday; the rest is both or none."""

    begins: time
    ends: time
    rest_begins: time | None = None
    rest_ends: time | None = None

    @property
    def is_in_order(self) -> bool:
        """Whether the times follow each other."""
        if self.rest_begins is None or self.rest_ends is None:
            return self.begins < self.ends and self.rest_begins is self.rest_ends
        return self.begins < self.rest_begins < self.rest_ends < self.ends


def usual() -> dict[int, Hours]:
    """Return five days and 37.5 hours a week without rests (Perpres 21/2023, article 4)."""
    day = Hours(time(7, 30), time(16), time(12), time(13))
    friday = Hours(time(7, 30), time(16, 30), time(11, 30), time(13))
    return {weekday: friday if weekday == FRIDAY else day for weekday in FIVE_DAYS}


@transaction.atomic
def decide(
    name: str, from_on: date, hours: Mapping[int, Hours], *, by: User | None, at: datetime
) -> WorkWeek:
    """Let the office work so from a day on; hours decided for the same day before are replaced. Raises `NoHours`."""
    if not hours:
        raise NoHours(_("Isi jam kerja sekurangnya satu hari."))
    if not all(one.is_in_order for one in hours.values()):
        raise NoHours(_("Jam mulai, istirahat, dan selesai harus berurutan."))
    week, _is_new = WorkWeek.objects.update_or_create(from_on=from_on, defaults={"name": name})
    week.hours.all().delete()
    WorkHours.objects.bulk_create(
        WorkHours(
            week=week,
            weekday=weekday,
            begins=one.begins,
            ends=one.ends,
            rest_begins=one.rest_begins,
            rest_ends=one.rest_ends,
        )
        for weekday, one in sorted(hours.items())
    )
    trail.record("organisation.decide_hours", week, by=by, at=at, detail={"from": from_on})
    return week


@transaction.atomic
def begin(*, by: User | None, at: datetime) -> None:
    """Give an office that has no hours yet the usual ones, from the first day of the year."""
    if not WorkWeek.objects.exists():
        since = timezone.localdate(at).replace(month=1, day=1)
        decide(_("Jam kerja biasa"), since, usual(), by=by, at=at)


@transaction.atomic
def take_away(week: WorkWeek, *, by: User, at: datetime) -> None:
    """Forget a week; the one before goes on. Raises `NoHours` for the only one."""
    if not WorkWeek.objects.exclude(pk=week.pk).exists():
        raise NoHours(_("Ini satu-satunya jam kerja kantor; ubah saja."))
    trail.record("organisation.take_hours_away", week, by=by, at=at)
    week.delete()
