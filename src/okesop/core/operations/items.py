"""The entries of the six lists: insert, set, remove, move.

An entry has no id; the author's program says what it saw (``was``), and where others have moved the entry meanwhile it
is found again by that.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from okesop.core import bounds
from okesop.core.document import SopDocument
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.shape import is_index, is_list_name, is_text
from okesop.core.operations.telling import spoken
from okesop.core.operations.texts import clean
from okesop.core.places import LIST_NAMES
from okesop.core.text import Sentence

_GONE = Sentence(
    "Butir ini sudah diubah atau dihapus orang lain.",
    "Someone else has changed or removed this entry.",
)
_FULL = Sentence(
    "Daftar ini paling banyak {most} butir.", "This list holds at most {most} entries."
)
_ADDED = Sentence(
    "Butir aslinya sudah diubah orang lain; tulisan Anda ditambahkan sebagai butir baru.",
    "Someone else has changed the entry; yours was added as a new one.",
)


def _with(document: SopDocument, name: str, items: list[str]) -> SopDocument:
    values: dict[str, Any] = {name: tuple(items)}
    return replace(document, **values)


def _place(items: list[str], operation: Operation) -> int | None:
    index, was = operation["index"], clean(operation["was"])
    if index < len(items) and items[index] == was:
        return int(index)
    found = [place for place, item in enumerate(items) if item == was]
    return min(found, key=lambda place: abs(place - index)) if found else None


def insert_item(document: SopDocument, operation: Operation) -> Outcome:
    """Insert an entry; beyond the end it becomes the last."""
    name = operation["list"]
    items = list(getattr(document, name))
    if len(items) >= bounds.LIST_ITEMS:
        raise Refused(_FULL.filled(most=bounds.LIST_ITEMS))
    items.insert(operation["index"], clean(operation["value"]))
    return Outcome(_with(document, name, items))


def set_item(document: SopDocument, operation: Operation) -> Outcome:
    """Set an entry's text; where the entry is gone the text is added, so that nothing typed is lost."""
    name = operation["list"]
    items = list(getattr(document, name))
    place = _place(items, operation)
    if place is None:
        return Outcome(insert_item(document, operation).document, (_ADDED,))
    items[place] = clean(operation["value"])
    return Outcome(_with(document, name, items))


def remove_item(document: SopDocument, operation: Operation) -> Outcome:
    """Remove an entry."""
    name = operation["list"]
    items = list(getattr(document, name))
    place = _place(items, operation)
    if place is None:
        raise Refused(_GONE)
    del items[place]
    return Outcome(_with(document, name, items))


def move_item(document: SopDocument, operation: Operation) -> Outcome:
    """Move an entry to the place ``to``, counted without it."""
    name = operation["list"]
    items = list(getattr(document, name))
    place = _place(items, operation)
    if place is None:
        raise Refused(_GONE)
    items.insert(operation["to"], items.pop(place))
    return Outcome(_with(document, name, items))


def _teller(id_: str, en: str) -> Callable[[SopDocument, Operation], Sentence]:
    sentence = Sentence(id_, en)
    return lambda _, operation: sentence.filled(list=spoken(LIST_NAMES[operation["list"]]))


_SEEN = {"list": is_list_name, "index": is_index, "was": is_text}

OPERATIONS = {
    "insert_item": Kind(
        insert_item,
        _teller("menambah butir {list}", "added an entry to {list}"),
        {"list": is_list_name, "index": is_index, "value": is_text},
    ),
    "set_item": Kind(
        set_item,
        _teller("mengubah butir {list}", "changed an entry of {list}"),
        {**_SEEN, "value": is_text},
    ),
    "remove_item": Kind(
        remove_item, _teller("menghapus butir {list}", "removed an entry of {list}"), _SEEN
    ),
    "move_item": Kind(
        move_item,
        _teller("memindahkan butir {list}", "moved an entry of {list}"),
        {**_SEEN, "to": is_index},
    ),
}
