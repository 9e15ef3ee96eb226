"""Days, times and figures as an official writes them."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import formats, timezone, translation

register = template.Library()
ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day: "24 November 2026"."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return formats.date_format(local, "j F Y")


@register.filter
def clock(value: datetime | None) -> str:
    """Write a time with its zone: "10.42 WITA", in English "10:42 WITA"."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    zone = ZONES.get(timezone.get_current_timezone_name(), local.tzname() or "")
    mark = ":" if translation.get_language() == "en" else "."
    return f"{local:%H}{mark}{local:%M} {zone}"


@register.filter
def moment(value: datetime | None) -> str:
    """Write day and time: "24 November 2026, 10.42 WITA"."""
    return f"{day(value)}, {clock(value)}" if value else ""


@register.filter
def nip(value: str | None) -> str:
    """Write a NIP as 8 + 6 + 1 + 3 digits."""
    text = value or ""
    return f"{text[:8]} {text[8:14]} {text[14:15]} {text[15:]}".strip()


@register.filter
def number(value: float | Decimal | None) -> str:
    """Write a figure with the language's signs: "1.234,5", in English "1,234.5"."""
    if value is None:
        return ""
    text = f"{value:,}"
    swapped = text.translate(str.maketrans(",.", ".,"))
    return text if translation.get_language() == "en" else swapped
