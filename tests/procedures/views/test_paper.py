import subprocess
from dataclasses import replace

import pytest
from tests.factories.procedures import document, draft

from okesop.core.document import Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(general, author):
    return draft(general, author)


def words(pdf):
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def test_the_pdf_holds_identity_and_table(signed_in, author, version):
    response = signed_in(author).get(f"/sop/{version.key}/pdf/")

    text = words(response.content)
    assert response["Content-Type"] == "application/pdf"
    assert 'filename="SOP Pengelolaan Surat Masuk.pdf"' in response["Content-Disposition"]
    for word in ("PEMERINTAH KOTA CONTOH", "Mutu Baku", "Mencatat surat pada buku agenda", "DRAF"):
        assert word in text


@pytest.mark.parametrize(
    ("part", "identity", "table"),
    [("whole", True, True), ("identity", True, False), ("table", False, True), ("x", True, True)],
)
def test_parts(signed_in, author, version, part, identity, table):
    text = words(signed_in(author).get(f"/sop/{version.key}/pdf/?part={part}").content)

    assert ("Dasar Hukum" in text, "Kelengkapan" in text) == (identity, table)


@pytest.mark.parametrize("paper", ["A4", "F4", "Letter", "Legal", "kertas"])
def test_the_preview_shows_every_page(signed_in, author, version, paper):
    client = signed_in(author)
    pages = client.get(f"/sop/{version.key}/preview/?paper={paper}").json()["pages"]

    shown = [client.get(page["url"]) for page in pages]

    assert len(pages) >= 2
    assert {response["Content-Type"] for response in shown} == {"image/svg+xml"}
    assert all(page["width"] > page["height"] > 500 for page in pages)
    assert "Dasar Hukum" in pages[0]["text"]
    assert "Mencatat surat pada buku agenda" in pages[1]["text"]


def test_a_document_of_a_thousand_pages_is_refused_in_words(signed_in, author, general):
    long = tuple(Step(id=f"x{n}", activity="kata " * 18_000) for n in range(8))
    endless = replace(document(), steps=document().steps + long)
    key = draft(general, author, endless).key
    client = signed_in(author)

    paper, preview = client.get(f"/sop/{key}/pdf/"), client.get(f"/sop/{key}/preview/")

    assert (paper.status_code, preview.status_code) == (422, 422)
    assert "halaman web mencetak paling banyak 200" in paper.content.decode()
    assert "halaman web mencetak paling banyak 200" in preview.json()["message"]


def test_a_page_that_is_none(signed_in, author, version):
    client = signed_in(author)

    assert client.get(f"/sop/{version.key}/preview/A4/abc/99.svg").status_code == 404
    assert client.get(f"/sop/{version.key}/preview/A4/abc/0.svg").status_code == 404


def test_strangers_see_no_page(signed_in, stranger, version):
    assert signed_in(stranger).get(f"/sop/{version.key}/preview/A4/abc/1.svg").status_code == 404


@pytest.mark.parametrize("title", ['a"b', "a/b\\c", "..", "😀", "x" * 400, "a\r\nSet-Cookie: x"])
def test_any_title_makes_a_file_name(signed_in, author, general, title):
    version = draft(general, author, document(title))

    response = signed_in(author).get(f"/sop/{version.key}/pdf/")

    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
