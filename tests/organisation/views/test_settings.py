"""Units, positions and people as an administrator keeps them; nobody else may."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.factories.organisation import PersonFactory, PositionFactory

from okesop.accounts.models import User
from okesop.organisation.models import Assignment, Person, Position, Unit

SETTINGS = reverse("organisation:settings")
PEOPLE = reverse("organisation:people")


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def pages(general, author):
    position = Position.objects.get(title="Kepala Subbagian Tata Usaha")
    held = Assignment.objects.get(person__user=author)
    person = author.person.pk
    return {
        "get": [
            SETTINGS,
            PEOPLE,
            reverse("organisation:unit-new"),
            reverse("organisation:unit", args=[general.pk]),
            reverse("organisation:position-new", args=[general.pk]),
            reverse("organisation:position", args=[position.pk]),
            reverse("organisation:person-new"),
            reverse("organisation:person", args=[person]),
            reverse("organisation:end-assignment", args=[held.pk]),
            reverse("files:emblem"),
        ],
        "post": [
            reverse("organisation:unit-active", args=[general.pk]),
            reverse("organisation:assign", args=[person]),
            reverse("organisation:issue-code", args=[person]),
            reverse("organisation:account", args=[person]),
            reverse("files:take-emblem", args=[general.pk]),
        ],
    }


def test_an_administrator_reads_every_page(signed_in, administrator, pages):
    client = signed_in(administrator)

    assert [client.get(page).status_code for page in pages["get"]] == [200] * len(pages["get"])


def test_others_are_refused_everywhere(signed_in, author, pages):
    client = signed_in(author)
    every = pages["get"] + pages["post"]

    assert [client.get(page).status_code for page in pages["get"]] == [403] * len(pages["get"])
    assert [client.post(page).status_code for page in every] == [
        405 if page in {SETTINGS, PEOPLE} else 403 for page in every
    ]


def test_whoever_is_not_signed_in_is_led_to_the_sign_in(client, pages):
    answers = [client.get(page) for page in pages["get"] + pages["post"]]

    assert {answer.status_code for answer in answers} == {302}
    assert all(answer.url.startswith("/masuk/") for answer in answers)


def test_what_changes_something_is_only_posted(signed_in, administrator, pages):
    client = signed_in(administrator)

    assert {client.get(page).status_code for page in pages["post"]} == {405}


def test_the_settings_are_in_the_menu_of_administrators_alone(signed_in, administrator, author):
    page = reverse("accounts:profile")

    assert SETTINGS in text(signed_in(administrator).get(page))
    assert SETTINGS not in text(signed_in(author).get(page))


# --- units and positions


def unit(**changed):
    given = {"name": "Bagian Protokol", "parent": "", "place": "0", "letterhead": ""}
    return {**given, "short_name": "", "code": "", **changed}


def test_a_unit_is_added_below_another(signed_in, administrator, secretariat):
    given = unit(parent=secretariat.pk)

    answer = signed_in(administrator).post(reverse("organisation:unit-new"), given)

    assert answer.url == SETTINGS
    assert Unit.objects.get(name="Bagian Protokol").parent == secretariat


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"name": ""}, "tidak boleh kosong"), ({"name": "Bagian Umum"}, "Sudah ada unit")],
)
def test_a_refused_unit_keeps_what_was_typed(
    signed_in, administrator, general, secretariat, changed, words
):
    given = unit(parent=secretariat.pk, code="KODE-7", **changed)

    answer = signed_in(administrator).post(reverse("organisation:unit-new"), given)

    assert answer.status_code == 422
    assert words in text(answer)
    assert "KODE-7" in text(answer)


def test_a_unit_cannot_be_put_below_itself(signed_in, administrator, general):
    page = reverse("organisation:unit", args=[general.pk])

    answer = signed_in(administrator).post(page, unit(parent=general.pk))

    assert answer.status_code == 422
    assert "di bawah dirinya sendiri" in text(answer)


def test_a_unit_is_closed_and_opened(signed_in, administrator, general, secretariat):
    client = signed_in(administrator)
    page = reverse("organisation:unit-active", args=[general.pk])

    client.post(page, {"active": "no"})
    general.refresh_from_db()
    assert not general.is_active
    client.post(page, {"active": "yes"})
    general.refresh_from_db()
    assert general.is_active


def test_an_office_with_open_units_stays_open(signed_in, administrator, general, secretariat):
    page = reverse("organisation:unit-active", args=[secretariat.pk])

    answer = signed_in(administrator).post(page, {"active": "no"}, follow=True)

    assert "Tutup atau pindahkan dahulu" in text(answer)
    secretariat.refresh_from_db()
    assert secretariat.is_active


def test_a_position_is_added_and_changed(signed_in, administrator, general):
    client = signed_in(administrator)
    page = reverse("organisation:position-new", args=[general.pk])

    client.post(page, {"title": "Kepala Bagian Umum", "is_head": "on", "is_active": "on"})
    position = Position.objects.get()
    assert (position.title, position.is_head, position.unit) == (
        "Kepala Bagian Umum",
        True,
        general,
    )
    assert client.post(page, {"title": "Kepala Bagian Umum"}).status_code == 422

    client.post(reverse("organisation:position", args=[position.pk]), {"title": "Kabag Umum"})
    position.refresh_from_db()
    assert (position.title, position.is_head, position.is_active) == ("Kabag Umum", False, False)


# --- people


def person(**changed):
    return {"name": "Sri Melania", "nip": "", "rank": "", "username": "", **changed}


def test_a_person_is_taken_in(signed_in, administrator):
    given = person(nip="19930811 201801 2 009", username="sri")

    answer = signed_in(administrator).post(reverse("organisation:person-new"), given)

    who = Person.objects.get(name="Sri Melania")
    assert answer.url == reverse("organisation:person", args=[who.pk])
    assert who.user.nip == "199308112018012009"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "tidak boleh kosong"),
        ({"nip": "1979"}, "NIP terdiri atas 18 angka, yang ini 4"),
        ({"username": "9abc"}, "Mulai dengan huruf kecil"),
        ({"username": "rahma"}, "sudah dipakai akun lain"),
    ],
    ids=("nameless", "short", "digit", "taken"),
)
def test_a_refused_person_says_why(signed_in, administrator, changed, words):
    answer = signed_in(administrator).post(reverse("organisation:person-new"), person(**changed))

    assert answer.status_code == 422
    assert words in text(answer)
    assert not Person.objects.exists()


def test_a_person_is_changed(signed_in, administrator, author):
    page = reverse("organisation:person", args=[author.person.pk])

    signed_in(administrator).post(page, person(name="La Ode Fadlan, S.E.", nip=author.nip))

    author.refresh_from_db()
    assert author.name == "La Ode Fadlan, S.E."
    assert author.person.name == "La Ode Fadlan, S.E."


def test_a_position_is_given_and_ended(signed_in, administrator, general):
    client, who = signed_in(administrator), PersonFactory()
    position = PositionFactory(unit=general, title="Arsiparis")
    given = {
        "position": position.pk,
        "kind": "definitive",
        "from_on": "2026-01-05",
        "until_on": "",
    }

    client.post(reverse("organisation:assign", args=[who.pk]), given)
    held = Assignment.objects.get()
    assert (held.person, held.from_on) == (who, date(2026, 1, 5))

    page = reverse("organisation:end-assignment", args=[held.pk])
    assert client.post(page, {"until_on": "2025-12-31"}).status_code == 422
    client.post(page, {"until_on": "2026-06-30"})
    held.refresh_from_db()
    assert held.until_on == date(2026, 6, 30)


def test_a_refused_assignment_keeps_the_page(signed_in, administrator, author):
    held = Assignment.objects.get()
    given = {"position": held.position_id, "kind": "definitive", "from_on": "2026-01-05"}

    answer = signed_in(administrator).post(
        reverse("organisation:assign", args=[author.person.pk]), given
    )

    assert answer.status_code == 422
    assert "sudah memangku jabatan itu" in text(answer)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": "acting"}, "Plt. dan Plh. memerlukan hari terakhir"),
        ({"until_on": "2025-12-31"}, "tidak boleh mendahului"),
    ],
)
def test_a_stand_in_without_an_end_is_refused(signed_in, administrator, general, changed, words):
    position = PositionFactory(unit=general, title="Arsiparis")
    given = {"position": position.pk, "kind": "definitive", "from_on": "2026-01-05", **changed}
    page = reverse("organisation:assign", args=[PersonFactory().pk])

    answer = signed_in(administrator).post(page, given)

    assert answer.status_code == 422
    assert words in text(answer)
    assert not Assignment.objects.exists()


def test_people_are_searched_as_a_page_and_as_a_fragment(signed_in, administrator, author):
    client = signed_in(administrator)
    PersonFactory(name="Dewi Anggriani")

    whole = client.get(PEOPLE, {"cari": "fadlan"})
    part = client.get(PEOPLE, {"cari": "fadlan"}, headers={"HX-Request": "true"})

    assert "<html" in text(whole)
    assert "<html" not in text(part)
    assert text(part).startswith('<div id="results"')
    for answer in (whole, part):
        assert "La Ode Fadlan" in text(answer)
        assert "Dewi Anggriani" not in text(answer)


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_of_people_asks_as_often_for_three_as_for_one(
    signed_in, administrator, people, django_assert_max_num_queries
):
    client = signed_in(administrator)
    for _one in range(people):
        PersonFactory()
    client.get(PEOPLE)

    with django_assert_max_num_queries(10):
        client.get(PEOPLE)


def test_the_tree_asks_as_often_for_many_as_for_one(
    signed_in, administrator, author, colleague, stranger, head, django_assert_max_num_queries
):
    client = signed_in(administrator)
    client.get(SETTINGS)

    with django_assert_max_num_queries(11):
        client.get(SETTINGS)


# --- accounts


def test_a_code_is_shown_once(signed_in, administrator, author):
    page = reverse("organisation:issue-code", args=[author.person.pk])

    answer = signed_in(administrator).post(page)

    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text(answer))
    assert "no-store" in answer["Cache-Control"]
    assert author.codes.open().count() == 1


def test_accounts_are_appointed_and_closed(signed_in, administrator, author):
    client = signed_in(administrator)
    page = reverse("organisation:account", args=[author.person.pk])

    client.post(page, {"wish": "appoint"})
    assert User.objects.get(pk=author.pk).is_administrator
    client.post(page, {"wish": "close"})
    assert not User.objects.get(pk=author.pk).is_active
    client.post(page, {"wish": "nonsense"})
    assert not User.objects.get(pk=author.pk).is_active


def test_a_closed_account_gets_no_code(signed_in, administrator, author):
    author.is_active = False
    author.save()
    page = reverse("organisation:issue-code", args=[author.person.pk])

    assert signed_in(administrator).post(page).status_code == 404
