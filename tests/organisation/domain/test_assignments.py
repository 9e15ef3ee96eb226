from datetime import date

import pytest
from tests.factories.organisation import AssignmentFactory, PersonFactory, PositionFactory

from okesop.audit.models import Entry
from okesop.organisation.domain import assignments
from okesop.organisation.domain.queries import positions
from okesop.organisation.models import Assignment

MARCH, JUNE, JULY = date(2026, 3, 1), date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def leads(general):
    return PositionFactory(unit=general, title="Kepala Bagian Umum", is_head=True)


@pytest.fixture
def give(noon):
    def give(person, position, from_on=MARCH, until_on=None, kind="definitive"):
        return assignments.assign(
            person, position, from_on=from_on, until_on=until_on, kind=kind, by=None, at=noon
        )

    return give


def test_a_position_is_given_and_told(leads, give):
    person = PersonFactory()

    held = give(person, leads)

    assert (held.person, held.position, held.from_on, held.until_on) == (
        person,
        leads,
        MARCH,
        None,
    )
    assert Entry.objects.get().action == "organisation.assign"


def test_one_leads_definitively_at_a_time(leads, give):
    give(PersonFactory(), leads, MARCH, JUNE)

    with pytest.raises(assignments.AlreadyHeld):
        give(PersonFactory(), leads, JUNE)
    assert give(PersonFactory(), leads, JULY)


@pytest.mark.parametrize("kind", ["acting", "daily"])
def test_somebody_may_stand_in_meanwhile(leads, give, kind):
    give(PersonFactory(), leads)

    assert give(PersonFactory(), leads, JUNE, JULY, kind)


@pytest.mark.parametrize("kind", ["acting", "daily"])
def test_whoever_stands_in_does_so_for_a_time(leads, give, kind):
    with pytest.raises(assignments.NeedsAnEnd):
        give(PersonFactory(), leads, JUNE, None, kind)


def test_many_hold_a_position_that_leads_nothing(general, give):
    staff = PositionFactory(unit=general, title="Pengadministrasi Umum")

    assert give(PersonFactory(), staff)
    assert give(PersonFactory(), staff)


def test_nobody_holds_a_position_twice_at_once(general, give):
    staff, person = PositionFactory(unit=general), PersonFactory()
    give(person, staff, MARCH, JUNE)

    with pytest.raises(assignments.AlreadyHeld):
        give(person, staff, date(2026, 1, 1), MARCH)
    assert give(person, staff, JULY)


def test_the_last_day_cannot_come_first(leads, give):
    with pytest.raises(assignments.EndsBeforeItBegins):
        give(PersonFactory(), leads, JUNE, MARCH)

    assert not Assignment.objects.exists()


def test_an_assignment_is_ended(leads, give, administrator, noon):
    held = give(PersonFactory(), leads)

    assignments.end(held, until_on=JUNE, by=administrator, at=noon)

    assert not Assignment.objects.on(JULY).exists()
    assert Assignment.objects.on(JUNE).exists()
    with pytest.raises(assignments.EndsBeforeItBegins):
        assignments.end(held, until_on=date(2026, 2, 1), by=administrator, at=noon)


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (["definitive"], "Kepala Bagian Umum"),
        (["acting"], "Plt. Kepala Bagian Umum"),
        (["daily", "definitive"], "Kepala Bagian Umum"),
        ([], ""),
    ],
)
def test_a_person_is_called_by_his_position(general, kinds, title):
    person = PersonFactory()
    for kind in kinds:
        unit = {"position__unit": general} if kind == "definitive" else {}
        AssignmentFactory(person=person, kind=kind, position__title="Kepala Bagian Umum", **unit)

    assert positions.title_of(person.user) == title
