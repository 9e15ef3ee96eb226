"""Days and times as the office writes them."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from okesop.ui.templatetags import written


def clock(at: datetime) -> str:
    """Return "10.42" in the office's zone, "10:42" in English."""
    return date_format(timezone.localtime(at), "H:i" if get_language() == "en" else "H.i")


def zoned(at: datetime) -> str:
    """Return "10.42 WITA", for a time that may lie days back."""
    return written.clock(at)


def day(at: datetime) -> str:
    """Return "24 November 2026" in the office's zone."""
    return date_format(timezone.localtime(at), "j F Y")
