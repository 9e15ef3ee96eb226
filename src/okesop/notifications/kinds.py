"""What people are told about: kinds of events, declared by the rooms above in the table that the settings name."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings


class UnknownKind(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Nothing is declared under this name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event and its words.

    ``text`` may use ``{actor}``, ``{subject}``, ``{detail}``; ``text_many`` also ``{count}``, where more of the same
    happened before it was read. What is ``optional`` may be switched off by each person.
    """

    code: str
    label: Any
    text: Any
    icon: str
    text_many: Any = ""
    optional: bool = False


GONE = Kind("", "", "{subject}", "bell")
"""Stands for a kind that this version of the product does not know (any more)."""


def table() -> Mapping[str, Kind]:
    """Return the declared kinds by their codes, in the order in which they are shown."""
    found: Mapping[str, Kind] = import_module(settings.NOTICES).KINDS
    return found


def find(code: str) -> Kind:
    """Return the kind of that code; raises UnknownKind."""
    try:
        return table()[code]
    except KeyError:
        raise UnknownKind(code) from None
