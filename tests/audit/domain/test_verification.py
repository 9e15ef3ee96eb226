"""Whatever is done to the rows behind the trail's back is named."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection
from tests.guard import unguarded

from okesop.audit.domain import anchors, telling, trail
from okesop.audit.domain.verification import Fault, Wrong, verify
from okesop.audit.models import ChainHead, Entry

ENTRIES, TAMPERINGS = 24, 200
COLUMNS = ("at", "by", "as_position", "action", "kind", "key", "name", "unit", "before", "after")
COLUMNS += ("detail", "address", "device", "previous", "hash", "layout")


@pytest.fixture
def chain(author, noon):
    """Some acts."""
    for number in range(ENTRIES):
        trail.record(
            f"a.act{number}",
            author,
            by=author,
            at=noon + timedelta(minutes=number),
            as_position="Kepala",
        )


def rows(sequence):
    return Entry._base_manager.filter(sequence=sequence)


def forged(entry, column, random):
    """Return another value for a column."""
    if column == "at":
        return entry.at + timedelta(seconds=random.randint(1, 10**6))
    if column == "by":
        return None
    if column in {"unit", "layout"}:
        return (getattr(entry, column) or 0) + random.choice((-1, 1))
    return f"{random.randrange(16**8):x}"


def alter(random):
    entry = rows(random.randint(1, ENTRIES)).get()
    column = random.choice(COLUMNS)
    rows(entry.sequence).update(**{column: forged(entry, column, random)})
    return {entry.sequence}


def alter_with_a_new_hash(random):
    entry = rows(random.randint(1, ENTRIES)).get()
    entry.name = f"{random.randrange(16**8):x}"
    rows(entry.sequence).update(name=entry.name, hash=entry.computed_hash())
    return {entry.sequence}


def remove(random):
    first = random.randint(1, ENTRIES)
    last = min(ENTRIES, first + random.choice((0, 0, 1, 5)))
    rows(first).model._base_manager.filter(sequence__range=(first, last)).delete()
    return set(range(first, last + 1))


def truncate(random):
    first = random.randint(1, ENTRIES)
    Entry._base_manager.filter(sequence__gte=first).delete()
    return set(range(first, ENTRIES + 1))


def swap(random):
    one, other = random.sample(range(1, ENTRIES + 1), 2)
    for old, new in ((one, 900), (other, one), (900, other)):
        rows(old).update(sequence=new)
    return {one, other}


def shift(first, by):
    """Renumber everything from an entry on."""
    moved = Entry._base_manager.filter(sequence__gte=first)
    for number in sorted(moved.values_list("sequence", flat=True), reverse=by > 0):
        rows(number).update(sequence=number + by)


def inserted(sequence, previous):
    entry = Entry(
        sequence=sequence,
        layout=2,
        at=Entry.objects.latest("at").at,
        action="a.forged",
        previous=previous,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    return {sequence}


def insert_between(random):
    place = random.randint(2, ENTRIES)
    before = rows(place - 1).get().hash
    shift(place, 1)
    return inserted(place, before)


def insert_behind(random):
    return inserted(ENTRIES + random.randint(1, 9), rows(ENTRIES).get().hash)


def remove_and_close_the_gap(random):
    place = random.randint(1, ENTRIES - 1)
    rows(place).delete()
    shift(place + 1, -1)
    return {place}


WAYS = (alter, alter_with_a_new_hash, remove, truncate, swap)
WAYS += (insert_between, insert_behind, remove_and_close_the_gap)


def named(verdict):
    return {n for fault in verdict.faults for n in range(fault.first, fault.last + 1)}


def test_a_whole_trail_has_no_faults(chain):
    verdict = verify()

    assert (verdict.entries, verdict.sequence, verdict.faults) == (ENTRIES, ENTRIES, ())
    assert verdict.last_hash == Entry.objects.last().hash
    assert verdict.guarded


def test_an_empty_trail_is_whole(db):
    assert (verify().entries, verify().last_hash, verify().faults) == (0, trail.START, ())


@pytest.mark.parametrize("seed", range(TAMPERINGS))
def test_every_tampering_is_named(chain, seed):
    random = Random(seed)
    with unguarded():
        touched = WAYS[seed % len(WAYS)](random)

    assert touched <= named(verify()), WAYS[seed % len(WAYS)].__name__


@pytest.mark.parametrize("seed", range(12))
def test_many_tamperings_at_once_are_all_named_and_no_other_entry(chain, seed):
    random = Random(seed)
    altered, replaced, removed = (set(random.sample(range(s, 24, 6), 3)) for s in (1, 3, 5))
    with unguarded():
        for sequence in altered:
            rows(sequence).update(detail='{"forged":1}')
        for sequence in replaced:
            entry = rows(sequence).get()
            entry.by = None
            rows(sequence).update(by=None, hash=entry.computed_hash())
        for sequence in removed:
            rows(sequence).delete()

    assert verify().faults == tuple(
        sorted(
            [Fault(n, n, Wrong.ALTERED) for n in altered]
            + [Fault(n, n, Wrong.REPLACED) for n in replaced]
            + [Fault(n, n, Wrong.REMOVED) for n in removed]
        )
    )


def test_a_swap_names_the_two_and_where_they_stood(chain):
    with unguarded():
        for old, new in ((7, 900), (20, 7), (900, 20)):
            rows(old).update(sequence=new)

    assert verify().faults == (
        Fault(7, 7, Wrong.RENUMBERED, 20),
        Fault(20, 20, Wrong.RENUMBERED, 7),
    )


def test_a_closed_gap_names_what_is_gone_and_what_moved(chain):
    with unguarded():
        rows(22).delete()
        shift(23, -1)

    assert verify().faults == (
        Fault(22, 22, Wrong.REMOVED),
        Fault(22, 22, Wrong.RENUMBERED, 23),
        Fault(23, 23, Wrong.RENUMBERED, 24),
    )


def test_an_inserted_entry_is_told_from_those_it_pushed_on(chain):
    before = rows(22).get().hash
    with unguarded():
        shift(23, 1)
        inserted(23, before)

    assert verify().faults == (
        Fault(23, 23, Wrong.INSERTED),
        Fault(24, 24, Wrong.RENUMBERED, 23),
        Fault(25, 25, Wrong.RENUMBERED, 24),
    )


def test_an_emptied_trail_and_a_lost_head_show(chain):
    ChainHead.objects.all().delete()
    assert verify().faults == (Fault(ENTRIES, ENTRIES, Wrong.HEADLESS),)

    ChainHead.objects.create(pk=1, sequence=ENTRIES, hash=rows(ENTRIES).get().hash)
    with unguarded():
        Entry._base_manager.all().delete()
    assert verify().faults == (Fault(1, ENTRIES, Wrong.REMOVED),)


def rewrite(first):
    """Write the trail anew from an entry on, head and all."""
    with unguarded():
        previous = rows(first).get().previous
        for entry in Entry.objects.filter(sequence__gte=first).order_by("sequence"):
            entry.previous = previous
            entry.name = "forged" if entry.sequence == first else entry.name
            previous = entry.computed_hash()
            rows(entry.sequence).update(name=entry.name, previous=entry.previous, hash=previous)
    ChainHead.objects.update(hash=previous)


def test_a_trail_written_anew_as_a_whole_shows_against_its_anchors(author, noon, tmp_path):
    kept = tmp_path / "jangkar.txt"
    for number in range(30):
        trail.record(f"a.act{number}", author, by=author, at=noon)
        if number % 10 == 9:
            anchors.drop(kept, at=noon)
    assert list(anchors.faults(anchors.read(kept))) == []

    rewrite(15)

    assert verify().faults == ()
    assert list(anchors.faults(anchors.read(kept))) == [Fault(11, 20, Wrong.REWRITTEN)]


@pytest.mark.parametrize("content", ["", "x", '{"sequence": 1}', "[1]", "\n\n"])
def test_a_file_that_holds_no_anchors_is_refused(tmp_path, content):
    kept = tmp_path / "jangkar.txt"
    kept.write_text(content)

    with pytest.raises(anchors.AnchorUnreadable, match="Berkas jangkar"):
        anchors.read(kept)


def test_a_missing_guard_shows(chain):
    with unguarded():
        guarded = verify().guarded

    assert guarded == (connection.vendor == "postgresql")  # there the guard only sleeps


@pytest.mark.parametrize("wrong", list(Wrong))
def test_every_fault_is_a_sentence(wrong):
    said = telling.sentence(Fault(3, 3, wrong, 7))

    assert "3" in said
    assert said.endswith(".")
