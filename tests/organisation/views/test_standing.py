"""A person's own positions and roles, and lending them for a time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.organisation import DelegationFactory

from okesop.organisation.models import Delegation

MINE = reverse("organisation:standing")


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def seat(author):
    return author.person.assignments.get()


@pytest.fixture
def lend(seat, colleague):
    return reverse("organisation:lend", args=[seat.pk, colleague.person.pk])


def loan(**changed):
    today = timezone.localdate()
    row = {"roles": ["author"], "from_on": today, "until_on": today + timedelta(days=7)}
    return {**row, "reason": "Cuti tahunan", **changed}


def test_a_person_sees_what_he_holds_and_what_it_brings(signed_in, author, administrator, seat):
    words = text(signed_in(author).get(MINE))

    assert "Kepala Subbagian Tata Usaha" in words
    assert "Penyusun" in words
    assert "atas Bagian Umum" in words
    assert "belum memangku jabatan" in text(signed_in(administrator).get(MINE))


def test_roles_are_lent_and_taken_back(signed_in, author, colleague, seat, lend):
    client = signed_in(author)

    answer = client.post(lend, loan(), follow=True)
    made = Delegation.objects.get()
    assert "Peran didelegasikan" in text(answer)
    assert "Dewi Anggriani" in text(answer)
    assert (made.assignment, made.person, made.reason) == (seat, colleague.person, "Cuti tahunan")
    assert "dari La Ode Fadlan" in text(signed_in(colleague).get(MINE))

    signed_in(author).post(reverse("organisation:take-back", args=[made.pk]))
    assert not Delegation.objects.on().exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"roles": []}, "tidak boleh kosong"),
        ({"roles": ["approver"]}, "approver"),
        ({"until_on": "2020-01-01"}, "mendahului"),
        ({"reason": ""}, "tidak boleh kosong"),
    ],
)
def test_a_refused_loan_says_why(signed_in, author, lend, changed, words):
    answer = signed_in(author).post(lend, loan(**changed))

    assert answer.status_code == 422
    assert words in text(answer)
    assert not Delegation.objects.exists()


def test_nobody_lends_or_takes_back_what_is_anothers(
    signed_in, author, stranger, colleague, seat, lend
):
    made = DelegationFactory(assignment=seat, person=colleague.person, roles=["author"])
    client = signed_in(stranger)

    assert client.get(lend).status_code == 404
    assert client.post(lend, loan()).status_code == 404
    assert client.get(reverse("organisation:lend-to", args=[seat.pk])).status_code == 404
    assert client.post(reverse("organisation:take-back", args=[made.pk])).status_code == 404
    assert Delegation.objects.on().count() == 1


def test_people_to_lend_to_are_found(signed_in, author, colleague, seat):
    page = reverse("organisation:lend-to", args=[seat.pk])
    client = signed_in(author)

    whole = client.get(page, {"cari": "anggriani"})
    part = client.get(page, {"cari": "la ode"}, headers={"HX-Request": "true"})

    assert "Dewi Anggriani" in text(whole)
    assert "Tidak ada orang berakun" in text(part)
    assert "<html" not in text(part)


def test_the_page_asks_as_often_for_many_as_for_one(
    signed_in, author, colleague, seat, django_assert_max_num_queries
):
    for _n in range(3):
        DelegationFactory(assignment=seat, person=colleague.person, roles=["author", "performer"])
    client = signed_in(author)
    client.get(MINE)

    with django_assert_max_num_queries(12):
        client.get(MINE)
