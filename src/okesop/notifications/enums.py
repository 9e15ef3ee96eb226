"""How often e-mail comes."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rhythm(TextChoices):
    """When a person is sent what he did not read yet."""

    NONE = "none", _("Tidak pernah")
    DAILY = "daily", _("Sekali sehari, pagi")
    AT_ONCE = "at_once", _("Segera")
