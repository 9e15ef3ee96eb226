"""What the rooms hand to the trail: every act has its words, every thing its unit and its address."""

import ast
from pathlib import Path

import pytest
from django.utils import timezone
from tests.factories import organisation as office
from tests.factories import procedures
from tests.factories.organisation import GrantFactory

from okesop.audit.domain import trail
from okesop.audit.domain.queries import acts
from okesop.audit.domain.queries.acts import VERIFIED
from okesop.audit.models import Entry
from okesop.config.backup import telling
from okesop.config.trail import SENTENCES, THINGS, address_of, unit_of
from okesop.organisation.models import Assignment
from okesop.procedures.enums import Move

SOURCE = Path(__file__).parents[2] / "src" / "okesop"


def recorded():
    """Yield every code of an act that a call of ``trail.record`` names; those made from a move, by their moves."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "trail.record",
                "trail.Act",
            }:
                yield from codes(ast.unparse(node.args[0]))


NAMED = {"VERIFIED": VERIFIED, "MADE": telling.MADE, "RESTORED": telling.RESTORED}


def codes(written):
    if written == "f'procedures.version.{transition.move}'":
        return [f"procedures.version.{move}" for move in Move.values]
    return [NAMED[written]] if written in NAMED else [ast.literal_eval(written)]


def test_every_act_has_its_words():
    assert sorted(set(recorded()) - set(SENTENCES)) == []


def test_every_kind_of_thing_has_its_word(author, general, noon):
    for thing in (author, author.person, general, procedures.draft(general, author)):
        assert trail.record("a.act", thing, by=author, at=noon).kind in THINGS


def test_a_thing_belongs_to_the_unit_that_it_names(author, general, noon):
    draft = procedures.draft(general, author)
    assignment = Assignment.objects.get(person=author.person)

    for thing in (
        general,
        author,
        author.person,
        draft,
        draft.procedure,
        assignment,
        assignment.position,
    ):
        assert unit_of(thing) == general.pk
    assert unit_of(office.UserFactory()) is None


def test_who_holds_a_position_for_good_belongs_there_before_his_times_elsewhere(
    author, general, legal
):
    office.AssignmentFactory(person=author.person, position__unit=legal, kind="acting")

    assert unit_of(author) == general.pk


@pytest.fixture
def told(author, stranger, general, legal, noon):
    """An act in each of two divisions, and one that belongs to none."""
    drafts = [procedures.draft(general, author), procedures.draft(legal, stranger)]
    return [*drafts, trail.record("backup.make", None, by=None, at=timezone.now())]


def units_seen(user):
    return set(
        acts.seen(user)
        .filter(action__in=["procedures.draft.create", "backup.make"])
        .values_list("unit", flat=True)
    )


def test_an_auditor_reads_what_belongs_to_his_units(told, general, secretariat):
    one = office.AssignmentFactory(position__unit=general).person.user
    GrantFactory(position=one.person.assignments.get().position, unit=general, role="auditor")
    all_of_it = office.AssignmentFactory(position__unit=secretariat).person.user
    GrantFactory(
        position=all_of_it.person.assignments.get().position, unit=secretariat, role="auditor"
    )

    assert units_seen(one) == {general.pk}
    assert len(units_seen(all_of_it)) == 3


def test_an_administrator_reads_all_and_others_nothing(told, administrator, author, head):
    assert len(units_seen(administrator)) == 3
    assert units_seen(author) == set()
    assert units_seen(head) == set()


def test_the_address_of_a_thing_is_shown_to_whom_it_opens(told, author, stranger, administrator):
    def address(thing, user):
        return address_of(Entry(kind=thing._meta.label_lower, key=str(thing.pk)), user)

    draft = told[0]
    assert draft.key in address(draft, author)
    assert address(draft, stranger) == ""
    assert (
        address(draft.procedure.unit, administrator)
        == f"/pengaturan/unit/{draft.procedure.unit_id}/"
    )
    assert address(author, administrator) == f"/pengaturan/orang/{author.person.pk}/"
    assert address(author, author) == ""
