"""The states of long work."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProgressState(TextChoices):
    """How long work stands."""

    WAITING = "waiting", _("Menunggu giliran")
    RUNNING = "running", _("Sedang dikerjakan")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")
