"""Who has a draft open now."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from okesop.procedures.models import Presence, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User

COUNTS_FOR = timedelta(seconds=15)
FRESH = timedelta(seconds=5)
FORGOTTEN = timedelta(hours=1)


def note(version: Version, *, client: str, by: "User", cell: str, at: datetime) -> None:
    """Remember that a tab is open at ``cell``; written only when it tells something new."""
    known = Presence.objects.filter(version=version, client=client).first()
    if known and known.cell == cell and at - known.seen_at < FRESH:
        return
    Presence.objects.update_or_create(
        version=version, client=client, defaults={"user": by, "cell": cell, "seen_at": at}
    )
    if known is None:
        Presence.objects.filter(seen_at__lt=at - FORGOTTEN).delete()


def others(version: Version, *, client: str, at: datetime) -> list[Presence]:
    """Return the other tabs that are open now, one for each person and cell."""
    seen = Presence.objects.filter(version=version, seen_at__gte=at - COUNTS_FOR)
    return list(seen.exclude(client=client).select_related("user").order_by("-seen_at"))
