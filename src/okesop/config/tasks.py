"""What the installation does for itself every night."""

from datetime import time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from okesop.audit.domain import verifying
from okesop.config.backup import telling
from okesop.tasks import Outcome, task


@task("config.verify", title=_("Memeriksa keutuhan jejak audit"), daily_at=time(2, 20))
def verify() -> None:
    """Hold the trail and what is frozen against their hashes, and tell it in the trail."""
    verifying.report_and_tell(by=None, at=timezone.now())


@task("config.backup", attempts=2, title=_("Membuat cadangan"), daily_at=time(2, 40))
def backup() -> Outcome:
    """Back everything up into the folder that the settings name."""
    if settings.BACKUPS is None:
        return Outcome(_text("Cadangan malam dimatikan."))
    made = telling.make_and_tell(
        settings.BACKUPS, keep=settings.BACKUPS_KEPT, by=None, at=timezone.now()
    )
    said = _text("Cadangan %(name)s dibuat dan dibaca ulang.") % {"name": made.folder.name}
    return Outcome(said, reverse("backups"))
