"""What a role brings: over which units, on which days, by which position, and by whom it was lent."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.organisation import (
    AssignmentFactory,
    DelegationFactory,
    GrantFactory,
    PersonFactory,
    PositionFactory,
    UnitFactory,
)

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Unit

VERIFIER, APPROVER = [Role.VERIFIER], [Role.APPROVER]
DAY = timedelta(days=1)


def covered(user, roles, **on):
    found = Unit.objects.filter(access.units_where(user, roles, **on))
    return set(found.values_list("name", flat=True))


@pytest.fixture
def checks_all(stranger, secretariat):
    """The stranger of the other division verifies the whole secretariat."""
    return GrantFactory(position=stranger.person.assignments.get().position, unit=secretariat)


def test_a_role_covers_a_unit_and_all_below(stranger, checks_all, general, legal):
    UnitFactory(name="Subbagian Tata Usaha", parent=general)

    assert covered(stranger, VERIFIER) == {
        "Sekretariat Daerah",
        "Bagian Umum",
        "Bagian Hukum",
        "Subbagian Tata Usaha",
    }
    assert covered(stranger, APPROVER) == set()
    assert covered(stranger, [Role.AUTHOR]) == {"Bagian Hukum"}
    assert access.holds(stranger, VERIFIER, general.pk)
    assert not access.holds(stranger, APPROVER, general.pk)


def test_a_role_lets_see_what_it_covers(stranger, general):
    assert general not in Unit.objects.visible_to(stranger)

    GrantFactory(position=stranger.person.assignments.get().position, unit=general, role="auditor")

    assert general in Unit.objects.visible_to(stranger)


@pytest.mark.parametrize(
    ("begins", "ends", "held"),
    [(-1, None, True), (0, 0, True), (-9, -1, False), (1, None, False), (0, -1, False)],
    ids=("goes on", "only today", "ended yesterday", "begins tomorrow", "withdrawn at once"),
)
def test_only_a_role_of_today_counts(stranger, general, begins, ends, held):
    today = timezone.localdate()
    GrantFactory(
        position=stranger.person.assignments.get().position,
        unit=general,
        from_on=today + begins * DAY,
        until_on=None if ends is None else today + ends * DAY,
    )

    assert access.holds(stranger, VERIFIER, general.pk) == held


def test_a_plt_that_ended_yesterday_brings_nothing(general, author):
    leads = PositionFactory(unit=general, title="Kepala Bagian Umum", is_head=True)
    today = timezone.localdate()
    held = AssignmentFactory(
        person=author.person, position=leads, kind="acting", until_on=today - DAY
    )

    assert not access.holds(author, APPROVER, general.pk)
    assert access.holds(author, APPROVER, general.pk, on=today - DAY)
    held.until_on = today
    held.save()
    assert access.holds(author, APPROVER, general.pk)


def test_the_flag_administers_and_does_nothing_else(administrator, general):
    assert access.holds(administrator, [Role.ADMINISTRATOR], general.pk)
    for role in set(Role) - {Role.ADMINISTRATOR}:
        assert not access.holds(administrator, [role], general.pk)
        assert access.acting_as(administrator, [role], general.pk) is None


# --- what was lent


@pytest.fixture
def lent(head, author, secretariat):
    """The head of the secretariat lends his right to approve to the author."""
    seat = head.person.assignments.get()
    GrantFactory(position=seat.position, role="approver")
    return DelegationFactory(assignment=seat, person=author.person, roles=["approver"])


def test_what_was_lent_is_held_by_both(head, author, lent, legal):
    for user in (head, author):
        assert access.holds(user, APPROVER, legal.pk)
    assert legal in Unit.objects.visible_to(author)
    assert not access.holds(author, [Role.LEADER], legal.pk)


def test_only_the_roles_that_were_lent_are_held(lent, author, head, legal):
    GrantFactory(position=head.person.assignments.get().position, role="verifier")

    assert not access.holds(author, VERIFIER, legal.pk)


def test_what_was_lent_ends_with_the_assignment_it_comes_from(lent, author, legal):
    seat = lent.assignment
    seat.until_on = timezone.localdate() - DAY
    seat.save()

    assert not access.holds(author, APPROVER, legal.pk)
    assert legal not in Unit.objects.visible_to(author)


def test_what_was_lent_ends_with_the_role(lent, author, legal):
    lent.assignment.position.grants.all().delete()

    assert not access.holds(author, APPROVER, legal.pk)


def test_what_was_lent_cannot_be_lent_on(lent, author, colleague, legal):
    seat = author.person.assignments.get()
    DelegationFactory(assignment=seat, person=colleague.person, roles=["approver"])

    assert not access.holds(colleague, APPROVER, legal.pk)


# --- as which position


def seats(person, unit, *kinds):
    made = {}
    for kind in kinds:
        position = PositionFactory(unit=unit, title=f"Kepala ({kind})", is_head=True)
        made[kind] = AssignmentFactory(person=person, position=position, kind=kind)
    return made


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        (["daily", "acting", "definitive"], "definitive"),
        (["daily", "acting"], "acting"),
        (["daily"], "daily"),
    ],
)
def test_one_acts_by_his_own_position_first(general, author, lent, kinds, first):
    held = seats(author.person, general, *kinds)

    acting = access.acting_as(author, APPROVER, general.pk)

    assert acting == held[first]
    assert not acting.lent_to(author)


def test_one_acts_in_the_name_of_whoever_lent(author, lent, general):
    acting = access.acting_as(author, APPROVER, general.pk)

    assert acting == lent.assignment
    assert acting.lent_to(author)
    assert acting.spoken_for(author) == "a.n. Sekretaris Daerah"


def test_one_acts_only_where_his_role_reaches(stranger, general, legal):
    assert access.acting_as(stranger, [Role.AUTHOR], legal.pk).position.title == "Analis Hukum"
    assert access.acting_as(stranger, [Role.AUTHOR], general.pk) is None
    assert access.acting_as(stranger, [Role.AUTHOR], None) is None


def test_on_a_past_day_one_acted_by_what_he_held_then(general):
    person = PersonFactory()
    leads = PositionFactory(unit=general, title="Kepala Bagian Umum", is_head=True)
    held = AssignmentFactory(person=person, position=leads, until_on=date(2022, 12, 31))

    assert access.acting_as(person.user, APPROVER, general.pk) is None
    assert access.acting_as(person.user, APPROVER, general.pk, on=date(2022, 12, 31)) == held


def test_each_question_is_one_query(author, general, django_assert_num_queries):
    with django_assert_num_queries(1):
        access.holds(author, [Role.AUTHOR], general.pk)
    with django_assert_num_queries(1):
        assert access.acting_as(author, [Role.AUTHOR], general.pk).person.user_id == author.pk
    with django_assert_num_queries(1):
        list(Unit.objects.filter(access.units_where(author, [Role.AUTHOR])))
