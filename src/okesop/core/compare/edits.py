"""The difference of two documents in its smallest pieces, from which the newer one is made exactly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from okesop.core.document import Identity, SopDocument
from okesop.core.operations.difference import keyed
from okesop.core.operations.ordering import moved
from okesop.core.places import LIST_NAMES

SECTIONS = ("performers", "steps", "nodes", "edges")


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that is another, in ``section`` under ``key``.

    Added: ``before`` is None and ``at`` its place in the newer document. Removed: ``after`` is None. Moved: both are
    None and ``at`` is its new place. Changed: both are there. A list is one value, its entries.
    """

    section: str
    key: str
    before: Any = None
    after: Any = None
    at: int | None = None

    @property
    def is_added(self) -> bool:
        """Whether the newer document alone has it."""
        return self.before is None and self.after is not None

    @property
    def is_removed(self) -> bool:
        """Whether the older document alone has it."""
        return self.before is not None and self.after is None

    @property
    def is_moved(self) -> bool:
        """Whether only its place among its like is another."""
        return self.before is None and self.after is None

    @property
    def value(self) -> Any:
        """What it is in the newer document, or was in the older one."""
        return self.before if self.after is None else self.after


def edits_between(old: SopDocument, new: SopDocument) -> tuple[Edit, ...]:
    """Return the edits that make ``new`` of ``old``; rows and columns that must move are as few as possible."""
    return (*_identity(old.identity, new.identity), *_lists(old, new), *_items(old, new))


def applied(edits: Iterable[Edit], old: SopDocument) -> SopDocument:
    """Return ``old`` with the edits done."""
    by_section: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_section[edit.section].append(edit)
    heads = {edit.key: edit.after for edit in by_section.pop("identity", ())}
    values: dict[str, Any] = {"identity": replace(old.identity, **heads)}
    for section, own in by_section.items():
        if section in LIST_NAMES:
            values[section] = own[-1].after
        else:
            values[section] = _with(keyed(section, getattr(old, section)), own)
    return replace(old, **values)


def _identity(old: Identity, new: Identity) -> Iterator[Edit]:
    for field in Identity.__slots__:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield Edit("identity", field, before, after)


def _lists(old: SopDocument, new: SopDocument) -> Iterator[Edit]:
    for name in LIST_NAMES:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Edit(name, "", before, after)


def _items(old: SopDocument, new: SopDocument) -> Iterator[Edit]:
    for section in SECTIONS:
        before, after = getattr(old, section), getattr(new, section)
        if before is not after and before != after:
            yield from _section(section, before, after)


def _section(section: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Edit]:
    was, now = keyed(section, before), keyed(section, after)
    place = {key: at for at, key in enumerate(now)}
    shifted = moved(list(was), list(now))
    yield from (Edit(section, key, item, None) for key, item in was.items() if key not in now)
    yield from (Edit(section, key, at=place[key]) for key in shifted)
    for key, item in now.items():
        if key not in was:
            yield Edit(section, key, None, item, place[key])
        elif was[key] != item:
            yield Edit(section, key, was[key], item)


def _with(items: dict[str, Any], edits: Sequence[Edit]) -> tuple[Any, ...]:
    places: list[tuple[int, Any]] = []
    for edit in sorted(edits, key=lambda edit: edit.is_moved):
        if edit.is_removed or edit.is_moved:
            item = items.pop(edit.key)
            if edit.at is not None:
                places.append((edit.at, item))
        elif edit.at is not None:
            places.append((edit.at, edit.after))
        else:
            items[edit.key] = edit.after
    result = list(items.values())
    for at, item in sorted(places, key=lambda place: place[0]):
        result.insert(at, item)
    return tuple(result)
