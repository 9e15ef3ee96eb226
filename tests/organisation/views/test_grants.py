"""The matrix of positions and roles of a unit."""

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.organisation import GrantFactory, PositionFactory, UnitFactory

from okesop.audit.models import Entry
from okesop.organisation.models import Grant


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def page(general):
    return reverse("organisation:roles", args=[general.pk])


@pytest.fixture
def position(general):
    return PositionFactory(unit=general, title="Arsiparis")


def roles(position):
    return set(Grant.objects.on().filter(position=position).values_list("role", flat=True))


def test_the_matrix_shows_who_holds_what(
    signed_in, administrator, author, position, page, general, secretariat, stranger
):
    checker = stranger.person.assignments.get().position
    GrantFactory(position=checker, unit=secretariat)
    guest = GrantFactory(unit=general, role="auditor").position

    words = text(signed_in(administrator).get(page))

    assert f'value="{position.pk}:author" checked' in words
    assert f'value="{position.pk}:verifier" >' in words
    assert "La Ode Fadlan" in words
    assert f'value="{guest.pk}:auditor" checked' in words
    assert "dari unit di atasnya" in words
    assert "Analis Hukum, Bagian Hukum; atas Sekretariat Daerah" in words


def test_only_what_was_changed_is_stored(signed_in, administrator, position, page, general):
    meanwhile = GrantFactory(position=position, role="archivist")
    shown = [f"{position.pk}:{role}" for role in ("author", "performer")]
    ticked = [f"{position.pk}:author", f"{position.pk}:verifier"]

    answer = signed_in(administrator).post(page, {"cell": ticked, "shown": shown}, follow=True)

    assert "2 peran diubah" in text(answer)
    assert roles(position) == {"author", "verifier", "archivist"}
    assert meanwhile in Grant.objects.on()
    assert [entry.action for entry in Entry.objects.filter(by=administrator)] == [
        "organisation.withdraw",
        "organisation.grant",
    ]


def test_a_position_of_another_unit_is_added(signed_in, administrator, legal, page, general):
    checker = PositionFactory(unit=legal, title="Analis Tata Laksana")
    client = signed_in(administrator)

    assert f'value="{checker.pk}:verifier"' not in text(client.get(page))
    assert f'value="{checker.pk}:verifier"' in text(client.get(page, {"jabatan": checker.pk}))
    client.post(page, {"cell": [f"{checker.pk}:verifier"], "shown": []})

    held = Grant.objects.get(position=checker, role="verifier")
    assert (held.unit, held.from_on) == (general, timezone.localdate())


@pytest.mark.parametrize("cell", ["x", "1:king", "1", ":author", "9" * 30 + ":author"])
def test_nonsense_is_refused(signed_in, administrator, page, position, cell):
    answer = signed_in(administrator).post(page, {"cell": [cell], "shown": []})

    assert answer.status_code in {302, 422}
    assert roles(position) == {"author", "performer"}


def test_the_matrix_of_another_unit_is_not_his(signed_in, administrator, general, page, legal):
    keeper = GrantFactory(role="administrator", position__unit=legal)
    from tests.factories.organisation import AssignmentFactory

    user = AssignmentFactory(position=keeper.position).person.user
    GrantFactory(position=keeper.position, unit=general, role="auditor")

    assert signed_in(user).get(page).status_code == 403
    below = reverse("organisation:roles", args=[UnitFactory(parent=legal).pk])
    assert signed_in(user).get(below).status_code == 200


@pytest.mark.parametrize("many", [1, 4])
def test_the_matrix_asks_as_often_for_many_as_for_one(
    signed_in, administrator, general, page, many, django_assert_max_num_queries
):
    for _n in range(many):
        PositionFactory(unit=general)
    client = signed_in(administrator)
    client.get(page)

    with django_assert_max_num_queries(14):
        client.get(page)
