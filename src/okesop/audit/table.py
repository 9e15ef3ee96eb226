"""What the rooms above hand in: the module that the settings name as ``TRAIL``.

The trail stands below the rooms whose acts it tells: it knows neither units nor documents nor their words.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from django.conf import settings
from django.db.models import Model, Q

if TYPE_CHECKING:
    from django.contrib.auth.models import _User
    from django.utils.functional import Promise

    from okesop.audit.models import Entry

Held = Callable[[], Iterator[str]]
"""Holds what lies frozen in a room against its hashes; yields a sentence for each thing that differs."""


class Table(Protocol):
    """What the module offers."""

    SENTENCES: "Mapping[str, Promise]"
    """Action → what somebody did, with ``%(thing)s`` for its object."""
    THINGS: "Mapping[str, Promise]"
    """Kind of an object → its word."""
    HELD: Mapping[str, Held]
    """What is frozen → how it is verified."""

    def unit_of(self, thing: Model) -> int | None:
        """Return the unit to which a thing belongs now."""

    def seen_by(self, user: "_User") -> Q:
        """Return the filter of the entries that a person may read."""

    def address_of(self, entry: "Entry", user: "_User") -> str:
        """Return where the object of an entry is shown to this person; "" where it is not."""


def table() -> Table:
    """Return the module."""
    return cast("Table", import_module(settings.TRAIL))
