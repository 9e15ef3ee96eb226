"""Telling people: one row for each event and recipient, in the transaction of the event."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from okesop.notifications import kinds
from okesop.notifications.domain import mailing
from okesop.notifications.models import Notification, Preference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okesop.accounts.models import User

LETTERS = 300


@dataclass(frozen=True, slots=True)
class About:
    """What an event is about: its words, where it opens inside the product, a few words more."""

    subject: str
    url: str
    detail: str = ""


@transaction.atomic
def notify(
    kind: str, recipients: "Iterable[User]", *, about: About, by: "User | None", at: datetime
) -> int:
    """Tell people about an event; return how many were told. Whoever did it himself is not told.

    ``kind`` is a declared code. A few queries, however many people there are.

    Raises:
        UnknownKind: nothing is declared under this name.
    """
    found = kinds.find(kind)
    told = {user.pk for user in recipients if user.is_active} - ({by.pk} if by else set())
    if not told:
        return 0
    preferences = {each.pk: each for each in Preference.objects.filter(pk__in=told)}
    if found.optional:
        told -= {pk for pk, each in preferences.items() if kind in each.muted}
    columns = {"actor": by, "subject": _fit(about.subject), "detail": _fit(about.detail), "at": at}
    _store(sorted(told), {"kind": kind, "url": about.url}, columns)
    mailing.queue_at_once([each for pk, each in preferences.items() if pk in told], kind)
    return len(told)


def _store(recipients: list[int], same: dict[str, str], columns: dict[str, Any]) -> None:
    """Count where the same waits unread; else make a row."""
    waiting = Notification.objects.unread().filter(recipient__in=recipients, **same)
    known = set(waiting.select_for_update().values_list("recipient", flat=True))
    waiting.update(count=F("count") + 1, mail=None, **columns)
    rows = [
        Notification(recipient_id=pk, **same, **columns) for pk in recipients if pk not in known
    ]
    Notification.objects.bulk_create(rows, ignore_conflicts=True)  # told by somebody else just now


def _fit(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"
