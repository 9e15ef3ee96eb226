"""Forgetting what is long done."""

from datetime import datetime

from okesop.tasks import engines
from okesop.tasks.domain import progress
from okesop.tasks.models import Failure


def purge(*, before: datetime, failed_before: datetime) -> int:
    """Forget done calls, failed ones and their reasons, and finished long work; return how many rows."""
    calls = engines.current().purge(before, failed_before)
    reasons, _kinds = Failure.objects.filter(at__lt=failed_before).delete()
    return calls + reasons + progress.forget(failed_before)
