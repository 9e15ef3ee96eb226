from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.organisation import GrantFactory, PositionFactory

from okesop.audit.models import Entry
from okesop.organisation.domain import grants, positions
from okesop.organisation.enums import Role
from okesop.organisation.models import Grant


def roles(position, day):
    return set(Grant.objects.on(day).filter(position=position).values_list("role", flat=True))


@pytest.fixture
def today(noon):
    return timezone.localdate(noon)


@pytest.mark.parametrize(
    ("is_head", "usual"),
    [(False, {"author", "performer"}), (True, {"author", "performer", "approver", "leader"})],
)
def test_a_new_position_has_its_usual_roles_over_its_unit(general, noon, today, is_head, usual):
    position = positions.create(general, "Jabatan baru", is_head=is_head, by=None, at=noon)

    assert roles(position, today) == usual
    assert {grant.unit for grant in position.grants.all()} == {general}


def test_who_begins_to_lead_approves_and_who_stops_does_not(general, administrator, noon, today):
    position = positions.create(general, "Koordinator", by=None, at=noon)
    kept = {"title": "Koordinator", "active": True, "by": administrator}

    positions.change(position, is_head=True, **kept, at=noon)
    assert {"approver", "leader"} <= roles(position, today)

    later = noon + timedelta(days=5)
    positions.change(position, is_head=False, **kept, at=later)
    assert roles(position, today + timedelta(days=5)) == {"author", "performer"}
    assert {"approver", "leader"} <= roles(position, today + timedelta(days=4))


def test_a_role_is_given_and_told(general, legal, administrator, noon, today):
    position = PositionFactory(unit=legal)

    grant = grants.give(position, Role.VERIFIER, general, by=administrator, at=noon)

    assert (grant.position, grant.role, grant.unit, grant.from_on, grant.until_on) == (
        position,
        "verifier",
        general,
        today,
        None,
    )
    assert Entry.objects.get().action == "organisation.grant"


def test_a_role_is_given_once(general, administrator, noon):
    position = PositionFactory(unit=general)

    with pytest.raises(grants.AlreadyGranted):
        grants.give(position, Role.AUTHOR, general, by=administrator, at=noon)


def test_a_withdrawn_role_counts_no_more_and_can_be_given_anew(administrator, noon, today):
    grant = GrantFactory(role="verifier")

    grants.withdraw(grant, by=administrator, at=noon)
    assert "verifier" not in roles(grant.position, today)
    assert "verifier" in roles(grant.position, today - timedelta(days=1))
    grants.withdraw(grant, by=administrator, at=noon)
    assert [entry.action for entry in Entry.objects.all()] == ["organisation.withdraw"]

    grants.give(grant.position, Role.VERIFIER, grant.unit, by=administrator, at=noon)
    assert "verifier" in roles(grant.position, today)


def test_what_was_given_and_withdrawn_on_one_day_was_never_held(general, administrator, noon):
    position, today = PositionFactory(unit=general), timezone.localdate(noon)
    grant = grants.give(position, Role.AUDITOR, general, by=administrator, at=noon)

    grants.withdraw(grant, by=administrator, at=noon)

    days = [today + timedelta(days=n) for n in (-1, 0, 1)]
    assert not any("auditor" in roles(position, day) for day in days)
