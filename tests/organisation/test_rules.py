"""Who looks after which units and people, and what a refusal tells."""

import pytest
from django.urls import reverse
from tests.factories import procedures as sops
from tests.factories.organisation import (
    AssignmentFactory,
    DelegationFactory,
    GrantFactory,
    PersonFactory,
    UnitFactory,
)

from okesop.organisation.domain.queries.lack import why_not
from okesop.organisation.models import Person


@pytest.fixture
def keeper(general):
    """Looks after Bagian Umum and what lies below it."""
    seat = AssignmentFactory(position__unit=general, position__title="Pranata Komputer")
    GrantFactory(position=seat.position, role="administrator")
    return seat.person.user


def test_a_keeper_looks_after_his_units_alone(keeper, general, legal, secretariat):
    below = UnitFactory(parent=general)

    managed = [unit for unit in (secretariat, general, legal, below) if _manages(keeper, unit)]

    assert managed == [general, below]
    assert keeper.has_perm("organisation.manage")
    assert not keeper.has_perm("organisation.manage_office")


def _manages(user, unit):
    return user.has_perm("organisation.manage", unit)


def test_the_flag_looks_after_everything(administrator, general, secretariat):
    assert _manages(administrator, general)
    assert administrator.has_perm("organisation.manage")
    assert administrator.has_perm("organisation.manage_office")


def test_nobody_else_looks_after_anything(author, head, general):
    for user in (author, head):
        assert not user.has_perm("organisation.manage")
        assert not _manages(user, general)


# --- whose account he may open


def test_a_keeper_looks_after_people_who_reach_no_further_than_he(
    keeper, author, colleague, stranger, administrator
):
    newcomer, flagged = PersonFactory(), PersonFactory(user=administrator, nip=None)

    kept = set(Person.objects.kept_by(keeper))

    assert kept == {keeper.person, author.person, colleague.person, newcomer}
    assert flagged not in kept
    assert Person.objects.kept_by(administrator).count() == 6


@pytest.mark.parametrize("way", ["position", "grant", "loan", "later"])
def test_who_reaches_beyond_is_not_his_to_look_after(keeper, author, stranger, legal, way):
    seat = author.person.assignments.get()
    if way in {"position", "later"}:
        days = {"from_on": "2999-01-01"} if way == "later" else {}
        AssignmentFactory(person=author.person, position__unit=legal, **days)
    elif way == "grant":
        GrantFactory(position=seat.position, unit=legal)
    else:
        away = stranger.person.assignments.get()
        DelegationFactory(assignment=away, person=author.person, roles=["author"])

    assert not keeper.has_perm("organisation.manage_person", author.person)


def test_what_ended_does_not_reach(keeper, author, legal):
    AssignmentFactory(person=author.person, position__unit=legal, until_on="2020-12-31")
    seat = author.person.assignments.get(until_on=None)
    GrantFactory(position=seat.position, unit=legal, until_on="2020-12-31")

    assert keeper.has_perm("organisation.manage_person", author.person)


# --- the page of a refusal


def test_a_refusal_tells_the_missing_role_and_who_can_give_it(
    signed_in, author, administrator, general
):
    PersonFactory(user=administrator, name="Wa Ode Rahma, S.Kom.", nip=None)

    answer = signed_in(author).get(reverse("organisation:unit", args=[general.pk]))

    words = answer.content.decode()
    assert answer.status_code == 403
    assert "Mengapa saya tidak bisa?" in words
    assert "<b>Admin</b> atas <b>Bagian Umum</b>" in words
    assert "Wa Ode Rahma, S.Kom." in words


def test_a_refusal_of_an_sop_tells_the_role_as_well(author, head, administrator, general):
    version = sops.draft(general, author)

    assert why_not(author, "procedures.edit_draft", version) is None
    assert why_not(administrator, "procedures.edit_draft", version) is None
    assert why_not(author, "procedures.verify_version", version).role == "Verifikator"
    assert why_not(author, "procedures.approve_version", version).unit == general
    assert why_not(head, "procedures.approve_version", version).role == "Pengesah"


def test_a_refusal_for_another_reason_tells_no_role(signed_in, keeper, stranger):
    answer = signed_in(keeper).post(reverse("organisation:issue-code", args=[stranger.person.pk]))

    assert answer.status_code == 403
    assert "Mengapa saya tidak bisa?" not in answer.content.decode()
