"""The long work of a person."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from okesop.tasks.models import Progress

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

SHOWN = timedelta(days=7)
MOST = 5


def lately(user: "_User", *, at: datetime) -> list[Progress]:
    """Return what goes on for a person, and what ended within a week; the latest first."""
    kept = Q(ended_at__isnull=True) | Q(ended_at__gt=at - SHOWN)
    return list(Progress.objects.visible_to(user).filter(kept)[:MOST])
