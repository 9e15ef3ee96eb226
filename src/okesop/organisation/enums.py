"""How somebody holds a position."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssignmentKind(TextChoices):
    """Held for good, or for a time in place of its holder (Plt. when vacant, Plh. when away)."""

    DEFINITIVE = "definitive", _("Definitif")
    ACTING = "acting", _("Plt.")
    DAILY = "daily", _("Plh.")
