"""Holding the trail against its own chain: which entries were altered, removed, inserted.

An entry that does not carry its own hash was altered, or stands under another number than it was written with. So
the entries are first given the numbers with which they were hashed, where these can be found, and the chain is then
walked in that order: each link must name the one before, and the last must be the head. Memory grows with what is
wrong, not with the length of the trail.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import groupby
from operator import attrgetter

from django.db import connection

from okesop.audit.domain.trail import START
from okesop.audit.models import ChainHead, Entry

CHUNK = 2000
ASKED_AT_ONCE = 500


class Wrong(StrEnum):
    """What is wrong with an entry or a row of entries."""

    ALTERED = "altered"
    RENUMBERED = "renumbered"
    REPLACED = "replaced"
    REMOVED = "removed"
    INSERTED = "inserted"
    HEADLESS = "headless"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Entries ``first`` to ``last`` and what is wrong with them; ``was`` is the number of a renumbered one."""

    first: int
    last: int
    wrong: Wrong
    was: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holding the trail against its chain gave.

    ``guarded`` tells whether the database itself refuses to change and remove entries.
    """

    entries: int
    sequence: int
    last_hash: str
    faults: tuple[Fault, ...]
    guarded: bool

    @property
    def broken_at(self) -> int | None:
        """The first entry that does not fit."""
        return self.faults[0].first if self.faults else None


@dataclass(frozen=True, slots=True)
class _Link:
    told: int  # the number with which it was hashed
    stored: int
    previous: str
    hash: str
    sound: bool


def verify() -> Verdict:
    """Hold every entry against its own hash, its neighbours, and the head of the chain."""
    head = ChainHead.objects.filter(pk=1).first()
    last = Entry.objects.order_by("-sequence").values_list("sequence", "hash").first()
    sequence, last_hash = last or (0, START)
    suspects = _suspects(head.sequence - sequence if head else 0)
    found = [*_own_faults(suspects), *_chain_faults(_links(suspects), head)]
    return Verdict(Entry.objects.count(), sequence, last_hash, tuple(sorted(found)), is_guarded())


def is_guarded() -> bool:
    """Tell whether the triggers that refuse changes are in place."""
    asked = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass"
        " AND tgenabled <> 'D' AND NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor], [Entry._meta.db_table])  # noqa: SLF001 -- Django's public door
        return bool(cursor.fetchone()[0] >= 2)  # noqa: PLR2004 -- against changing, against removing


# --- each entry by itself


def _suspects(missing: int) -> dict[int, int | None]:
    """Return the entries that do not carry their hash → the number with which they do, None where there is none.

    ``missing`` is by how many the head is ahead of the last entry.
    """
    found: dict[int, int | None] = {}
    unknown: dict[str, list[Entry]] = {}
    for entry in Entry.objects.order_by("sequence").iterator(chunk_size=CHUNK):
        if entry.hash == entry.computed_hash():
            continue
        near = [entry.sequence + shift for shift in (1, -1, missing)]
        found[entry.sequence] = _number(entry, near)
        if found[entry.sequence] is None:
            unknown.setdefault(entry.previous, []).append(entry)
    for hashed, sequence in _places(list(unknown)):
        told = found.get(sequence) or sequence
        for entry in unknown[hashed]:
            found[entry.sequence] = _number(entry, [told + 1])
    return found


def _number(entry: Entry, candidates: Iterable[int]) -> int | None:
    return next((n for n in candidates if n > 0 and entry.hash == entry.computed_hash(n)), None)


def _places(hashes: list[str]) -> Iterator[tuple[str, int]]:
    for start in range(0, len(hashes), ASKED_AT_ONCE):
        asked = hashes[start : start + ASKED_AT_ONCE]
        yield from Entry.objects.filter(hash__in=asked).values_list("hash", "sequence")


def _own_faults(suspects: dict[int, int | None]) -> Iterator[Fault]:
    for stored, told in suspects.items():
        if told is None:
            yield Fault(stored, stored, Wrong.ALTERED)
        else:
            yield Fault(stored, stored, Wrong.RENUMBERED, told)


# --- the chain


def _links(suspects: dict[int, int | None]) -> Iterator[_Link]:
    """Yield all links in the order in which they were written."""
    moved = {stored for stored, told in suspects.items() if told is not None}
    strays = [
        _Link(suspects[s] or s, s, previous, hashed, sound=True)
        for s, previous, hashed in _rows(sorted(moved))
    ]
    in_place = (
        _Link(s, s, previous, hashed, sound=s not in suspects)
        for s, previous, hashed in Entry.objects.order_by("sequence")
        .values_list("sequence", "previous", "hash")
        .iterator(chunk_size=CHUNK)
        if s not in moved
    )
    return merge(in_place, sorted(strays, key=attrgetter("told")), key=attrgetter("told"))


def _rows(sequences: list[int]) -> Iterator[tuple[int, str, str]]:
    for start in range(0, len(sequences), ASKED_AT_ONCE):
        asked = sequences[start : start + ASKED_AT_ONCE]
        yield from Entry.objects.filter(sequence__in=asked).values_list(
            "sequence", "previous", "hash"
        )


def _chain_faults(links: Iterable[_Link], head: ChainHead | None) -> Iterator[Fault]:
    end = head.sequence if head else None
    before = [_Link(0, 0, "", START, sound=True)]
    for told, group in groupby(links, key=attrgetter("told")):
        here = list(group)
        if told < 1 or (end is not None and told > end):
            yield from (Fault(one.stored, one.stored, Wrong.INSERTED) for one in here)
            continue
        if told > before[0].told + 1:
            yield Fault(before[0].told + 1, told - 1, Wrong.REMOVED)
            yield from _rivals(before, set())
        else:
            yield from _rivals(before, {one.previous for one in here})
            yield from _broken_link(before, here)
        before = here
    yield from _end_faults(before, head)


def _rivals(group: list[_Link], named: set[str]) -> Iterator[Fault]:
    """Of several entries with one number those were inserted that the next does not name."""
    true = next((one for one in group if one.hash in named), group[0])
    yield from (Fault(one.stored, one.stored, Wrong.INSERTED) for one in group if one is not true)


def _broken_link(before: list[_Link], here: list[_Link]) -> Iterator[Fault]:
    if {one.hash for one in before} & {one.previous for one in here}:
        return
    earlier, later = before[0], here[0]
    if earlier.told == 0:
        yield Fault(later.stored, later.stored, Wrong.REPLACED)
    elif earlier.sound and not _only_its_link_was_altered(later, earlier):
        yield Fault(earlier.stored, earlier.stored, Wrong.REPLACED)


def _only_its_link_was_altered(later: _Link, earlier: _Link) -> bool:
    if later.sound:
        return False
    entry = Entry.objects.get(sequence=later.stored)
    return entry.hash == entry.computed_hash(previous=earlier.hash)


def _end_faults(last: list[_Link], head: ChainHead | None) -> Iterator[Fault]:
    number = last[0].told
    if head is None:
        yield from _rivals(last, set())
        if number:
            yield Fault(number, number, Wrong.HEADLESS)
    elif number < head.sequence:
        yield from _rivals(last, set())
        yield Fault(number + 1, head.sequence, Wrong.REMOVED)
    else:
        yield from _rivals(last, {head.hash})
        if head.hash not in {one.hash for one in last} and last[0].sound:
            yield Fault(last[0].stored, last[0].stored, Wrong.REPLACED)
