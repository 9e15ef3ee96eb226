import pytest
from tests.factories.organisation import UnitFactory

from okesop.audit.models import Entry
from okesop.organisation.domain import unit_days, units
from okesop.organisation.domain.queries import units as found
from okesop.organisation.models import Unit

DETAILS = units.Details("Bagian Protokol", short_name="Prokopim", code="PROT", place=3)


def test_a_unit_is_made_below_another(secretariat, administrator, noon):
    unit = units.create(DETAILS, parent=secretariat, by=administrator, at=noon)

    assert (unit.name, unit.parent, unit.code, unit.place) == (
        "Bagian Protokol",
        secretariat,
        "PROT",
        3,
    )
    assert Entry.objects.get().action == "organisation.create_unit"


def test_a_name_stands_once_below_a_unit(general, secretariat, noon):
    with pytest.raises(units.UnitNameTaken):
        units.create(units.Details("Bagian Umum"), parent=secretariat, by=None, at=noon)

    assert units.create(units.Details("Bagian Umum"), parent=general, by=None, at=noon)


def test_two_offices_cannot_have_one_name(secretariat, noon):
    with pytest.raises(units.UnitNameTaken):
        units.create(units.Details(secretariat.name), parent=None, by=None, at=noon)


def test_a_unit_cannot_stand_below_itself(general, administrator, noon):
    below = UnitFactory(parent=general)
    for parent in (general, below):
        with pytest.raises(unit_days.WouldCircle):
            units.change(general, DETAILS, parent=parent, by=administrator, at=noon)

    general.refresh_from_db()
    assert general.name == "Bagian Umum"


def test_a_unit_is_moved_and_renamed(general, legal, administrator, noon):
    units.change(general, DETAILS, parent=legal, by=administrator, at=noon)

    general.refresh_from_db()
    assert (general.name, general.parent) == ("Bagian Protokol", legal)
    assert "Bagian Umum" in Entry.objects.get().detail


def test_a_unit_with_open_units_below_stays_open(secretariat, general, administrator, noon):
    with pytest.raises(units.StillInUse):
        units.set_active(secretariat, active=False, by=administrator, at=noon)

    units.set_active(general, active=False, by=administrator, at=noon)
    units.set_active(secretariat, active=False, by=administrator, at=noon)
    assert not Unit.objects.filter(is_active=True).exists()


def test_the_tree_is_read_from_above(secretariat, general, legal):
    below = UnitFactory(name="Subbagian Tata Usaha", parent=general)

    tree = found.tree(Unit.objects.all())

    assert [(branch.unit, branch.depth) for branch in tree] == [
        (secretariat, 0),
        (legal, 1),
        (general, 1),
        (below, 2),
    ]


def test_a_part_of_the_tree_starts_where_it_is_seen(general, author):
    below = UnitFactory(name="Subbagian Tata Usaha", parent=general)

    tree = found.tree(Unit.objects.visible_to(author))

    assert [(branch.unit, branch.depth) for branch in tree] == [(general, 0), (below, 1)]


def test_the_office_has_a_name(secretariat, general):
    assert found.office_name() == "Sekretariat Daerah"


def test_before_the_setup_it_has_none(db):
    assert found.office_name() == ""
