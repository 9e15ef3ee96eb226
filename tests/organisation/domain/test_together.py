"""Two administrators at the same moment: no position led twice, no circle, no role given twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import close_old_connections, connection
from tests.factories.organisation import PersonFactory, PositionFactory, UnitFactory, UserFactory

from okesop.organisation.domain import assignments, grants, unit_days, units
from okesop.organisation.domain.queries import units as trees
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Grant, Unit

REFUSALS = (
    assignments.AlreadyHeld,
    grants.AlreadyGranted,
    unit_days.WouldCircle,
    unit_days.WrongDay,
)


def at_once(*acts):
    gate = Barrier(len(acts))

    def run(act):
        close_old_connections()
        try:
            gate.wait()
            return act()
        except REFUSALS as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refused(results):
    return [type(one) for one in results if isinstance(one, Exception)]


@pytest.fixture
def keeper(transactional_db):
    return UserFactory(is_administrator=True)


def test_one_of_two_leads(keeper, noon):
    position = PositionFactory(is_head=True, title="Kepala")
    people = [PersonFactory(), PersonFactory()]

    def give(person):
        return lambda: assignments.assign(
            person, position, from_on=date(2026, 1, 1), by=keeper, at=noon
        )

    assert refused(at_once(*map(give, people))) == [assignments.AlreadyHeld]
    assert Assignment.objects.count() == 1


def test_two_moves_close_no_circle(keeper, noon):
    one, other = UnitFactory(name="A", parent=None), UnitFactory(name="B", parent=None)

    def move(unit, above):
        return lambda: units.change(
            Unit.objects.get(pk=unit.pk),
            units.Details(unit.name),
            parent=above,
            since=date(2026, 6, 1),
            by=keeper,
            at=noon,
        )

    assert refused(at_once(move(one, other), move(other, one))) == [unit_days.WouldCircle]
    assert [branch.depth for branch in trees.tree(Unit.objects.all())] == [0, 1]


def test_a_role_is_given_once(keeper, noon):
    position = PositionFactory()

    def give():
        return grants.give(position, Role.VERIFIER, position.unit, by=keeper, at=noon)

    assert refused(at_once(give, give)) == [grants.AlreadyGranted]
    assert Grant.objects.filter(role="verifier").count() == 1
