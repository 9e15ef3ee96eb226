"""Where a person is signed in, ended by himself."""

from datetime import datetime

from django.db import transaction

from okesop.accounts.models import User
from okesop.audit.domain import trail


@transaction.atomic
def revoke(user: User, handle: str, *, at: datetime) -> bool:
    """End one session of the person; tell whether there was one."""
    ended, _kinds = user.sessions.filter(handle=handle).delete()
    if ended:
        trail.record("accounts.revoke_session", user, by=user, at=at)
    return bool(ended)


@transaction.atomic
def revoke_others(user: User, kept: str, *, at: datetime) -> int:
    """End every session of the person but the one named by ``kept``; return how many."""
    ended, _kinds = user.sessions.exclude(handle=kept).delete()
    if ended:
        trail.record(
            "accounts.revoke_other_sessions", user, by=user, at=at, detail={"ended": ended}
        )
    return ended
