import pytest

from okesop.core import bounds
from okesop.core.document import SopDocument
from okesop.core.operations import Refused, apply

DOCUMENT = SopDocument(warnings=("a", "b", "c", "b"))


def after(op, **fields):
    applied = apply(DOCUMENT, {"op": op, "list": "warnings", **fields})
    assert apply(applied.document, applied.undo).document == DOCUMENT
    return "".join(applied.document.warnings)


def test_entries_are_inserted_set_moved_and_removed():
    assert after("insert_item", index=0, value="x") == "xabcb"
    assert after("insert_item", index=99, value="x") == "abcbx"
    assert after("set_item", index=1, was="b", value="x") == "axcb"
    assert after("remove_item", index=3, was="b") == "abc"
    assert after("move_item", index=0, was="a", to=2) == "bcab"


def test_an_entry_that_others_moved_is_found_by_its_text():
    assert after("set_item", index=0, was="c", value="x") == "abxb"
    assert after("remove_item", index=2, was="b") == "acb"


def test_a_text_for_an_entry_that_is_gone_is_not_lost():
    fields = {"op": "set_item", "list": "warnings", "index": 1, "was": "gone", "value": "x"}
    applied = apply(DOCUMENT, fields)
    assert applied.document.warnings == ("a", "x", "b", "c", "b")
    assert len(applied.notices) == 1


@pytest.mark.parametrize("op", ["remove_item", "move_item"])
def test_what_is_gone_cannot_be_moved_or_removed(op):
    with pytest.raises(Refused):
        after(op, index=0, was="gone", to=0)


def test_a_list_has_a_bound():
    full = SopDocument(warnings=("x",) * bounds.LIST_ITEMS)
    with pytest.raises(Refused):
        apply(full, {"op": "insert_item", "list": "warnings", "index": 0, "value": "x"})
