"""The way of an empty installation to its first SOP."""

import pytest
from django.urls import reverse
from tests.factories import procedures as sops
from tests.factories.organisation import AssignmentFactory, UnitFactory

from okesop.config import beginning

HOME = reverse("procedures:home")
TITLE = "Menyiapkan kantor Anda"


def done(user):
    return [step.is_done for step in beginning.steps(user)]


def test_each_step_is_ticked_when_it_is_there_and_the_list_goes_by_itself(administrator, noon):
    assert done(administrator) == [False, False, False, False]

    office = UnitFactory(name="Sekretariat Daerah", parent=None)
    assert done(administrator) == [False, False, False, False]
    seat = AssignmentFactory(position__unit=office)
    assert done(administrator) == [True, False, True, False]
    sops.emblem(office)
    assert done(administrator) == [True, True, True, False]
    sops.draft(office, seat.person.user)
    assert done(administrator) == []


def test_it_is_one_query(administrator, general, django_assert_num_queries):
    with django_assert_num_queries(1):
        beginning.steps(administrator)


@pytest.mark.parametrize("who", ["author", "administrator"])
def test_only_whoever_looks_after_the_office_is_led(signed_in, general, request, who):
    words = signed_in(request.getfixturevalue(who)).get(HOME).content.decode()

    assert (TITLE in words) == (who == "administrator")


def test_every_door_opens(signed_in, administrator, general):
    client = signed_in(administrator)
    doors = [way.address for step in beginning.steps(administrator) for way in step.ways]

    assert [client.get(reverse(door)).status_code for door in doors] == [200] * len(doors)
