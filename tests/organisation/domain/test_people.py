import pytest
from tests.factories.organisation import PersonFactory, UnitFactory

from okesop.accounts.domain import accounts
from okesop.accounts.models import User
from okesop.organisation.domain import people, positions
from okesop.organisation.domain.queries import people as found
from okesop.organisation.models import Person

NIP = "197904122006041017"
DETAILS = people.Details("Ridwan Tamboraki, S.STP.", NIP, "Pembina, IV/a", "ridwan")


def test_a_person_gets_an_account_with_his_names(db, noon):
    person = people.enrol(DETAILS, by=None, at=noon)

    assert (person.name, person.nip, person.rank) == (DETAILS.name, NIP, "Pembina, IV/a")
    assert (person.user.name, person.user.nip, person.user.username) == (
        DETAILS.name,
        NIP,
        "ridwan",
    )


def test_a_person_without_names_to_sign_in_has_no_account(db, noon):
    assert people.enrol(people.Details("Samsul"), by=None, at=noon).user is None
    assert not User.objects.exists()


def test_a_person_who_gets_a_nip_gets_an_account(db, noon, administrator):
    person = people.enrol(people.Details("Samsul"), by=None, at=noon)

    people.change(person, people.Details("Samsul", NIP), by=administrator, at=noon)

    assert person.user.nip == NIP


def test_a_change_reaches_the_account(db, noon, administrator):
    person = people.enrol(DETAILS, by=None, at=noon)

    people.change(person, people.Details("Ridwan", NIP, "", "ridwan.t"), by=administrator, at=noon)

    user = User.objects.get(nip=NIP)
    assert (user.name, user.username) == ("Ridwan", "ridwan.t")
    assert Person.objects.get().name == "Ridwan"


def test_a_nip_belongs_to_one_person(db, noon):
    people.enrol(DETAILS, by=None, at=noon)

    with pytest.raises(accounts.NameTaken):
        people.enrol(people.Details("Lain", NIP), by=None, at=noon)
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "seen"),
    [("", 2), ("la ode", 1), ("fadlan la", 1), ("19800101", 2), ("tidak ada", 0), ("%", 0)],
)
def test_people_are_found_by_name_and_nip(db, words, seen):
    PersonFactory(name="La Ode Fadlan")
    PersonFactory(name="Dewi Anggriani")

    assert found.found(words).count() == seen


def test_a_title_stands_once_in_a_unit(noon, administrator, db):
    unit = UnitFactory()
    position = positions.create(unit, "Arsiparis", by=None, at=noon)

    with pytest.raises(positions.TitleTaken):
        positions.create(unit, "Arsiparis", by=None, at=noon)
    positions.change(
        position, title="Arsiparis Muda", is_head=False, active=False, by=administrator, at=noon
    )
    assert positions.create(unit, "Arsiparis", by=None, at=noon)
