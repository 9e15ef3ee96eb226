"""Checks of single fields of an operation that comes from a browser: type, bounds, words."""

import re
from collections.abc import Mapping

from okesop.core import bounds
from okesop.core.document import NodeKind, Side
from okesop.core.operations.outcome import Check, Kind, Operation, Refused
from okesop.core.places import LIST_NAMES, STEP_NAMES
from okesop.core.text import Sentence

_NEW_ID = re.compile(r"[a-z][a-z0-9]{0,39}")
_MALFORMED = Sentence(
    "Perubahan ini tidak dapat dibaca (“{field}”). Muat ulang halaman, lalu coba lagi.",
    "This change cannot be read (“{field}”). Reload the page and try again.",
)
_TOO_LONG = Sentence(
    "Teks ini lebih panjang dari 100.000 huruf. Persingkat atau pindahkan ke lampiran.",
    "This text is longer than 100,000 characters. Shorten it or move it to an annex.",
)
_LARGEST_INDEX = 2**31 - 1
KINDS = frozenset({NodeKind.TERMINATOR, NodeKind.PROCESS, NodeKind.DECISION})
"""The symbols that an author may choose (PermenPAN-RB 35/2012); connectors are drawn by the program."""


def is_text(value: object) -> bool:
    """Tell whether the value is a text within the bounds."""
    if isinstance(value, str) and len(value) > bounds.TEXT_CHARACTERS:
        raise Refused(_TOO_LONG)
    return isinstance(value, str)


def is_text_or_null(value: object) -> bool:
    """Tell whether the value is a text or null."""
    return value is None or is_text(value)


def is_id(value: object) -> bool:
    """Tell whether the value may name something in the document."""
    return isinstance(value, str) and 0 < len(value) <= bounds.ID_CHARACTERS


def is_id_or_null(value: object) -> bool:
    """Tell whether the value names something or nothing."""
    return value is None or is_id(value)


def is_new_id(value: object) -> bool:
    """Tell whether the value may become the id of something new."""
    return isinstance(value, str) and _NEW_ID.fullmatch(value) is not None


def is_ids(value: object) -> bool:
    """Tell whether the value is a list of different ids, not empty."""
    if not isinstance(value, list | tuple) or not 0 < len(value) <= bounds.STEPS:
        return False
    return all(map(is_id, value)) and len(set(value)) == len(value)


def is_index(value: object) -> bool:
    """Tell whether the value counts places in a list."""
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return 0 <= value <= _LARGEST_INDEX


def is_list_name(value: object) -> bool:
    """Tell whether the value names one of the six lists."""
    return isinstance(value, str) and value in LIST_NAMES


def is_kind(value: object) -> bool:
    """Tell whether the value is a kind of symbol that an author may choose."""
    return isinstance(value, str) and value in KINDS


def is_mode(value: object) -> bool:
    """Tell whether the value says what becomes of a symbol that the row has already."""
    return value in (None, "move", "join")


def is_side(value: object) -> bool:
    """Tell whether the value is a side to pin, or none."""
    return value is None or (isinstance(value, str) and value in set(Side))


def is_new_steps(value: object) -> bool:
    """Tell whether the value is a list of new rows."""
    if not isinstance(value, list | tuple) or not value:
        return False
    return len(value) <= bounds.STEPS and all(map(_is_new_step, value))


def _is_new_step(value: object) -> bool:
    if not isinstance(value, Mapping) or not is_new_id(value.get("id")):
        return False
    symbols = value.get("symbols") or []
    return (
        all(is_text_or_null(value.get(name)) for name in STEP_NAMES)
        and isinstance(symbols, list | tuple)
        and len(symbols) <= bounds.PERFORMERS
        and all(map(_is_new_symbol, symbols))
    )


def _is_new_symbol(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and is_new_id(value.get("id"))
        and is_id(value.get("performer"))
        and is_kind(value.get("kind"))
    )


def is_exits(value: object) -> bool:
    """Tell whether the value is a list of ways out of a symbol."""
    if not isinstance(value, list | tuple) or len(value) > bounds.PERFORMERS:
        return False
    return all(map(_is_exit, value))


def _is_exit(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and is_id_or_null(value.get("to"))
        and is_text_or_null(value.get("label"))
        and is_side(value.get("leave"))
        and is_side(value.get("side"))
    )


def check(operation: Operation, kind: Kind) -> None:
    """Refuse an operation whose fields are missing or malformed."""
    for field, sound in kind.needs.items():
        _check_field(operation, field, sound)
    for field, sound in kind.may.items():
        if operation.get(field) is not None:
            _check_field(operation, field, sound)


def _check_field(operation: Operation, field: str, sound: Check) -> None:
    if field not in operation or not sound(operation[field]):
        raise malformed(field)


def malformed(field: str) -> Refused:
    """Return the refusal of a field that no program of ours writes."""
    return Refused(_MALFORMED.filled(field=field))
