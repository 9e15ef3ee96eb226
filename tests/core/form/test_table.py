from dataclasses import replace

import pytest
from tests.core.rows import sop, step

from okesop.core.document import Node, NodeKind, Performer
from okesop.core.flowchart import route
from okesop.core.form import PAPERS, lay_out, lay_out_single
from okesop.core.form.cells import rows_on
from okesop.core.form.columns import PAD_X
from okesop.core.metrics import printed, width

FLOW = sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")


def texts_on_paper(form):
    """All cell texts of all pages, row by row, without white space."""
    rows = {}
    for page in form.pages:
        for row in rows_on(form, page):
            for cell in row.cells:
                key = row.band.index, cell.column.key
                rows[key] = rows.get(key, "") + "".join("".join(cell.lines).split())
    return rows


def assert_complete(form):
    found = texts_on_paper(form)
    for index, row in enumerate(form.document.steps):
        for key in ("activity", "requirements", "time", "output", "note"):
            assert found[index, key] == "".join(printed(getattr(row, key)).split())


def long_flow(rows):
    return sop("(A)", *["[B]", "[A]"] * (rows // 2 - 1), "(B)")


def test_a_short_sop_is_one_a4_sheet_in_nine_point():
    form = lay_out(FLOW)
    assert (form.paper.name, form.typeset.size, len(form.pages)) == ("A4", 9.0, 1)
    assert form.notices == ()
    assert form.left == form.paper.left
    assert form.right == pytest.approx(form.paper.right)


def test_symbols_stand_in_the_columns_that_the_headings_have():
    form = lay_out(FLOW)
    page = form.pages[0]
    for band, column in zip(page.columns, form.typeset.performers, strict=True):
        assert band.start == pytest.approx(column.band.start)
        assert band.end == pytest.approx(column.band.end)


@pytest.mark.parametrize("name", list(PAPERS))
def test_every_paper_is_filled_from_margin_to_margin(name):
    form = lay_out(FLOW, PAPERS[name])
    assert form.paper.name == name
    assert form.right == pytest.approx(PAPERS[name].right)


def test_no_line_is_wider_than_its_column():
    form = lay_out(long_flow(30))
    for row in form.typeset.rows:
        for key, lines in zip(
            ("no", "activity", "requirements", "time", "output", "note"), row.cells, strict=True
        ):
            room = form.typeset.column(key).band.size - 2 * PAD_X
            assert all(width(line, form.typeset.size) <= room + 0.01 for line in lines)


def test_a_long_table_goes_over_several_sheets_and_loses_nothing():
    form = lay_out(long_flow(40))
    assert len(form.pages) > 2
    assert [band.index for page in form.pages for band in page.rows] == list(range(40))
    assert all(page.rows[-1].end <= form.paper.bottom + 0.01 for page in form.pages)
    assert_complete(form)


def test_a_row_higher_than_a_sheet_is_split_and_loses_nothing():
    activity = " ".join(f"kata{number}" for number in range(1500))
    form = lay_out(
        replace(FLOW, steps=(FLOW.steps[0], step(2, activity=activity), *FLOW.steps[2:]))
    )
    assert len(form.pages) > 2
    assert all(page.rows[-1].end <= form.paper.bottom + 0.01 for page in form.pages)
    assert_complete(form)


def test_many_performers_take_a_larger_paper_and_say_so():
    performers = tuple(Performer(f"p{n}", f"Kepala Bagian {n}") for n in range(20))
    nodes = tuple(Node(f"n{n}", "s1", f"p{n}", NodeKind.PROCESS) for n in range(20))
    form = lay_out(replace(FLOW, performers=performers, nodes=nodes, edges=()))
    assert form.paper.width > PAPERS["A4"].width
    assert form.typeset.size >= 7
    assert form.paper.name in form.notices[0].id
    assert "20" in form.notices[0].en


def test_twelve_performers_fit_a4():
    performers = tuple(Performer(f"p{n}", "Kepala Bagian Umum") for n in range(12))
    nodes = tuple(Node(f"n{n}", "s1", f"p{n}", NodeKind.PROCESS) for n in range(12))
    form = lay_out(replace(FLOW, performers=performers, nodes=nodes, edges=()))
    assert form.paper.name == "A4"
    assert form.typeset.size >= 7


@pytest.mark.parametrize("rows", [[], [""], ["(A)"]])
def test_the_smallest_documents_have_one_sheet(rows):
    assert len(lay_out(sop(*rows)).pages) == 1
    assert len(lay_out_single(sop(*rows)).pages) == 1


def test_a_heading_higher_than_the_paper_takes_a_larger_one():
    performers = (Performer("pA", "Sekretaris Daerah Kota Contoh " * 800), *FLOW.performers[1:])
    form = lay_out(replace(FLOW, performers=performers))
    assert form.typeset.heading_height < form.paper.height / 2
    assert form.notices


def test_headings_that_no_paper_holds_get_a_sheet_cut_to_measure():
    performers = tuple(Performer(f"p{n}", "Sekretaris Daerah " * 1200) for n in range(10))
    form = lay_out(replace(FLOW, performers=performers, nodes=(), edges=()))
    assert form.paper.width > 3371
    assert form.typeset.heading_height < form.paper.height / 2
    assert form.right == pytest.approx(form.paper.right)


def test_the_single_sheet_is_as_high_as_its_rows():
    form = lay_out_single(long_flow(60))
    (page,) = form.pages
    assert page.height == form.paper.height
    assert page.height == pytest.approx(page.rows[-1].end + form.paper.top_margin)
    assert_complete(form)


def test_the_number_printed_elsewhere_is_kept():
    document = replace(FLOW, steps=(replace(FLOW.steps[0], no="1a"), *FLOW.steps[1:]))
    assert [row.cells[0] for row in lay_out(document).typeset.rows] == [
        ("1a",),
        ("2",),
        ("3",),
        ("4",),
    ]


def test_the_same_document_is_laid_out_the_same():
    assert lay_out(long_flow(20)) == lay_out(long_flow(20))


@pytest.mark.parametrize("label", ["Ya", "Perlu perbaikan oleh pengusul sebelum diajukan lagi"])
def test_wide_labels_widen_columns_but_not_the_sheet(label):
    edges = tuple(replace(edge, label=edge.label and label) for edge in FLOW.edges)
    for form in (lay_out(replace(FLOW, edges=edges)), lay_out_single(replace(FLOW, edges=edges))):
        page = form.pages[0]
        assert page.width == form.paper.width
        assert form.right == pytest.approx(form.paper.right)
        for band, column in zip(page.columns, form.typeset.performers, strict=True):
            assert band.start == pytest.approx(column.band.start)
            assert band.end == pytest.approx(column.band.end)


def test_a_chart_too_dense_to_draw_says_so(monkeypatch):
    monkeypatch.setattr(route, "_MOST", -1)

    (notice,) = lay_out(FLOW).notices

    assert notice.id.startswith("4 panah tidak tergambar")
