import itertools
from dataclasses import replace

import pytest
from tests.core.builders import chart, good
from tests.core.flowchart.checker import faults

from okesop.core.document import NodeKind, Side, SopDocument, Step
from okesop.core.flowchart import route
from okesop.core.flowchart.drawing import Drawing
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.layout import column_demand, layout, plain_grid

CHARTS = {
    "straight": ("a1.1K b2.1 c3.1K", "a>b b>c"),
    "diagonal": ("a1.1K b2.2 c3.3 d4.1K", "a>b b>c c>d"),
    "loop": ("a1.1K b2.1 c3.2D d4.3 e5.1K", "a>b b>c c>b:Tidak c>d:Ya d>e"),
    "three answers": ("a1.2D b2.1 c2.2 d2.3 e3.2K", "a>b:Kurang a>c:Cukup a>d:Lebih b>e c>e d>e"),
    "one answer to many": ("a1.2D b2.1 c2.2 d2.3 e2.4", "a>b:Ya a>c:Ya a>d:Ya a>e:Tidak"),
    "joint": ("a1.1K b2.1 c2.2 d2.3 e3.1K", "a>b b-c c-d d>e"),
    "two in a cell": ("a1.1K b1.1D c1.2 d2.1K", "a>b b>c:Tidak b>d:Ya c>b"),
    "several starts and ends": ("a1.1K b1.2K c2.1 d3.1K e3.2K", "a>c b>c c>d c>e"),
    "many in": (
        "a1.1 b1.2 c1.3 d2.1 e2.3 f3.1 g3.2D h4.2K",
        "a>g b>g c>g d>g e>g f>g g>h:Ya g>a:Tidak",
    ),
    "many out": ("a1.2 b2.1 c2.2 d2.3 e3.2", "a>b a>c a>d a>e"),
    "itself": ("a1.1K b2.1 c3.1K", "a>b b>b b>c"),
    "back and forth": ("a1.1 b1.2", "a>b b>a"),
    "long words": (
        "a1.1D b1.2D c2.1",
        "a>b:Perlu-perbaikan-dan-dikembalikan-lagi a>c:Tidak b>a:" + "x" * 40 + " b>c:Ya",
    ),
    "every kind": ("a1.1C b1.2F c2.1O d2.2D", "a>b b>c c>d d>a:Tidak"),
}


def drawn(document, *, single):
    return layout(document, plain_grid(document, single=single))


@pytest.mark.parametrize("single", [True, False], ids=["single", "paged"])
@pytest.mark.parametrize("name", CHARTS)
def test_nothing_touches_what_it_must_not(name, single):
    document = chart(*CHARTS[name])
    assert faults(document, drawn(document, single=single)) == []


def test_a_document_without_steps_has_no_page():
    assert layout(SopDocument(), plain_grid(SopDocument(), single=True)) == Drawing()


def test_rows_without_performers_are_still_laid_out():
    document = SopDocument(steps=(Step("s1"), Step("s2")))
    (page,) = drawn(document, single=True).pages
    assert [row.index for row in page.rows] == [0, 1]


def test_the_same_document_gives_the_same_drawing():
    document = chart(*CHARTS["three answers"])
    assert drawn(document, single=True) == drawn(document, single=True)


def test_columns_and_rows_are_never_smaller_than_the_table():
    document = chart(*CHARTS["long words"])
    grid = replace(
        plain_grid(document, single=True), columns=(Band(10, 40), Band(40, 75)), heights=(90, 5)
    )
    (page,) = layout(document, grid).pages
    assert all(
        got.size >= given.size - 1e-6
        for got, given in zip(page.columns, grid.columns, strict=True)
    )
    assert page.columns[0].start == 10
    assert page.rows[0].end - page.rows[0].start >= 90
    assert faults(document, Drawing((page,))) == []


def test_straight_flow_is_one_straight_line():
    (page,) = drawn(chart(*CHARTS["straight"]), single=True).pages
    assert [len(arrow.points) for arrow in page.arrows] == [2, 2]
    assert len({arrow.points[0][0] for arrow in page.arrows}) == 1


def test_yes_goes_down_and_no_goes_sideways():
    (page,) = drawn(good(), single=True).pages
    yes, no = (arrow for arrow in page.arrows if arrow.label)
    if yes.label.text != "Ya":
        yes, no = no, yes
    assert yes.points[0][0] == yes.points[1][0]
    assert yes.points[1][1] > yes.points[0][1]
    assert no.points[0][1] == no.points[1][1]


def test_joint_work_is_a_level_line_without_a_head():
    (page,) = drawn(chart(*CHARTS["joint"]), single=True).pages
    joint = [arrow for arrow in page.arrows if not arrow.head]
    assert len(joint) == 2
    assert len({y for arrow in joint for _, y in arrow.points}) == 1


def test_joined_symbols_stand_on_one_height_beside_a_full_cell():
    document = chart("a1.1 b1.1 c1.2", "a>b b-c")
    (page,) = drawn(document, single=True).pages
    boxes = {box.id: box for box in page.boxes}
    assert boxes["b"].y == boxes["c"].y > boxes["a"].y


@pytest.mark.parametrize(
    ("side", "step"), [(Side.LEFT, (-1, 0)), (Side.RIGHT, (1, 0)), (Side.BOTTOM, (0, 1))]
)
def test_a_pinned_side_is_where_the_line_leaves(side, step):
    document = chart("a1.2K b2.2 c3.2K", "a>b b>c")
    first, second = document.edges
    document = replace(document, edges=(replace(first, leave=side), second))
    (page,) = drawn(document, single=True).pages
    (x0, y0), (x1, y1) = page.arrows[0].points[:2]
    assert ((x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)) == step
    assert faults(document, Drawing((page,))) == []


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_pinned_loop_runs_on_its_side(side):
    document = chart("a1.2K b2.2 c3.2D d4.2K", "a>b b>c c>b:Tidak c>d:Ya")
    edges = tuple(
        replace(edge, side=side) if edge.label == "Tidak" else edge for edge in document.edges
    )
    (page,) = drawn(replace(document, edges=edges), single=True).pages
    loop = next(arrow for arrow in page.arrows if arrow.label and arrow.label.text == "Tidak")
    middle = next(box.x + box.width / 2 for box in page.boxes if box.id == "c")
    outside = [x for x, _ in loop.points[1:-1]]
    assert all((x < middle) == (side is Side.LEFT) for x in outside)


def test_a_wide_symbol_covers_its_columns():
    document = chart("a1.1K b2.1 c3.1K", "a>b b>c")
    wide = replace(document.nodes[1], span=("p1", "p3"))
    document = replace(
        chart("a1.1K b2.1 c3.1K x4.3", "a>b b>c c>x"),
        nodes=(document.nodes[0], wide, document.nodes[2], chart("x4.3").nodes[0]),
    )
    (page,) = drawn(document, single=True).pages
    box = next(box for box in page.boxes if box.id == "b")
    assert box.span == (0, 2)
    assert box.x + box.width > page.columns[2].start
    assert faults(document, Drawing((page,))) == []


@pytest.mark.parametrize("last", ["p2", "p3"])
def test_a_wide_diamond_is_met_at_its_points(last):
    document = chart("a1.1K b2.1D c3.1 d3.3K", "a>b b>c:Tidak b>d:Ya")
    nodes = tuple(
        replace(node, span=("p1", last)) if node.id == "b" else node for node in document.nodes
    )
    document = replace(document, nodes=nodes)
    assert faults(document, drawn(document, single=True)) == []


# breaking over pages


def long_chart(rows):
    nodes = " ".join(f"{'a' * (row + 1)}{row + 1}.{row % 4 + 1}" for row in range(rows))
    names = ["a" * (row + 1) for row in range(rows)]
    arrows = " ".join(f"{one}>{two}" for one, two in itertools.pairwise(names))
    return chart(
        nodes,
        f"{arrows} {names[-1]}>{names[1]}:Tidak {names[2]}>{names[-2]} {names[0]}>{names[-2]}",
    )


def test_pages_end_where_the_paper_ends():
    document = long_chart(40)
    grid = replace(plain_grid(document, single=False), first_top=200.0)
    drawing = layout(document, grid)
    assert len(drawing.pages) > 3
    assert drawing.pages[0].rows[0].start == 200.0
    assert {page.rows[0].start for page in drawing.pages[1:]} == {grid.top}
    assert all(page.rows[-1].end <= grid.bottom + 0.01 for page in drawing.pages)
    assert [row.index for page in drawing.pages for row in page.rows] == list(range(40))
    assert len({page.columns for page in drawing.pages}) == 1
    assert faults(document, drawing) == []


def test_a_line_over_pages_has_a_numbered_pair_of_connectors():
    document = long_chart(16)
    drawing = drawn(document, single=False)
    pairs = {}
    for number, page in enumerate(drawing.pages):
        for box in page.boxes:
            if box.link is not None:
                assert box.kind is NodeKind.CONNECTOR
                pairs.setdefault((box.link, box.text), []).append(number)
    assert pairs
    assert all(len(pages) >= 2 for pages in pairs.values())
    assert sorted(int(text) for _, text in pairs) == list(range(1, len(pairs) + 1))


def test_lines_to_one_symbol_share_their_connector():
    document = long_chart(16)
    drawing = drawn(document, single=False)
    names = [box.link for page in drawing.pages[1:] for box in page.boxes if box.link]
    assert len(drawing.pages) > 1
    assert len(names) == len(set(names)) or max(names.count(name) for name in names) <= len(
        drawing.pages
    )
    assert faults(document, drawing) == []


def test_a_row_higher_than_a_page_is_cut_between_lines_and_keeps_its_symbol():
    document = chart("a1.1K b2.1 c3.2K", "a>b b>c")
    grid = plain_grid(document, single=False)
    lines = (
        tuple(10.0 * line for line in range(1, 4)),
        tuple(10.0 * line for line in range(1, 90)),
        (),
    )
    grid = replace(grid, heights=(40.0, 900.0, 40.0), lines=lines)
    drawing = layout(document, grid)
    parts = [row for page in drawing.pages for row in page.rows if row.index == 1]
    assert len(parts) > 1
    assert parts[0].offset == 0
    assert all(part.offset % 10 == 0 for part in parts)
    for one, two in itertools.pairwise(parts):
        assert two.offset <= one.offset + (one.end - one.start) + 0.01
    assert all(page.rows[-1].end <= grid.bottom + 0.01 for page in drawing.pages)
    assert faults(document, drawing) == []


def test_a_row_that_may_not_be_cut_gets_a_page_of_its_own():
    document = chart("a1.1K b2.1 c3.2K", "a>b b>c")
    grid = replace(plain_grid(document, single=False), heights=(40.0, 900.0, 40.0))
    drawing = layout(document, grid)
    assert [[row.index for row in page.rows] for page in drawing.pages] == [[0], [1], [2]]
    assert faults(document, drawing) == []


# column widths


def test_columns_ask_for_room_for_their_labels():
    plain = column_demand(chart("a1.1D b1.2 c2.1", "a>b a>c:Ya"), 8.0)
    labelled = column_demand(chart("a1.1D b1.2 c2.1", "a>b:Tidak-memenuhi-syarat a>c:Ya"), 8.0)
    assert len(plain) == len(labelled) == 2
    assert labelled[0] > plain[0]
    assert column_demand(chart("a1.1D b1.2 c2.1", "a>b a>c:Ya"), 12.0) > plain


def test_a_table_as_wide_as_asked_need_not_grow():
    document = good()
    widths = column_demand(document, 8.0)
    columns, start = [], 0.0
    for width in widths:
        columns.append(Band(start, start + width))
        start += width
    grid = Grid(tuple(columns), (40.0,) * len(document.steps), (start, 800.0))
    (page,) = layout(document, grid).pages
    assert page.columns[-1].end <= start * 1.15


def test_a_chart_beyond_the_effort_is_drawn_in_part_and_counted(monkeypatch):
    document = chart(*CHARTS["three answers"])
    whole = drawn(document, single=True)
    monkeypatch.setattr(route, "_MOST", -1)

    drawing = drawn(document, single=True)

    assert (whole.undrawn, len(whole.pages[0].arrows)) == (0, 6)
    assert (drawing.undrawn, len(drawing.pages[0].arrows)) == (6, 0)
    assert len(drawing.pages[0].boxes) == 5
