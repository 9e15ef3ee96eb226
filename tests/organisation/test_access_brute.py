"""The predicates in SQL against the same rules written plainly in Python, over invented offices."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.organisation import UserFactory

from okesop.accounts.models import User
from okesop.organisation import access, reach
from okesop.organisation.enums import AssignmentKind, Role
from okesop.organisation.models import (
    Assignment,
    DelegatedRole,
    Delegation,
    Grant,
    Person,
    Position,
    Unit,
)

TODAY = timezone.localdate()
ROLES = [Role.AUTHOR, Role.VERIFIER, Role.APPROVER]
RANKS = {"definitive": 0, "acting": 1, "daily": 2}


def span(rng):
    begins = TODAY + timedelta(days=rng.randint(-6, 3))
    ends = None if rng.random() < 0.4 else begins + timedelta(days=rng.randint(-1, 6))
    return {"from_on": begins, "until_on": ends}


def bounded(rng):
    days = span(rng)
    days["until_on"] = days["until_on"] or TODAY + timedelta(days=5)
    return days


def invent(rng):
    units = []
    for n in range(rng.randint(1, 7)):
        parent = rng.choice([None, *units])
        units.append(Unit.objects.create(name=f"U{n}", parent=parent))
    people = [Person.objects.create(name=f"P{n}", user=UserFactory()) for n in range(3)]
    seats = [
        Position.objects.create(title=f"J{n}", unit=rng.choice(units))
        for n in range(rng.randint(1, 5))
    ]
    held = []
    for _n in range(rng.randint(1, 6)):
        days = span(rng)
        if days["until_on"]:
            days["until_on"] = max(days.values())
        kind = rng.choice(AssignmentKind.values)
        person, position = rng.choice(people), rng.choice(seats)
        held.append(Assignment.objects.create(person=person, position=position, kind=kind, **days))
    taken = set()
    for _n in range(rng.randint(0, 8)):
        key = rng.choice(seats), rng.choice(ROLES), rng.choice(units)
        if key not in taken:
            taken.add(key)
            Grant.objects.create(position=key[0], role=key[1], unit=key[2], **span(rng))
    for _n in range(rng.randint(0, 4)):
        loan = Delegation.objects.create(
            assignment=rng.choice(held), person=rng.choice(people), reason="x", **bounded(rng)
        )
        for role in rng.sample(ROLES, rng.randint(1, 3)):
            DelegatedRole.objects.create(delegation=loan, role=role)
    return people


# --- the same rules, plainly


def holds(row, day):
    return row.from_on <= day and (row.until_on is None or day <= row.until_on)


def subtree(top):
    return {top.pk}.union(*(subtree(child) for child in Unit.objects.filter(parent=top)))


def ways(person, roles, day):
    """Every (rank, assignment, unit) by which a person holds one of the roles on a day."""
    for seat in Assignment.objects.all():
        if not holds(seat, day):
            continue
        for grant in Grant.objects.filter(position=seat.position):
            if not holds(grant, day) or grant.role not in roles:
                continue
            if seat.person == person:
                yield RANKS[seat.kind], seat, grant.unit
            for loan in seat.delegations.all():
                lent = grant.role in {one.role for one in loan.roles.all()}
                if lent and loan.person == person and holds(loan, day):
                    yield 3, seat, grant.unit


def may_act(person, roles, day):
    return set().union(*(subtree(unit) for _rank, _seat, unit in ways(person, roles, day)))


def may_see(person, day):
    seats = Assignment.objects.filter(person=person)
    own = (subtree(seat.position.unit) for seat in seats if holds(seat, day))
    return may_act(person, Role.values, day).union(*own)


def acts(person, roles, unit, day):
    found = [
        (rank if seat.person == person else 3, seat.from_on, seat.pk)
        for rank, seat, top in ways(person, roles, day)
        if unit.pk in subtree(top)
    ]
    return min(found)[2] if found else None


def keys(predicate):
    return set(Unit.objects.filter(predicate).values_list("pk", flat=True))


def agree(people, rng):
    for person in people:
        user = User.objects.get(pk=person.user_id)
        day = TODAY + timedelta(days=rng.randint(-4, 4))
        roles = rng.sample(ROLES, rng.randint(1, 3))
        assert keys(access.units_of(user, "pk", on=day)) == may_see(person, day)
        assert keys(access.units_where(user, roles, on=day)) == may_act(person, roles, day)
        # Without a day it is today, by the clock of the database.
        agree_today(person, user, roles)
        with reach.kept():
            agree_today(person, user, roles)
        for unit in Unit.objects.all():
            reaches = unit.pk in may_act(person, roles, day)
            assert access.holds(user, roles, unit.pk, on=day) == reaches
            acting = access.acting_as(user, roles, unit.pk, on=day)
            assert (acting.pk if acting else None) == acts(person, roles, unit, day)


def agree_today(person, user, roles):
    acts_in = may_act(person, roles, TODAY)
    assert keys(access.units_of(user, "pk")) == may_see(person, TODAY)
    assert keys(access.units_where(user, roles)) == acts_in
    assert access.holds_anywhere(user, roles) == bool(acts_in)
    for unit in Unit.objects.all():
        assert access.holds(user, roles, unit.pk) == (unit.pk in acts_in)


@pytest.mark.django_db
@given(seed=st.integers(0, 10**9))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_predicates_agree_with_the_rules_in_python(seed, django_db_blocker):
    from django.db import transaction

    rng = random.Random(seed)
    with transaction.atomic():
        agree(invent(rng), rng)
        transaction.set_rollback(True)
