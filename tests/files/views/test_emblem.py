import io

import pytest
from django.urls import reverse
from PIL import Image

from okesop.files.models import Emblem

PAGE = reverse("files:emblem")


@pytest.fixture
def upload():
    target = io.BytesIO()
    Image.new("RGB", (30, 40), "green").save(target, "PNG")
    target.name = "lambang.png"
    target.seek(0)
    return target


def test_the_emblem_is_given_and_seen(signed_in, administrator, author, secretariat, upload):
    client = signed_in(administrator)

    assert client.post(PAGE, {"picture": upload}).url == PAGE

    picture = reverse("files:emblem-picture", args=[secretariat.pk])
    assert picture in client.get(PAGE).content.decode()
    answer = signed_in(author).get(
        reverse("files:emblem-picture", args=[author.person.assignments.get().position.unit_id])
    )
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_a_unit_that_is_not_visible_shows_no_emblem(
    signed_in, administrator, author, legal, upload
):
    signed_in(administrator).post(PAGE, {"picture": upload})

    answer = signed_in(author).get(reverse("files:emblem-picture", args=[legal.pk]))

    assert answer.status_code == 404


def test_without_an_emblem_there_is_none(signed_in, head, secretariat):
    answer = signed_in(head).get(reverse("files:emblem-picture", args=[secretariat.pk]))

    assert answer.status_code == 404


def test_what_is_no_picture_is_refused_in_words(signed_in, administrator, secretariat):
    broken = io.BytesIO(b"<svg/>")
    broken.name = "lambang.svg"

    answer = signed_in(administrator).post(PAGE, {"picture": broken})

    assert answer.status_code == 422
    assert "bukan gambar PNG" in answer.content.decode()


def test_nothing_chosen_is_refused(signed_in, administrator, secretariat):
    answer = signed_in(administrator).post(PAGE, {})

    assert answer.status_code == 422
    assert not Emblem.objects.exists()


def test_the_emblem_is_taken_away(signed_in, administrator, secretariat, upload):
    client = signed_in(administrator)
    client.post(PAGE, {"picture": upload})

    client.post(reverse("files:take-emblem", args=[secretariat.pk]))

    assert not Emblem.objects.exists()


def test_before_the_office_there_is_nothing_to_give(signed_in, administrator):
    assert "Belum ada kantor" in signed_in(administrator).get(PAGE).content.decode()
