"""Both charts stand on the same rows, and no line or symbol leaves its row."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.compare.test_changes import NEW_STEP, after, text
from tests.core.operations.author import START, written

from okesop.core.compare import compare
from okesop.core.compare.beside import beside
from okesop.core.compare.slots import slots_of
from okesop.core.compare.stretching import stretched
from okesop.core.document import SopDocument
from okesop.core.flowchart.grid import Band
from okesop.core.flowchart.layout import layout, plain_grid


def rows(*operations):
    return [
        (slot.old.id if slot.old else "", slot.new.id if slot.new else "")
        for slot in slots_of(START, after(*operations))
    ]


def test_a_gap_stands_where_a_row_came_or_went():
    assert rows(
        {"op": "insert_steps", "after": "s4", "steps": [NEW_STEP]},
        {"op": "remove_steps", "steps": ["s2"]},
    ) == [
        ("s1", "s1"),
        ("s2", ""),
        ("s3", "s3"),
        ("s4", "s4"),
        ("", "baru"),
        ("s5", "s5"),
        ("s6", "s6"),
    ]


def test_a_row_that_moved_stands_at_both_its_places():
    assert rows({"op": "move_steps", "steps": ["s2"], "after": "s5"}) == [
        ("s1", "s1"),
        ("s2", ""),
        ("s3", "s3"),
        ("s4", "s4"),
        ("s5", "s5"),
        ("", "s2"),
        ("s6", "s6"),
    ]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_equal_steps_stand_at_equal_heights_after_any_edits(data):
    new = START
    for _, _, applied in written(data.draw, START, 6):
        new = applied.document
    sides = beside(compare(START, new))

    assert [row.height for row in sides[0].rows] == [row.height for row in sides[1].rows]
    for side, document in zip(sides, (START, new), strict=True):
        assert [row.step for row in side.rows if row.step] == [s.id for s in document.steps]
        assert side.height == sum(row.height for row in side.rows)
        tops = dict(zip((row.step for row in side.rows), _tops(side), strict=True))
        highs = {row.step: row.height for row in side.rows}
        for step, y in _symbols(side):
            assert tops[step] <= y <= tops[step] + highs[step]


def _tops(side):
    top = 0
    for row in side.rows:
        yield top
        top += row.height


def _symbols(side):
    """Yield (step, top of its symbol) from the picture."""
    for shape in re.findall(r"<(?:path|rect) [^>]*data-node[^>]*>", side.body):
        y = re.search(r'y="([\d.]+)"', shape) or re.search(r"d=\"M[\d.-]+ ([\d.]+)", shape)
        yield re.search(r'data-step="(\w+)"', shape)[1], float(y[1])


def test_signs_line_styles_and_both_numbers():
    comparison = compare(
        START,
        after(
            {"op": "insert_steps", "after": "s2", "steps": [NEW_STEP]},
            {"op": "remove_steps", "steps": ["s5"]},
            {"op": "move_symbol", "node": "n2B", "performer": "pC", "step": None},
            text("steps/s1/time", "5 menit"),
        ),
    )
    old, new = beside(comparison)

    assert [(row.number, [kind.value for kind in row.kinds]) for row in new.rows] == [
        ("1", ["edited"]),
        ("2", ["reassigned"]),
        ("3", ["added"]),
        ("4", []),
        ("5", []),
        ("", []),
        ("6", []),
    ]
    assert [row.number for row in old.rows] == ["1", "2", "", "3", "4", "5", "6"]
    assert 'data-step="baru" class="add"' in new.body
    assert re.search(r'data-node="n2B"[^>]* class="move"', old.body)
    assert 'class="del"' in old.body
    assert 'class="del"' not in new.body


@pytest.mark.parametrize("rows", [[], ["s1"]])
def test_a_document_without_steps_or_performers_has_a_side_too(rows):
    bare = SopDocument(steps=tuple(step for step in START.steps if step.id in rows))
    old, new = beside(compare(bare, START))

    assert (old.body, len(old.rows)) == ("", len(new.rows))


def test_only_lines_between_rows_get_longer():
    page = layout(START, plain_grid(START, single=True)).pages[0]
    high = 500.0
    bands = [Band(high * place, high * (place + 1)) for place in range(len(page.rows))]
    wide = stretched(page, bands)

    for box, other in zip(page.boxes, wide.boxes, strict=True):
        assert (box.x, box.width, box.height) == (other.x, other.width, other.height)
        assert bands[box.row].start <= other.y <= other.y + box.height <= bands[box.row].end
    for arrow, other in zip(page.arrows, wide.arrows, strict=True):
        ups = [b[1] - a[1] for a, b in pairwise(arrow.points)]
        more = [b[1] - a[1] for a, b in pairwise(other.points)]
        for was, now in zip(ups, more, strict=True):
            assert (was == 0) == (now == 0)
            assert abs(now) >= abs(was) - 1e-6
