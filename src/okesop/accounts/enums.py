"""Choices of a person about the page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """The languages of the interface."""

    INDONESIAN = "id", _("Bahasa Indonesia")
    ENGLISH = "en", _("Inggris")


class Theme(TextChoices):
    """Light or dark."""

    SYSTEM = "system", _("Ikut perangkat")
    LIGHT = "light", _("Terang")
    DARK = "dark", _("Gelap")
