"""Any series of edits keeps a document sound, can be taken back, and leaves other people's cells alone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.operations.author import START, Author, written
from tests.core.strategies import documents

from okesop.core.canonical import canonical
from okesop.core.operations import apply, describe
from okesop.core.parsing import parse


@settings(max_examples=150, deadline=None)
@given(st.data(), st.just(START) | documents())
def test_a_series_keeps_the_document_sound_and_can_be_taken_back(data, document):
    start, undos = document, []
    for before, operation, applied in written(data.draw, document, 8):
        document = applied.document
        assert parse(canonical(document)).document == document, operation
        assert parse(canonical(document)).problems == (), operation
        back = apply(document, applied.undo)
        assert back.document == before, operation
        assert apply(back.document, back.undo).document == document, operation
        assert bool(applied.places) == (document != before), operation
        assert describe(operation, before).id
        undos.append(applied.undo)
    for undo in reversed(undos):
        document = apply(document, undo).document
    assert document == start


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_others_texts_survive_an_undo(data):
    author = Author(data.draw)
    for before, operation, applied in written(data.draw, START, 1):
        document = applied.document
        mine = set(applied.places)
        cells = {}
        for step in document.steps:
            place = f"steps/{step.id}/output"
            if place not in mine and data.draw(st.booleans()):
                cells[step.id] = author.fresh()
                typed = {"op": "set_text", "place": place, "value": cells[step.id]}
                document = apply(document, typed).document
        after = apply(document, applied.undo).document
        texts = {step.id: step.output for step in after.steps}
        assert {key: texts.get(key) for key in cells} == cells, operation
        if not cells:
            assert after == before


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_an_undo_below_others_edits_keeps_the_document_sound(data):
    series = list(written(data.draw, START, 5))
    if series:
        document = series[-1][2].document
        undo = data.draw(st.sampled_from([applied.undo for _, _, applied in series]))
        after = apply(document, undo)
        assert parse(canonical(after.document)).problems == ()
        assert apply(after.document, after.undo).document == document
