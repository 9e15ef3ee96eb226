import json
import re
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.rows import sop
from tests.core.strategies import documents

from okesop.adapters.paper import (
    PaperOptions,
    Stamp,
    UnknownPictureError,
    laid_out,
    render_pdf,
    render_pictures,
)
from okesop.core.canonical import canonical
from okesop.core.document import Identity, Performer, SopDocument, Step
from okesop.core.form import PAPERS, Part
from okesop.core.metrics import printed
from okesop.core.parsing import parse
from okesop.core.printing import printed_texts

AT = datetime(2026, 11, 24, 3, tzinfo=UTC)
DOCUMENT = sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")
EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="poppler-utils is absent"
)


def rendered(document=DOCUMENT, **options):
    return render_pdf(document, PaperOptions(**options), at=AT)


def opened(made):
    return pikepdf.open(BytesIO(made))


def attachment_of(made):
    pdf = opened(made)  # the file must outlive its attachment
    return bytes(pdf.attachments["sop-document.json"].get_file().read_bytes())


def sheet_sizes(made):
    pdf = opened(made)
    return {tuple(round(float(side)) for side in page.MediaBox[2:]) for page in pdf.pages}


def text_of(made):
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=made, capture_output=True, check=True
    )
    return done.stdout.decode()


def missing_words(document, made):
    """Words of the document that the PDF's text does not hold; white space does not count."""
    found = "".join(text_of(made).split())
    words = [
        word
        for place, text in printed_texts(document)
        if place != "identity/approver_nip"
        for word in printed(text).split()
    ]
    return [word for word in words if word not in found]


def a_png():
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00\xff\x00\x00")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


def test_is_marked_as_pdf_a_3b_and_pdf_ua_1_and_tagged():
    pdf = opened(rendered())
    marks = pdf.Root.Metadata.read_bytes().decode()
    assert re.search(r"pdfaid:part>\s*3\s*<", marks)
    assert re.search(r"pdfaid:conformance>\s*B\s*<", marks)
    assert re.search(r"pdfuaid:part>\s*1\s*<", marks)
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert pdf.Root.Lang == "id-ID"
    assert pdf.docinfo["/Title"] == "SOP Pengelolaan Surat Masuk"


def test_the_table_is_a_table_to_a_screen_reader():
    pdf = opened(rendered(part=Part.TABLE))
    kinds, queue, words = [], [pdf.Root.StructTreeRoot], []
    while queue:
        element = queue.pop()
        if isinstance(element, pikepdf.Array):
            queue.extend(element)
        elif isinstance(element, pikepdf.Dictionary):
            kinds.append(str(element.get("/S", "")))
            words.append(str(element.get("/Alt", "")))
            if "/K" in element:
                queue.append(element.K)
    assert kinds.count("/Table") == 1
    assert kinds.count("/TH") == 11
    assert kinds.count("/TR") == 6
    assert any("Ya: langkah 3; Tidak: langkah 1" in alt for alt in words)


def test_every_font_is_embedded():
    pdf = opened(rendered(approved=True))
    fonts = [
        font.DescendantFonts[0].FontDescriptor
        for page in pdf.pages
        for font in page.Resources.Font.values()
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_attached_document_is_the_document():
    attached = attachment_of(rendered())
    assert attached == canonical(DOCUMENT)
    assert parse(attached).document == DOCUMENT


@needs_pdftotext
def test_holds_every_word():
    assert missing_words(DOCUMENT, rendered()) == []


@needs_pdftotext
@pytest.mark.parametrize("mark", [True, False])
def test_a_draft_says_so(mark):
    assert ("DRAF" in text_of(rendered(approved=mark))) is not mark


@needs_pdftotext
def test_headings_and_page_numbers_stand_on_every_sheet():
    pages = text_of(rendered(sop("(A)", *["[B]", "[A]"] * 20, "(B)"))).split("\f")[:-1]
    assert len(pages) > 3
    for place, page in enumerate(pages, 1):
        assert f"Halaman {place} dari {len(pages)}" in page
    assert all("Mutu Baku" in page and "Kelengkapan" in page for page in pages[1:])


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_sheet_has_the_paper_asked_for(name):
    paper = PAPERS[name]
    sizes = sheet_sizes(rendered(paper=paper))
    assert sizes == {(round(paper.width), round(paper.height))}


def test_same_document_same_time_same_bytes():
    assert rendered(emblem=EMBLEM) == rendered(emblem=EMBLEM)
    later = render_pdf(DOCUMENT, PaperOptions(emblem=EMBLEM), at=AT.replace(hour=4))
    assert later != rendered(emblem=EMBLEM)


def test_the_pages_as_pictures_with_their_words():
    first, second = render_pictures(laid_out(DOCUMENT, PaperOptions()), PaperOptions(), at=AT)
    assert first.svg.startswith("<svg")
    assert (first.width, first.height) == (PAPERS["A4"].width, PAPERS["A4"].height)
    assert "Pengelolaan Surat Masuk" in first.text.splitlines()
    assert DOCUMENT.steps[0].activity in second.text


@needs_pdftotext
def test_emblem_qr_and_its_caption():
    made = rendered(
        emblem=a_png(), stamp=Stamp("https://sop.contoh.go.id/p/7KX3-QM2P", "7KX3-QM2P")
    )
    assert "7KX3-QM2P" in text_of(made)
    assert len(made) > len(rendered())


def test_every_sheet_carries_the_code():
    pdf = opened(rendered(stamp=Stamp("https://sop.contoh.go.id/v/7KX3QM2P", "Pindai")))
    alts = [
        str(each.get("/Alt", "")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)
    ]

    assert len(pdf.pages) == 2
    assert sum("Kode QR" in alt for alt in alts) == len(pdf.pages)


def test_an_emblem_that_is_no_picture_is_refused():
    with pytest.raises(UnknownPictureError):
        rendered(emblem=b"MZ\x90\x00")


HOSTILE = (
    "x" * 400,
    "menyusun konsep surat " * 900,
    '#read("/etc/passwd") $x$ *b* _i_ `r` <l> @ref \\ // c /* */ = h',
    "<b>&amp;</b> ]]> \"'",
    "漢字 😀 👩‍👩‍👧 🇮🇩 ✓ \uf0b7 \uf0fc",
    "مرحبا بالعالم שלום עולם \u202eterbalik\u202c",
    "a\x00b\x07c\x1bd\x7fe",
    "e\u0301\u0300\u0bcc ก็ \u200b\u200d\ufeff",
    "baris satu\nbaris dua\r\n\n\nbaris lima",
    "\ufffe\U0010ffff\ue000",
)


@needs_pdftotext
@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_prints_everywhere(text):
    rows = [Step(f"s{n}", text, text, text, text, text) for n in range(2)]
    document = replace(
        sop("(A)", "<B> Ya:1 Tidak:2"),
        identity=Identity(text, text, text, text, text, text, text, text, (text, text), text),
        **dict.fromkeys(
            ("legal_basis", "related", "equipment", "warnings", "records"), (text, text)
        ),
        performers=(Performer("pA", text), Performer("pB", text)),
    )
    document = replace(
        document,
        steps=tuple(
            replace(row, id=old.id) for row, old in zip(rows, document.steps, strict=True)
        ),
        nodes=tuple(replace(node, label=text[:40]) for node in document.nodes),
        edges=tuple(replace(edge, label=text[:40]) for edge in document.edges),
    )
    made = rendered(document)
    assert attachment_of(made) == canonical(document)
    if text.isascii():
        lost = [word for word in missing_words(document, made) if word in printed(text).split()]
        assert lost == []


def test_an_empty_document_prints():
    assert len(opened(rendered(SopDocument())).pages) == 2


letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), letters)
def test_whatever_is_typed_becomes_a_pdf(document, text):
    steps = tuple(replace(row, activity=text, output=text[::-1]) for row in document.steps)
    made = rendered(replace(document, steps=steps, warnings=(text,)))
    assert made.startswith(b"%PDF-")


@pytest.mark.long
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents(), letters)
def test_whatever_is_typed_becomes_a_pdf_long(document, text):
    assert rendered(replace(document, warnings=(text,), records=(text * 30,))).startswith(b"%PDF-")


@needs_pdftotext
def test_the_real_documents_hold_every_word(shared):
    truths = sorted((shared / "data" / "real-sops" / "truth").glob("*.json"))
    assert len(truths) == 17
    for path in truths:
        document = parse(path.read_bytes()).document
        made = rendered(document)
        assert (path.name, missing_words(document, made)) == (path.name, [])
        assert json.loads(attachment_of(made))["identity"]["title"] == document.identity.title
        assert sheet_sizes(made) == {(842, 595)}
