import xml.etree.ElementTree as ET

import pytest
from tests.core.rows import sop

from okesop.core.form import form_svg, lay_out, lay_out_single, table_svg

SVG = "{http://www.w3.org/2000/svg}"
DOCUMENT = sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")


def parsed(text):
    return ET.fromstring(text)  # noqa: S314 -- our own text


def words(root):
    return " ".join(span.text for span in root.iter(f"{SVG}tspan"))


@pytest.mark.parametrize("draw", [form_svg, table_svg])
def test_holds_heading_texts_and_chart(draw):
    root = parsed(draw(lay_out_single(DOCUMENT)))
    shown = words(root)
    for heading in ("No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Keterangan"):
        assert heading in shown
    for step in DOCUMENT.steps:
        assert all(word in shown for word in step.activity.split())
    assert {e.get("data-step") for e in root.iter() if e.get("data-step")} == {
        "s1",
        "s2",
        "s3",
        "s4",
    }
    assert {"Ya", "Tidak"} <= set(shown.split())


@pytest.mark.parametrize("draw", [form_svg, table_svg])
def test_is_black_on_white_without_style(draw):
    text = draw(lay_out_single(DOCUMENT))
    assert "style" not in text
    colours = {e.get(key) for e in parsed(text).iter() for key in ("fill", "stroke")}
    assert colours <= {None, "none", "#fff", "#000", "#555"}


def test_is_named_and_described():
    root = parsed(form_svg(lay_out_single(DOCUMENT)))
    assert root.find(f"{SVG}title").text == "Diagram alir SOP Pengelolaan Surat Masuk"
    assert "Langkah 4" in root.find(f"{SVG}desc").text


def test_a_page_of_several_shows_and_tells_its_own_rows():
    form = lay_out(sop("(A)", *["[B]", "[A]"] * 20, "(B)"))
    second = parsed(form_svg(form, 1))
    first_row = form.pages[1].first_row + 1
    told = second.find(f"{SVG}desc").text.splitlines()
    assert told[0].startswith(f"Langkah {first_row},")
    assert len(told) == len(form.pages[1].rows)


def test_what_is_typed_stays_text():
    document = sop("(A)", "(B)", title="</title><script>alert(1)</script>")
    text = form_svg(lay_out_single(document))
    assert "<script" not in text
    assert parsed(text).find(f"{SVG}title").text.endswith("alert(1)</script>")


def test_the_table_alone_has_no_margins():
    form = lay_out_single(DOCUMENT)
    whole, table = parsed(form_svg(form)), parsed(table_svg(form))
    assert float(table.get("width")[:-2]) < float(whole.get("width")[:-2]) - 60
