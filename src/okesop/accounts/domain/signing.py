"""What the trail tells about signing in and out."""

from datetime import datetime

from okesop.accounts.models import User
from okesop.audit.domain import trail


def begun(user: User, *, at: datetime) -> None:
    """Note that somebody signed in."""
    trail.record("accounts.sign_in", user, by=user, at=at)


def ended(user: User, *, at: datetime) -> None:
    """Note that somebody signed out."""
    trail.record("accounts.sign_out", user, by=user, at=at)


def refused(name: str, *, at: datetime) -> None:
    """Note a refused attempt on an account; names that nobody has are not kept, they may be passwords."""
    user = User.objects.named(name).first()
    trail.record("accounts.sign_in_refused", user, by=None, at=at)
