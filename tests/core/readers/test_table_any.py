"""Whatever is pasted is read or refused in words, and what is read can be put into the draft."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.rows import sop

from okesop.core.canonical import canonical
from okesop.core.document import NodeKind, SopDocument
from okesop.core.operations import apply_change, validate
from okesop.core.parsing import parse
from okesop.core.readers.table import Role, Unreadable, read_table

WORDS = ["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Waktu", "Output", "Ket.", "Kabag", "x", "◇"]
WORDS += ["○", "□", "-", "1", "2", "(1)", "5 menit", "Menerima surat", "Jumlah", "a\nb", "a;b", ""]
cells = st.sampled_from(WORDS) | st.text(max_size=8) | st.none() | st.integers() | st.floats()
grids = st.lists(st.lists(cells, max_size=7), max_size=9)
DRAFT = sop("(A)", "<B> Ya:3 Tidak:1", "(A)")


@settings(max_examples=300, deadline=None)
@given(
    grids,
    st.none() | st.lists(st.sampled_from([*Role, "x"]), max_size=7),
    st.none() | st.integers(-1, 9),
)
def test_any_grid(grid, mapping, header_rows):
    try:
        reading = read_table(grid, DRAFT, after="s2", mapping=mapping, header_rows=header_rows)
    except Unreadable as refusal:
        assert refusal.message.id.endswith(".")  # noqa: PT017 -- one of two good outcomes
        return
    for operation in reading.operations:
        validate(operation)
    document = apply_change(DRAFT, json.loads(json.dumps(reading.operations))).document
    assert parse(canonical(document)).problems == ()
    assert len(document.steps) == len(DRAFT.steps) + reading.steps
    assert len(reading.mapping) == len(reading.headings)


MARKS = {NodeKind.TERMINATOR: "○", NodeKind.PROCESS: "□", NodeKind.DECISION: "◇"}


def printed(document):
    """The table of a document as an office would copy it, with its header of two rows."""
    performers = document.performers
    yield [
        "No",
        "Aktivitas",
        "Pelaksana",
        *[""] * (len(performers) - 1),
        "Mutu Baku",
        "",
        "",
        "Ket.",
    ]
    titles = [performer.title for performer in performers]
    yield ["", "", *titles, "Kelengkapan", "Waktu", "Output", ""]
    kinds = {(node.step, node.performer): node.kind for node in document.nodes}
    for step in document.steps:
        marks = [MARKS.get(kinds.get((step.id, p.id)), "") for p in performers]
        yield [
            step.no,
            step.activity,
            *marks,
            step.requirements,
            step.time,
            step.output,
            step.note,
        ]


def test_real_tables_are_read_whole(shared):
    for file in sorted((shared / "data" / "real-sops" / "truth").glob("*.json")):
        document = parse(file.read_bytes()).document
        reading = read_table(list(printed(document)), SopDocument())
        assert reading.header_rows == 2, file.name
        assert Role.IGNORE not in reading.mapping, file.name
        put = apply_change(SopDocument(), reading.operations).document
        assert [p.title for p in put.performers] == [p.title for p in document.performers]
        assert [s.activity for s in put.steps] == [s.activity for s in document.steps]
        assert [s.output for s in put.steps] == [s.output for s in document.steps]
