"""Undo when others have worked in the draft meanwhile: only one's own change goes back."""

import json

import pytest
from tests.core.rows import flow, sop

from okesop.core.operations import Refused, apply, apply_change, describe, validate
from okesop.core.parsing import parse

THREE = sop("(A)", "[B]", "(A)", columns="C")


def step(key, column, kind="process"):
    symbol = {"id": f"n{key}", "performer": f"p{column}", "kind": kind}
    return {"id": key, "symbols": [symbol]}


def insert(after, key, column="C"):
    return {"op": "insert_steps", "after": after, "steps": [step(key, column)]}


def text(place, value):
    return {"op": "set_text", "place": place, "value": value}


def undone(document, mine, *others):
    """Apply my operation, then the others', then take mine back from a stored form."""
    applied = apply(document, mine)
    after = applied.document
    for operation in others:
        after = apply(after, operation).document
    back = apply(after, json.loads(json.dumps(applied.undo)))
    assert apply(back.document, back.undo).document == after
    return back


def said(applied):
    return [notice.id for notice in applied.notices]


def test_a_text_that_others_changed_stays():
    mine, theirs = (text("steps/s2/time", value) for value in ("5 menit", "6 menit"))
    back = undone(THREE, mine, theirs)
    assert back.document.steps[1].time == "6 menit"
    assert said(back) == ["Langkah 2, Waktu sudah diubah orang lain; isinya dibiarkan."]
    back = undone(THREE, mine, text("steps/s2/output", "Konsep"))
    assert (back.document.steps[1].time, back.document.steps[1].output) == ("10 menit", "Konsep")


def test_identity_and_titles_go_back_too():
    for place in ("identity/title", "identity/created", "identity/institution"):
        assert undone(THREE, text(place, "Lain")).document == THREE
    back = undone(THREE, text("performers/pA/title", "Staf"), text("identity/title", "X"))
    assert back.document.performers[0].title == "Pengadministrasi Umum"
    assert back.document.identity.title == "X"
    both = undone(THREE, text("identity/title", "X"), text("identity/title", "Y"))
    assert said(both) == ["Nama SOP sudah diubah orang lain; isinya dibiarkan."]


def test_a_new_row_that_others_filled_stays():
    for other in (
        text("steps/x/time", "1 jam"),
        {"op": "put_symbol", "id": "q", "step": "x", "performer": "pA", "kind": "process"}
        | {"mode": "join"},
    ):
        back = undone(THREE, insert("s1", "x"), other)
        assert [row.id for row in back.document.steps] == ["s1", "x", "s2", "s3"]
        assert said(back) == ["Langkah 2 sudah diisi orang lain, jadi tidak dihapus."]
        assert [len(back.document.edges) > 2] == [True]


def test_a_column_that_others_use_stays():
    mine = {"op": "insert_performer", "id": "x", "title": "Staf", "after": None}
    use = {"op": "move_symbol", "node": "n2B", "performer": "x"}
    back = undone(THREE, mine, use)
    assert back.document.performers[0].id == "x"
    assert said(back) == ["Pelaksana “Staf” sudah diisi orang lain, jadi tidak dihapus."]
    assert len(undone(THREE, mine).document.performers) == 3


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (insert("s1", "x"), insert("s1", "y"), ["(A) >2", "[C] >3", "[B] >4", "(A)"]),
        (insert("s1", "x"), insert("x", "y"), ["(A) >2", "[C] >3", "[B] >4", "(A)"]),
        (insert("s3", "x"), insert("x", "y"), ["(A) >2", "[B] >3", "[A] >4", "(C)"]),
        (insert(None, "x"), insert(None, "y"), ["(C) >2", "[A] >3", "[B] >4", "(A)"]),
        (
            {"op": "remove_steps", "steps": ["s2"]},
            insert("s1", "y"),
            ["(A) >2", "[B] >3", "[C] >4", "(A)"],
        ),
        (
            {"op": "remove_steps", "steps": ["s3"]},
            insert("s2", "y"),
            ["(A) >2", "[B] >3", "[A] >4", "(C)"],
        ),
        (
            {"op": "remove_steps", "steps": ["s2"]},
            {"op": "remove_steps", "steps": ["s3"]},
            ["(A) >2", "(B)"],
        ),
        (
            {"op": "set_exits", "node": "n2B", "exits": [{"to": "n1A", "label": None}]},
            insert("s1", "y"),
            ["(A) >2", "[C] >3", "[B] >4", "(A)"],
        ),
        (
            {"op": "remove_performer", "performer": "pB"},
            {"op": "remove_performer", "performer": "pC"},
            ["(A) >2", "[B] >3", "(A)"],
        ),
    ],
)
def test_the_flow_heals_around_what_goes_back(mine, theirs, expected):
    assert flow(undone(THREE, mine, theirs).document) == expected


def test_a_span_that_others_set_runs_from_left_to_right_again():
    mine = {"op": "move_performer", "performer": "pB", "after": None}
    back = undone(THREE, mine, {"op": "set_span", "node": "n1A", "first": "pB", "last": "pA"})
    assert flow(back.document)[0] == "(A..B) >2"


def test_where_others_have_put_a_symbol_it_stays():
    document = sop("(A)", "[A..B]", "(A)", columns="C")
    mine = {"op": "move_symbol", "node": "n2A", "performer": "pC"}
    back = undone(document, mine, {"op": "set_span", "node": "n2A", "first": "pB", "last": "pB"})
    assert flow(back.document)[1] == "[B] >3"
    document = sop("(A)", "[B]", "(A)", columns="C")
    mine = {"op": "move_symbol", "node": "n2B", "performer": "pA"}
    back = undone(document, mine, {"op": "set_span", "node": "n2B", "first": "pA", "last": "pC"})
    assert flow(back.document)[1] == "[A..C] >3"


def test_list_entries_of_others_stay():
    mine = {"op": "insert_item", "list": "warnings", "index": 0, "value": "Saya"}
    theirs = {"op": "insert_item", "list": "warnings", "index": 2, "value": "Dia"}
    first = THREE.warnings[0]
    assert undone(THREE, mine, theirs).document.warnings == (first, "Dia")
    removed = {"op": "remove_item", "list": "warnings", "index": 0, "was": first}
    assert undone(THREE, removed, theirs).document.warnings == (first, "Dia")
    moved = apply(apply(THREE, theirs).document, mine).document
    move = {"op": "move_item", "list": "warnings", "index": 0, "was": "Saya", "to": 2}
    back = undone(moved, move, {"op": "insert_item", "list": "warnings", "index": 0, "value": "Z"})
    assert back.document.warnings == ("Saya", "Z", first, "Dia")


def test_a_change_of_many_parts_goes_back_as_one():
    operations = [insert("s1", "x"), text("steps/x/time", "1 jam"), insert("x", "y")]
    applied = apply_change(THREE, operations)
    assert len(applied.document.steps) == 5
    assert apply(applied.document, applied.undo).document == THREE
    with pytest.raises(Refused):
        apply_change(THREE, [insert("s1", "x"), insert("s1", "x")])


@pytest.mark.parametrize(
    "junk",
    [
        {"steps": {"change": {"s1": {"time": 5}}}},
        {"steps": {"insert": {"x": {"bad": 1}}}},
        {"nodes": {"insert": {"x": {"id": "x"}}}},
        {"edges": [1]},
        {"identity": {"title": []}},
        {"identity": {"born": [None, "x"]}},
        {"lists": {"warnings": [1, 2]}},
        {"nodes": {"remove": 5}},
    ],
)
def test_a_broken_restore_is_refused(junk):
    with pytest.raises(Refused):
        apply(THREE, {"op": "restore", "seal": "x", **junk})


def test_a_restore_that_names_what_is_gone_keeps_the_document_sound():
    node = {"id": "q", "step": "gone", "performer": "pA", "kind": "process", "label": None}
    undo = {"op": "restore", "nodes": {"insert": {"q": node}}}
    assert apply(THREE, undo).document == THREE
    assert parse({"format": "sop-document/1"}).problems == ()


def test_a_restore_is_not_taken_from_a_browser():
    with pytest.raises(Refused):
        validate({"op": "restore"})
    assert describe({"op": "restore"}, THREE).id == "mengurungkan perubahan"
