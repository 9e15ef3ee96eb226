"""Choices of a person about the page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The languages of the interface, each by its own name."""

    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class Theme(TextChoices):
    """Light or dark."""

    SYSTEM = "system", _("Ikut perangkat")
    LIGHT = "light", _("Terang")
    DARK = "dark", _("Gelap")
