import io

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from okesop.accounts.domain import codes
from okesop.accounts.models import Session, User
from okesop.audit.domain import verification
from okesop.files.models import Emblem
from okesop.organisation.models import Unit

PAGE = "/pasang/"
PASSWORD = "perahu sandeq berlayar pagi"


@pytest.fixture
def code(db):
    return codes.issue_setup(at=timezone.now())


def filled(typed, **changed):
    given = {
        "code": typed,
        "office": "Sekretariat Daerah Kota Contoh",
        "letterhead": "PEMERINTAH KOTA CONTOH",
        "name": "Hasrat Tinggi, S.Kom.",
        "nip": "19900101 201501 1 001",
        "username": "",
        "new_password": PASSWORD,
        "repeated": PASSWORD,
    }
    return {**given, **changed}


def text(response):
    return response.content.decode()


def test_the_code_names_the_office_and_its_first_administrator(client, code):
    answer = client.post(PAGE, filled(code))

    user = User.objects.get()
    assert answer.url == reverse("procedures:home")
    assert user.is_administrator
    assert user.check_password(PASSWORD)
    assert user.nip == "199001012015011001"
    assert user.person.name == "Hasrat Tinggi, S.Kom."
    assert Unit.objects.get().letterhead == "PEMERINTAH KOTA CONTOH"
    assert Session.objects.get().user == user
    assert client.get(answer.url).status_code == 200
    assert verification.verify().broken_at is None


def test_the_emblem_may_be_given_at_once(client, code):
    picture = io.BytesIO()
    Image.new("RGB", (30, 40), "green").save(picture, "JPEG")
    picture.name = "lambang.jpg"
    picture.seek(0)

    client.post(PAGE, filled(code, picture=picture))

    assert Emblem.objects.get().unit == Unit.objects.get()


def test_a_broken_emblem_founds_nothing_and_keeps_the_code(client, code):
    broken = io.BytesIO(b"no picture")
    broken.name = "lambang.png"

    answer = client.post(PAGE, filled(code, picture=broken))

    assert answer.status_code == 422
    assert "bukan gambar" in text(answer)
    assert not Unit.objects.exists()
    assert client.post(PAGE, filled(code)).status_code == 302


def test_the_page_is_gone_afterwards(client, code):
    client.post(PAGE, filled(code))
    client.post(reverse("accounts:sign-out"))

    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, filled(code)).status_code == 404


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"code": "0000-0000-0000"}, "Kode tidak cocok"),
        ({"office": ""}, "tidak boleh kosong"),
        ({"nip": ""}, "Isi NIP atau nama pengguna"),
        ({"nip": "123"}, "18 angka"),
        ({"new_password": "pendek", "repeated": "pendek"}, "sekurangnya 12 huruf"),
        (
            {"new_password": "hasrat-tinggi", "repeated": "hasrat-tinggi"},
            "tersusun dari nama",
        ),
        ({"repeated": "lain"}, "tidak sama"),
    ],
    ids=("code", "office", "no name", "nip", "short", "own name", "unequal"),
)
def test_what_is_refused_says_why_and_founds_nothing(client, code, changed, words):
    answer = client.post(PAGE, filled(code, **changed))

    assert answer.status_code == 422
    assert words in text(answer)
    assert not Unit.objects.exists()
    assert not User.objects.exists()
    assert PASSWORD not in text(answer)


def test_a_wrong_code_is_told_together_with_the_rest(client, code):
    answer = client.post(PAGE, filled("0000-0000-0000", nip="123", repeated="lain"))

    assert {"code", "nip", "repeated"} <= answer.context["form"].errors.keys()
    assert client.post(PAGE, filled(code, nip="123")).context["form"].errors.keys() == {"nip"}
    assert client.post(PAGE, filled(code)).status_code == 302


def test_the_page_asks_for_one_of_two_names(client, code):
    page = text(client.get(PAGE))

    assert "Isi salah satu" in page
    assert "dan lambang ditambahkan" not in page
