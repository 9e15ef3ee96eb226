"""Where a person is signed in."""

from dataclasses import dataclass
from datetime import datetime

from okesop.accounts import device
from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Device:
    """One session in words."""

    handle: str
    name: str
    address: str
    started_at: datetime | None
    seen_at: datetime | None
    is_handheld: bool
    is_this: bool


def of(user: User, *, here: str, at: datetime) -> list[Device]:
    """Return the sessions of a person that still count, the one with the handle ``here`` first."""
    rows = user.sessions.filter(expire_date__gt=at).order_by("-seen_at")
    found = [
        Device(
            handle=row.handle,
            name=device.described(row.device),
            address=row.address,
            started_at=row.started_at,
            seen_at=row.seen_at,
            is_handheld=device.is_handheld(row.device),
            is_this=row.handle == here,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: not one.is_this)
