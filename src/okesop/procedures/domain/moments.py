"""A time as the office writes it, of today."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language


def clock(at: datetime) -> str:
    """Return "10.42" in the office's zone, "10:42" in English."""
    return date_format(timezone.localtime(at), "H:i" if get_language() == "en" else "H.i")
