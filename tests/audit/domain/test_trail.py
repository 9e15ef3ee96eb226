from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from okesop.audit import origin
from okesop.audit.domain import trail
from okesop.audit.domain.verification import verify
from okesop.audit.models import ChainHead, Entry
from okesop.audit.models.entry import AppendOnly


@pytest.fixture
def three(author, noon):
    for minute, action in enumerate(("a.one", "a.two", "a.three")):
        trail.record(action, author, by=author, at=noon + timedelta(minutes=minute))


def test_an_act_is_told_with_its_person_thing_and_origin(author, noon):
    token = origin.current.set(origin.Origin("10.0.0.7", "Firefox"))
    try:
        trail.record("office.move", author, by=author, at=noon, detail={"to": 2, "from": 1})
    finally:
        origin.current.reset(token)

    entry = Entry.objects.get()
    assert (entry.sequence, entry.action, entry.by, entry.at) == (1, "office.move", author, noon)
    assert (entry.kind, entry.key, entry.name) == (
        "accounts.user",
        str(author.pk),
        "La Ode Fadlan",
    )
    assert entry.detail == '{"from":1,"to":2}'
    assert (entry.address, entry.device) == ("10.0.0.7", "Firefox")


def test_a_command_has_no_person_and_an_act_may_have_no_thing(db, noon):
    trail.record("office.tidy", None, by=None, at=noon)

    entry = Entry.objects.get()
    assert (entry.by, entry.kind, entry.key, entry.name) == (None, "", "", "")


def test_each_entry_names_the_one_before(three):
    first, second, third = Entry.objects.all()

    assert first.previous == trail.START
    assert second.previous == first.hash
    assert third.previous == second.hash


def test_the_ways_to_change_or_remove_are_closed(three):
    with pytest.raises(AppendOnly):
        Entry.objects.filter(sequence=1).update(action="x")
    with pytest.raises(AppendOnly):
        Entry.objects.all().delete()
    with pytest.raises(AppendOnly):
        Entry.objects.get(sequence=1).delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET name = 'x' WHERE sequence = 2",
        "DELETE FROM audit_entry WHERE sequence = 2",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
    ],
)
def test_the_database_itself_refuses(three, statement):
    if connection.vendor == "sqlite" and statement.startswith("TRUNCATE"):
        pytest.skip("SQLite knows no such word")
    connection.check_constraints()

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Entry.objects.count() == 3


def test_an_act_may_tell_its_position_and_the_hashes_around_it(author, general, noon):
    entry = trail.record(
        "office.sign",
        author,
        by=author,
        at=noon,
        as_position="Plt. Kepala Bagian Umum",
        before="a" * 64,
        after="b" * 64,
    )

    assert (entry.layout, entry.unit) == (2, general.pk)
    assert entry.as_position == "Plt. Kepala Bagian Umum"
    assert (entry.before, entry.after) == ("a" * 64, "b" * 64)


def test_entries_of_the_first_layout_stay_in_the_chain(three, author, noon):
    old = Entry(
        sequence=4, at=noon, by=author, action="a.old", previous=Entry.objects.get(pk=3).hash
    )
    old.hash = old.computed_hash()
    old.save(force_insert=True)
    ChainHead.objects.update(sequence=4, hash=old.hash)

    trail.record("a.new", author, by=author, at=noon)

    assert old.layout == 1
    assert verify().faults == ()
    old.as_position = "Kepala Bagian Umum"
    assert old.computed_hash() == ""


def test_an_act_that_is_taken_back_leaves_no_trace_and_no_gap(three, author, noon):
    with transaction.atomic():
        trail.record("a.lost", author, by=author, at=noon)
        transaction.set_rollback(True)
    trail.record("a.four", author, by=author, at=noon)

    assert verify().entries == 4
    assert verify().broken_at is None


def test_names_with_nul_and_long_names_are_kept_short(author, noon):
    author.name = "x\0" * 300

    entry = trail.record("a.one", author, by=author, at=noon, detail={"typed": "\0"})

    assert entry.name == "x" * 200
    assert verify().broken_at is None


def test_many_acts_stand_in_the_chain_as_one_after_the_other(general, legal, administrator, noon):
    trail.record("organisation.create_unit", general, by=administrator, at=noon)
    acts = [trail.Act("organisation.change_unit", unit, {"n": 1}) for unit in (general, legal)]

    assert trail.record_all(acts, by=administrator, at=noon) == 2
    trail.record("organisation.create_unit", legal, by=administrator, at=noon)

    assert [entry.sequence for entry in Entry.objects.order_by("sequence")] == [1, 2, 3, 4]
    assert [entry.unit for entry in Entry.objects.order_by("sequence")][1:3] == [
        general.pk,
        legal.pk,
    ]
    assert verify().broken_at is None
