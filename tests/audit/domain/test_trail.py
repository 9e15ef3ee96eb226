from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from okesop.audit import origin
from okesop.audit.domain import trail
from okesop.audit.models import ChainHead, Entry
from okesop.audit.models.entry import AppendOnly


@pytest.fixture
def three(author, noon):
    for minute, action in enumerate(("a.one", "a.two", "a.three")):
        trail.record(action, author, by=author, at=noon + timedelta(minutes=minute))


def forge(sequence, **columns):
    """Change the trail as somebody with the database in his hands would."""
    Entry._base_manager.filter(sequence=sequence).update(**columns)


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
    assert trail.verify() == trail.Verdict(3, third.hash, None)


def test_an_empty_trail_is_whole(db):
    assert trail.verify() == trail.Verdict(0, trail.START, None)


@pytest.mark.parametrize(
    "columns",
    [{"action": "x"}, {"detail": "{}x"}, {"name": "x"}, {"by": None}, {"address": "1.1.1.1"}]
    + [{"previous": "0" * 64}, {"hash": "0" * 64}],
    ids=lambda columns: next(iter(columns)),
)
def test_a_changed_entry_shows(three, columns):
    forge(2, **columns)

    assert trail.verify().broken_at in {2, 3}


def test_a_removed_entry_shows(three):
    Entry._base_manager.filter(sequence=2).delete()

    assert trail.verify().broken_at == 2


def test_a_cut_off_end_shows(three):
    Entry._base_manager.filter(sequence=3).delete()

    assert trail.verify().broken_at == 3


def test_an_emptied_trail_shows(three):
    Entry._base_manager.all().delete()

    assert trail.verify().broken_at == 1


def test_the_ways_to_change_or_remove_are_closed(three):
    with pytest.raises(AppendOnly):
        Entry.objects.filter(sequence=1).update(action="x")
    with pytest.raises(AppendOnly):
        Entry.objects.all().delete()
    with pytest.raises(AppendOnly):
        Entry.objects.get(sequence=1).delete()


def test_an_act_that_is_taken_back_leaves_no_trace_and_no_gap(three, author, noon):
    with transaction.atomic():
        trail.record("a.lost", author, by=author, at=noon)
        transaction.set_rollback(True)
    trail.record("a.four", author, by=author, at=noon)

    assert trail.verify().entries == 4
    assert trail.verify().broken_at is None


def test_names_with_nul_and_long_names_are_kept_short(author, noon):
    author.name = "x\0" * 300

    entry = trail.record("a.one", author, by=author, at=noon, detail={"typed": "\0"})

    assert entry.name == "x" * 200
    assert trail.verify().broken_at is None


def test_the_command_tells_the_last_hash(three):
    told = StringIO()

    call_command("verify_audit", stdout=told)

    assert "3" in told.getvalue()
    assert Entry.objects.last().hash in told.getvalue()


def test_the_command_fails_on_a_broken_trail(three):
    ChainHead.objects.update(sequence=9)

    with pytest.raises(CommandError, match="4"):
        call_command("verify_audit", stdout=StringIO())
