"""What the room does for itself every night."""

from datetime import time

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from okesop.tasks.declared import task
from okesop.tasks.domain import purging


@task("tasks.purge", title=_("Membersihkan riwayat pekerjaan latar"), daily_at=time(1, 40))
def purge() -> None:
    """Forget what is long done."""
    now = timezone.now()
    purging.purge(before=now - settings.TASK_KEPT, failed_before=now - settings.TASK_FAILED_KEPT)
