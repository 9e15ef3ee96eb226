from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from tests.factories import procedures as sops

from okesop.procedures.domain import diagram, revising
from okesop.procedures.domain.transitions import NEEDS, TRANSITIONS, Need
from okesop.procedures.enums import Move, VersionState
from okesop.procedures.models import Approval, Version, guards

ROOT = Path(__file__).parent.parent.parent.parent
SOURCE = ROOT / "src" / "okesop" / "procedures"


def test_the_page_about_the_life_agrees_with_the_table():
    assert (ROOT / "docs" / "life.md").read_text(encoding="utf-8") == diagram.text()


def test_every_move_every_state_and_every_need_is_in_the_table():
    assert {each.move for each in TRANSITIONS} == set(Move)
    reached = {VersionState.DRAFT} | {each.target for each in TRANSITIONS}
    assert reached == set(VersionState)
    assert {need for each in TRANSITIONS for need in each.needs} == set(Need) == set(NEEDS)


def test_the_state_is_written_in_one_file():
    wrote = [
        path.name
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and ".update(\n        state=" in path.read_text()
    ]
    assert wrote == ["transitions.py"]
    assigned = [path for path in SOURCE.rglob("*.py") if "version.state = " in path.read_text()]
    assert assigned == []


@pytest.fixture
def guarded(db):
    """Every guard is up, as the migrations left them."""
    names = set(guards.guards(connection.vendor))
    table = "sqlite_master" if connection.vendor == "sqlite" else "pg_trigger"
    column = "name" if connection.vendor == "sqlite" else "tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")  # noqa: S608 -- names of ours
        assert names <= {name for (name,) in cursor.fetchall()}


@pytest.fixture
def in_force(guarded, general, cast):
    return sops.approved(sops.draft(general, cast[0]), cast)


FROZEN = {
    "document": "{}",
    "sha256": "0" * 64,
    "code": "another",
    "effective_on": "2020-01-01",
    "approved_at": "2020-01-01T00:00:00Z",
    "number": 9,
    "round": 9,
    "state": "draft",
}


@pytest.mark.parametrize("column", FROZEN)
def test_the_database_refuses_to_change_what_was_approved(in_force, column):
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=in_force.pk).update(**{column: FROZEN[column]})


def test_the_database_refuses_another_pdf(in_force):
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=in_force.pk).update(pdf=None)


def test_the_database_refuses_to_delete_what_was_approved(in_force):
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=in_force.pk)._raw_delete("default")
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(version=in_force).delete()


def test_the_database_refuses_to_change_a_decision(in_force):
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.filter(version=in_force).update(position="Wali Kota")


def test_the_database_refuses_to_change_what_is_under_review(guarded, general, author):
    version = sops.submitted(sops.draft(general, author), author)

    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(document="{}")


def test_a_draft_that_was_returned_can_be_discarded(guarded, general, author, verifier):
    from okesop.procedures.domain import drafting, life

    version = sops.submitted(sops.draft(general, author), author)
    life.send_back(version, note="Tidak perlu.", hand=sops.hand(version, verifier))

    drafting.discard(version, by=author, at=sops.MORNING)

    assert not Version.objects.exists()


def test_what_was_approved_stays_byte_for_byte_through_a_thousand_operations(in_force, cast):
    from okesop.files.domain import store

    before = (in_force.document, in_force.sha256, store.read(in_force.pdf))
    second = revising.revise(in_force, by=cast[0], at=sops.MORNING)
    for turn in range(20):
        places = (sops.text("steps/s1/note", f"catatan {turn}.{n}") for n in range(50))
        sops.change(second, *places, by=cast[0])

    in_force.refresh_from_db()
    assert (in_force.document, in_force.sha256, store.read(in_force.pdf)) == before
