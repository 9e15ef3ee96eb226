"""Any series of edits: the told changes make the newer document of the older, and are no more than the edits were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.operations.author import START, written
from tests.core.rows import sop
from tests.core.strategies import documents

from okesop.core.canonical import canonical
from okesop.core.compare import apply, compare

LONG = sop(
    "(A)",
    "[B]",
    "<C> Ya:4 Tidak:2",
    "[B]=[D]",
    "[A]",
    "<D> Lengkap:8 Kurang:5",
    "",
    "[B] [C]",
    "<A> Ya:10 Tidak:1 Revisi:8",
    "[C]=<D> Ya:11 Tidak:4",
    "[B..D]",
    "(A)",
    columns="E",
)


def check(data, document, most, *, counted=True):
    new, operations = document, []
    for _, operation, applied in written(data.draw, document, most):
        new = applied.document
        operations.append(operation)
    comparison = compare(document, new)
    told = [change.sentence.id for change in comparison.changes]

    assert canonical(apply(comparison.changes, document)) == canonical(new), operations
    assert not counted or len(told) <= len(operations), (told, operations)
    assert bool(told) == (canonical(document) != canonical(new))
    assert all(change.heading.id and change.heading.en for change in comparison.changes)
    for change in comparison.changes:
        assert change.edits
        for detail in change.details:
            assert detail.sentence.id
            assert detail.sentence.en


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from([START, LONG]))
def test_changes_of_a_series_make_the_newer_document_and_are_no_more_than_it(data, document):
    check(data, document, 8)


@settings(max_examples=60, deadline=None)
@given(st.data(), documents())
def test_so_they_do_for_documents_of_any_shape(data, document):
    check(data, document, 6)


@pytest.mark.long
@settings(max_examples=4000, deadline=None)
@given(st.data(), st.sampled_from([START, LONG]))
def test_so_they_do_in_thousands_of_long_series(data, document):
    check(data, document, 16)


@pytest.mark.long
@settings(max_examples=2000, deadline=None)
@given(st.data(), documents())
def test_changes_make_the_newer_document_whatever_its_shape(data, document):
    """In tangles that no author draws, a consequence may be told as an act of its own (decision 10)."""
    check(data, document, 16, counted=False)
