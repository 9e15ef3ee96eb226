"""A workbook between its upload and the moment at which it is written."""

import hashlib
from datetime import datetime

from okesop.accounts.models import User
from okesop.organisation.domain.importing.plan import Change
from okesop.organisation.models import Upload

LETTERS = 200


def keep(user: User, name: str, data: bytes, *, at: datetime) -> None:
    """Keep what somebody uploaded until he decides; what waited before is replaced."""
    defaults = {"name": name[:LETTERS], "data": data, "at": at}
    Upload.objects.update_or_create(by=user, defaults=defaults)


def kept(user: User) -> Upload | None:
    """Return what somebody uploaded last."""
    return Upload.objects.filter(by=user).first()


def drop(user: User) -> None:
    """Forget what somebody uploaded."""
    Upload.objects.filter(by=user).delete()


def mark(changes: list[Change]) -> str:
    """Return a mark of what would change, so that what is written is what was looked at."""
    return hashlib.sha256(repr(changes).encode()).hexdigest()
