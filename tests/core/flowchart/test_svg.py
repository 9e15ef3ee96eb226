import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.rows import sop
from tests.golden import assert_golden

from okesop.core.document import NodeKind
from okesop.core.flowchart.drawing import Arrow, Box, Label, Page, RowBand
from okesop.core.flowchart.grid import Band
from okesop.core.flowchart.spoken import spoken
from okesop.core.flowchart.svg import flowchart_svg

SVG = "{http://www.w3.org/2000/svg}"
DOCUMENT = sop("(A)", "<B> Ya:3 Tidak:1", "(A)")
LABEL = Label("Tidak", ("Tidak",), 71, 55, 18, 8, 7.0)
PAGE = Page(
    140,
    130,
    rows=(RowBand(0, 5, 45), RowBand(1, 45, 85), RowBand(2, 85, 125)),
    columns=(Band(10, 70), Band(70, 130)),
    boxes=(
        Box("n1A", 0, 0, 23, 16, 34, 18, NodeKind.TERMINATOR),
        Box("n2B", 1, 1, 83, 56, 34, 18, NodeKind.DECISION, text="Lengkap?"),
        Box("n3A", 2, 0, 23, 96, 34, 18, NodeKind.TERMINATOR),
        Box("off1", 2, 1, 92, 96, 16, 18, NodeKind.CONNECTOR, link="1", text="1"),
    ),
    arrows=(
        Arrow("n1A", "n2B", ((57, 25), (100, 25), (100, 56))),
        Arrow("n2B", "n1A", ((83, 65), (40, 65), (40, 34)), LABEL),
        Arrow("n3A", "off1", ((57, 105), (92, 105)), head=False),
    ),
)


def drawn(page=PAGE, document=DOCUMENT, **options):
    return ET.fromstring(flowchart_svg(document, page, **options))  # noqa: S314 -- our own text


def test_golden_chart():
    assert_golden("flowchart.svg", flowchart_svg(DOCUMENT, PAGE))


def test_has_a_title_and_the_flow_in_words():
    root = drawn()
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Diagram alir SOP Pengelolaan Surat Masuk"
    assert root.find(f"{SVG}desc").text.splitlines() == list(spoken(DOCUMENT))


def test_symbols_know_their_step_and_arrows_their_ends():
    root = drawn()
    steps = {e.get("data-node"): e.get("data-step") for e in root.iter() if e.get("data-node")}
    assert steps == {"n1A": "s1", "n2B": "s2", "n3A": "s3", "off1": "s3"}
    ends = [(e.get("data-from"), e.get("data-to")) for e in root.iter() if e.get("data-from")]
    assert ends == [("n1A", "n2B"), ("n2B", "n1A"), ("n3A", "off1")]


def test_only_arrows_with_a_head_have_one():
    black = [g for g in drawn() if g.tag == f"{SVG}g" and g.get("fill") == "#000"]
    assert len(black[0]) == 2


def test_holds_nothing_that_a_strict_content_policy_forbids():
    text = flowchart_svg(DOCUMENT, PAGE)
    assert "style" not in text
    assert "<script" not in text
    assert " on" not in text.split("<desc>")[0]


def test_ground_and_grid_can_be_left_to_the_page_around():
    whole, bare = drawn(), drawn(ground=False, grid=False)
    assert whole.find(f"{SVG}rect").get("fill") == "#fff"
    assert bare.find(f"{SVG}rect") is None
    assert len(whole) == len(bare) + 2


@pytest.mark.parametrize("name", ["</svg><script>", "a\x00b", "漢", '"><x>'])
def test_any_id_is_harmless(name):
    page = Page(
        50,
        50,
        (RowBand(0, 0, 40),),
        (Band(0, 40),),
        (Box(name, 0, 0, 5, 5, 20, 10, NodeKind.PROCESS),),
    )
    found = [e.get("data-node") for e in drawn(page).iter() if e.get("data-node")]
    assert found == [name.replace("\x00", "")]


@given(st.text(st.characters(), max_size=30))
def test_any_label_makes_well_formed_xml(text):
    label = Label(text, (text,), 0, 0, 30, 10, 7)
    box = Box("n", 0, 0, 5, 5, 30, 20, NodeKind.DECISION, text=text)
    page = Page(
        50,
        50,
        (RowBand(0, 0, 40),),
        (Band(0, 40),),
        (box,),
        (Arrow("n", "n", ((0, 0), (9, 0)), label),),
    )
    drawn(page, sop("(A)", title=text))


def test_the_flow_in_words():
    document = sop("(A)", "<B> Ya:4 Tidak:1", "[A]=[C]", "(B)")
    first = replace(document.steps[0], activity="Menerima\n surat")
    document = replace(document, steps=(first, *document.steps[1:]))
    said = spoken(document)
    assert (
        said[0]
        == "Langkah 1, Pengadministrasi Umum: Menerima surat (mulai atau selesai) → langkah 2"
    )
    assert said[1].endswith("(keputusan) → Ya: langkah 4; Tidak: langkah 1")
    assert said[2].endswith("Umum: Memeriksa isi surat → bersama Kepala Bagian Umum")
    assert len(said) == 5
    assert len(spoken(document, {2})) == 2


def test_a_row_is_not_said_to_lead_to_itself():
    said = spoken(sop("(A)", "[A][C]=[D] >2C", "(B)"))
    assert said[1].endswith("→ Kepala Bagian Umum pada langkah 2")
    assert said[2].split(" → ")[1].startswith("bersama Asisten Administrasi Umum")


def test_a_chart_can_be_measured_in_pixels():
    assert drawn().get("width") == "140pt"
    assert (drawn(unit="").get("width"), drawn(unit="").get("height")) == ("140", "130")
