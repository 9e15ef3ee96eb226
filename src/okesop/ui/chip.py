"""A filter that is on, as a list shows it above its rows (template ``ui/chips.html``)."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on: its kind, what it says, and the address (from its "?") without it."""

    label: str | Promise
    text: str | Promise
    without: str
