import re

import pytest
from tests.factories.procedures import change, draft, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in, author):
    author.language = "en"
    author.save()
    return signed_in(author)


@pytest.fixture
def page(reader, general, author, colleague):
    version = draft(general, author)
    change(version, text("steps/s2/output", "Surat tercatat"), by=colleague)
    return reader.get(f"/sop/{version.key}/").content.decode()


def test_the_page_of_an_sop_speaks_english(page):
    assert re.search(r'<html\s+lang="en"', page)
    assert "Continue writing" in page
    assert "changed output of step 2" in page.lower()
    assert re.search(r"\d\d:\d\d WITA by ", page)


def test_the_form_stays_indonesian_on_an_english_page(page):
    begin = page.index('<table class="ident" lang="id">')
    form = page[begin : page.index("</svg>", begin)]

    assert "Tanggal Pembuatan" in form
    assert "Disahkan oleh" in form
    assert "Kegiatan" in form
    assert "Date created" not in form


@pytest.mark.parametrize("address", ["/", "/sop/", "/sop/baru/", "/bantuan/", "/profil/"])
def test_headings_and_buttons_are_english(reader, general, author, address):
    draft(general, author)

    page = reader.get(address).content.decode()

    said = re.findall(r"<(?:h1|h2|button|label|th)\b[^>]*>([^<]+)<", page)
    indonesian = r"\b(?:dan|atau|yang|tidak|belum|untuk|simpan|buat|hapus|pilih|langkah|temuan)\b"
    assert [words for words in said if re.search(indonesian, words, re.IGNORECASE)] == []
