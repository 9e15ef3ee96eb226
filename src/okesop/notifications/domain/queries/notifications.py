"""What a person was told."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from okesop.notifications.models import Notification

if TYPE_CHECKING:
    from okesop.accounts.models import User

ON_A_PAGE = 30
COUNTED = 100  # a bell that says more than 99 says nothing more


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the list; ``older`` names the last row where there are older ones."""

    rows: list[Notification]
    older: str


def unread_count(user: "User") -> int:
    """Return how much is not read, counted up to 100; one query, whose cost does not grow."""
    return Notification.objects.visible_to(user).unread().order_by()[:COUNTED].count()


def leaf(user: "User", *, unread: bool, before: tuple[datetime, int] | None) -> Leaf:
    """Return a page of what a person was told, the latest first."""
    told = Notification.objects.visible_to(user).select_related("actor")
    if unread:
        told = told.unread()
    if before is not None:
        told = told.before(*before)
    rows = list(told[: ON_A_PAGE + 1])
    last = rows[ON_A_PAGE - 1] if len(rows) > ON_A_PAGE else None
    return Leaf(rows[:ON_A_PAGE], f"{last.at.isoformat()}_{last.pk}" if last else "")
