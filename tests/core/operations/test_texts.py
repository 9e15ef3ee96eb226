from datetime import date

import pytest
from tests.core.rows import sop

from okesop.core import bounds
from okesop.core.document import SopDocument, Step
from okesop.core.operations import Refused, apply, apply_change, describe, validate

DOCUMENT = sop("(A)", "[B]")


def typed(place, value, document=DOCUMENT):
    applied = apply(document, {"op": "set_text", "place": place, "value": value})
    assert apply(applied.document, applied.undo).document == document
    return applied.document


def test_cells_are_set():
    assert typed("steps/s2/time", "15 menit").steps[1].time == "15 menit"
    assert typed("steps/s2/note", None).steps[1].note == ""
    assert typed("performers/pB/title", "Kurir").performers[1].title == "Kurir"
    assert typed("nodes/n2B/label", "Setuju?").nodes[1].label == "Setuju?"
    assert typed("nodes/n2B/label", "").nodes[1].label is None


def test_a_time_is_written_out():
    assert typed("steps/s2/time", "15 m").steps[1].time == "15 menit"
    row = {"id": "x", "time": "2 hk"}
    new = apply(DOCUMENT, {"op": "insert_steps", "after": None, "steps": [row]}).document
    assert new.steps[0].time == "2 hari kerja"


def test_the_identity_is_set():
    assert typed("identity/title", "Surat Keluar").identity.title == "Surat Keluar"
    assert typed("identity/title", "").identity.title is None
    assert typed("identity/created", "2026-11-24").identity.created == date(2026, 11, 24)
    assert typed("identity/created", "24 Nov").identity.created == "24 Nov"
    assert typed("identity/institution", "A\nB").identity.institution == ("A", "B")


def test_line_breaks_are_one_kind_and_nothing_unstorable_is_kept():
    assert typed("steps/s1/note", "a\r\nb\rc").steps[0].note == "a\nb\nc"
    assert typed("steps/s1/note", f"a\0{chr(0xD800)}").steps[0].note == "a��"


def test_a_typed_title_is_no_position_of_the_register():
    fields = {"performer": "pA", "position": "17", "title": "Kepala Bagian"}
    taken = apply(DOCUMENT, {"op": "set_position", **fields}).document
    assert taken.performers[0].position == "17"
    assert typed("performers/pA/title", "Kurir", taken).performers[0].position is None


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("steps/gone/time", "x"),
        ("performers/gone/title", "x"),
        ("nodes/gone/label", "x"),
        ("steps/s1/no", "x"),
        ("steps/s1", "x"),
        ("identity/born", "x"),
        ("identity/title/x", "x"),
        ("", "x"),
        ("edges/a/b", "x"),
        ("identity/institution", "\n" * 30),
        ("steps/s1/time", "x" * (bounds.TEXT_CHARACTERS + 1)),
        ("steps/s1/time", 5),
        ("steps/s1/time", ["x"]),
        (None, "x"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(place, value):
    with pytest.raises(Refused) as refusal:
        typed(place, value)
    assert refusal.value.message.id.endswith(".")


@pytest.mark.parametrize(
    "operation",
    [
        None,
        5,
        [],
        {},
        {"op": "hack"},
        {"op": ["set_text"]},
        {"op": "set_text", "place": "steps/s1/time"},
        {"op": "insert_steps", "after": None, "steps": []},
        {"op": "insert_steps", "after": None, "steps": [{"id": "S 1"}]},
        {"op": "insert_steps", "after": None, "steps": [{"id": "x", "symbols": "abc"}]},
        {"op": "insert_steps", "after": None, "steps": [{"id": "x", "time": 3}]},
        {"op": "insert_steps", "after": 3, "steps": [{"id": "x"}]},
        {"op": "move_steps", "steps": ["s1", "s1"], "after": None},
        {"op": "remove_steps", "steps": "s1"},
        {"op": "put_symbol", "id": "x", "step": "s1", "performer": "pA", "kind": "connector"},
        {"op": "put_symbol", "id": "x" * 41, "step": "s1", "performer": "pA", "kind": "process"},
        {"op": "set_exits", "node": "n1A", "exits": [{"to": 5}]},
        {"op": "set_exits", "node": "n1A", "exits": [{"to": None, "leave": "up"}]},
        {"op": "set_exits", "node": "n1A", "exits": [{}] * 100},
        {"op": "insert_item", "list": "steps", "index": 0, "value": "x"},
        {"op": "insert_item", "list": "warnings", "index": -1, "value": "x"},
        {"op": "insert_item", "list": "warnings", "index": True, "value": "x"},
    ],
    ids=range(22),
)
def test_malformed_operations_are_refused_in_words(operation):
    with pytest.raises(Refused) as refusal:
        validate(operation)
    assert refusal.value.message.id.endswith(".")
    with pytest.raises(Refused):
        apply(DOCUMENT, operation)


def test_the_bounds_of_a_document_hold():
    full = SopDocument(steps=tuple(Step(f"s{n}") for n in range(bounds.STEPS)))
    with pytest.raises(Refused) as refusal:
        apply(full, {"op": "insert_steps", "after": None, "steps": [{"id": "x"}]})
    assert "500 langkah" in refusal.value.message.id
    row = {"op": "set_text", "value": "x" * 100_000}
    cells = [{**row, "place": f"steps/s{n}/activity"} for n in range(60)]
    with pytest.raises(Refused) as refusal:
        apply_change(full, cells)
    assert "5 MB" in refusal.value.message.id
    with pytest.raises(Refused):
        apply_change(full, [{**row, "value": "", "place": "steps/s1/time"}] * 2_001)


def test_columns_have_a_bound():
    columns = [
        {"op": "insert_performer", "id": f"x{n}", "title": "", "after": None} for n in range(39)
    ]
    with pytest.raises(Refused) as refusal:
        apply_change(DOCUMENT, columns)
    assert refusal.value.message.id == "SOP paling banyak 40 pelaksana."


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        ({"op": "set_text", "place": "steps/s2/time", "value": ""}, "mengubah waktu langkah 2"),
        ({"op": "set_text", "place": "identity/number", "value": ""}, "mengubah nomor SOP"),
        (
            {"op": "set_text", "place": "performers/pB/title", "value": ""},
            "mengubah pelaksana “Kepala Subbagian Tata Usaha”",
        ),
        ({"op": "insert_item", "list": "legal_basis"}, "menambah butir dasar hukum"),
        ({"op": "insert_steps", "steps": [1, 2]}, "menambah 2 langkah"),
        ({"op": "remove_steps", "steps": ["s2"]}, "menghapus langkah 2"),
        ({"op": "move_steps", "steps": ["s1", "s2"]}, "memindahkan 2 langkah"),
        ({"op": "set_kind", "node": "n2B"}, "mengubah simbol langkah 2"),
        ({"op": "set_exits", "node": "n2B"}, "mengatur alur dari langkah 2"),
        ({"op": "join", "first": "n2B"}, "menandai langkah 2 sebagai kegiatan bersama"),
        ({"op": "hack"}, "mengubah dokumen"),
        ({"op": "remove_steps"}, "mengubah dokumen"),
    ],
)
def test_the_history_says_what_was_done(operation, sentence):
    assert describe(operation, DOCUMENT).id == sentence
