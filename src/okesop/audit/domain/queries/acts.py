"""The acts that a person may read, narrowed and a page at a time.

Pages are found by the number of an entry, not by counting rows: the thousandth costs as much as the first.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.utils import timezone

from okesop.audit.models import Entry
from okesop.audit.table import table

if TYPE_CHECKING:
    from django.contrib.auth.models import _User
    from django.db.models import QuerySet

PAGE = 50
VERIFIED = "audit.verify"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the trail is narrowed to, and where its page begins or ends."""

    who: str = ""
    person: int | None = None
    kind: str = ""
    key: str = ""
    thing: str = ""
    since: date | None = None
    until: date | None = None
    older: int | None = None
    newer: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some acts, the newest first, and the numbers from which older and newer ones follow (None: no more)."""

    rows: list[Entry]
    older: int | None
    newer: int | None


def seen(user: "_User") -> "QuerySet[Entry]":
    """Return the acts that a person may read, the newest first."""
    found = Entry.objects.filter(table().seen_by(user))
    return found.select_related("by").order_by("-sequence")


def select(user: "_User", filters: Filters) -> "QuerySet[Entry]":
    """Return what the filters leave of them."""
    found = seen(user)
    if filters.who:
        people = get_user_model().objects.filter(name__icontains=filters.who)
        found = found.filter(by__in=people.order_by())
    if filters.person:
        found = found.filter(by=filters.person)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.key:
        found = found.filter(key=filters.key)
    if filters.thing:
        found = found.filter(name__icontains=filters.thing)
    if filters.since:
        found = found.filter(at__gte=_midnight(filters.since))
    if filters.until:
        found = found.filter(at__lt=_midnight(filters.until + timedelta(days=1)))
    return found


def page(user: "_User", filters: Filters, *, size: int = PAGE) -> Page:
    """Return one page."""
    found = select(user, filters)
    if filters.newer is not None:
        rows = list(found.filter(sequence__gt=filters.newer).order_by("sequence")[: size + 1])
        more, rows = len(rows) > size, rows[size - 1 :: -1] if rows else []
        return Page(rows, rows[-1].sequence if rows else None, rows[0].sequence if more else None)
    if filters.older is not None:
        found = found.filter(sequence__lt=filters.older)
    rows = list(found[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    begins = filters.older is None or not rows
    return Page(rows, rows[-1].sequence if more else None, None if begins else rows[0].sequence)


def last_verification() -> Entry | None:
    """Return the entry that tells what the last verification of the whole trail found."""
    return Entry.objects.filter(action=VERIFIED).order_by("-sequence").first()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
