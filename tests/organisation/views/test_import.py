"""Importing from Excel as an administrator does it: upload, look, write."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from tests.organisation.domain.test_importing import NIP, SEATS, STAFF, TREE, book

from okesop.organisation.domain import units
from okesop.organisation.models import Person, Unit, Upload

IMPORT, PREVIEW, WRITE, FILE = (
    reverse(f"organisation:{name}")
    for name in ("import", "import-preview", "import-write", "import-workbook")
)


def text(response):
    return " ".join(response.content.decode().split())


def mark(response):
    return text(response).split('name="mark" value="')[1].split('"')[0]


@pytest.fixture
def keeper(signed_in, administrator):
    return signed_in(administrator)


def send(client, data, **options):
    return client.post(IMPORT, {"workbook": SimpleUploadedFile("data.xlsx", data)}, **options)


def test_a_workbook_is_looked_at_and_written(keeper):
    shown = send(keeper, book(TREE, SEATS, STAFF), follow=True)

    assert "Tulis 9 data" in text(shown)
    assert "Siti Aminah, S.Sos." in text(shown)
    assert not Unit.objects.exists()

    answer = keeper.post(WRITE, {"mark": mark(shown)}, follow=True)

    assert "9 data ditulis" in text(answer)
    assert Person.objects.get(nip=NIP)
    assert not Upload.objects.exists()
    assert "Tidak ada yang berubah" in text(send(keeper, book(TREE, SEATS, STAFF), follow=True))


def test_everything_that_is_wrong_is_told_and_nothing_waits(keeper):
    answer = send(keeper, book(TREE, SEATS, [("A", "1979"), ("", "")]))

    assert answer.status_code == 422
    assert "Orang, baris 2" in text(answer)
    assert "NIP terdiri atas 18 angka, yang ini 4" in text(answer)
    assert not Upload.objects.exists()
    assert keeper.get(PREVIEW).url == IMPORT
    assert keeper.post(WRITE).url == IMPORT


@pytest.mark.parametrize("data", [b"Nama;NIP", b"x" * (5 * 1024 * 1024 + 1)])
def test_what_is_no_workbook_is_refused(keeper, data):
    answer = send(keeper, data)

    assert answer.status_code == 422
    assert "berkas" in text(answer).lower()


def test_what_changed_since_the_preview_is_shown_anew(keeper, administrator, noon):
    shown = send(keeper, book(TREE), follow=True)
    units.create(units.Details("Sekretariat"), parent=None, by=administrator, at=noon)

    answer = keeper.post(WRITE, {"mark": mark(shown)}, follow=True)

    assert "berubah sejak pratinjau" in text(answer)
    assert Unit.objects.count() == 1
    keeper.post(WRITE, {"mark": mark(answer)})
    assert Unit.objects.count() == 3


def test_the_workbook_is_sent_empty_and_filled(keeper, general):
    for query, first in (("", "Contoh: Bagian Umum"), ("?isi=ya", "Sekretariat Daerah")):
        answer = keeper.get(FILE + query)

        assert "attachment" in answer["Content-Disposition"]
        names = [row[0].value for row in load_workbook(BytesIO(answer.content))["Unit"]]
        assert first in names


def test_only_whoever_keeps_the_office_imports(signed_in, author):
    client = signed_in(author)

    assert [client.get(page).status_code for page in (IMPORT, PREVIEW, FILE)] == [403] * 3
    assert [client.post(page).status_code for page in (IMPORT, WRITE)] == [403] * 2
