import pytest
from tests.factories.procedures import MORNING, change, draft, text

from okesop.procedures.domain import document as documents
from okesop.procedures.domain import undoing
from okesop.procedures.domain.changes import Stamp
from okesop.procedures.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(general, author):
    return draft(general, author)


def stored(version):
    return documents.read(Version.objects.get(pk=version.pk))


def undo(version, by, client="tab"):
    return undoing.undo(version, stamp=Stamp(client, by, MORNING))


def redo(version, by, client="tab"):
    return undoing.redo(version, stamp=Stamp(client, by, MORNING))


def test_undo_and_redo_walk_back_and_forth(version, author):
    for word in ("satu", "dua", "tiga"):
        change(version, text("steps/s1/note", word), by=author)
    seen = []

    for turn in (undo, undo, redo, undo, undo, redo, redo, redo):
        turn(version, author)
        seen.append(stored(version).steps[0].note)

    assert seen == ["dua", "satu", "dua", "satu", "", "satu", "dua", "tiga"]


def test_undo_survives_a_reload_in_another_tab(version, author):
    change(version, text("steps/s1/note", "satu"), by=author, client="before")

    undo(version, author, client="after")

    assert stored(version).steps[0].note == ""


def test_undo_takes_back_own_changes_only(version, author, colleague):
    change(version, text("steps/s1/note", "milik penulis"), by=author)
    change(version, text("steps/s2/note", "milik rekan"), by=colleague, client="other")

    undo(version, author)

    assert [step.note for step in stored(version).steps[:2]] == ["", "milik rekan"]


def test_a_new_edit_closes_the_way_to_redo(version, author):
    change(version, text("steps/s1/note", "satu"), by=author)
    undo(version, author)
    change(version, text("steps/s2/note", "baru"), by=author)

    outcome = redo(version, author)

    assert outcome.results[0].status == "refused"
    assert undoing.possible(version, author) == (True, False)


def test_nothing_to_undo_is_said(version, author):
    outcome = undo(version, author)

    assert outcome.results[0].message.id == "Tidak ada perubahan Anda yang dapat diurungkan."


def test_undo_reaches_a_hundred_changes_back(version, author):
    for number in range(undoing.DEPTH + 3):
        change(version, text("steps/s1/note", f"{number}"), by=author)

    while undoing.possible(version, author)[0]:
        undo(version, author)

    assert stored(version).steps[0].note == "2"


def test_removed_rows_come_back_with_their_symbols_and_arrows(version, author):
    whole = stored(version)
    change(version, {"op": "remove_steps", "steps": ["s2"]}, by=author)

    undo(version, author)

    assert stored(version) == whole


def test_undo_of_a_row_keeps_what_others_wrote_since(version, author, colleague):
    change(version, {"op": "remove_steps", "steps": ["s2"]}, by=author)
    change(version, text("steps/s3/output", "Rekan menulis"), by=colleague, client="other")

    undo(version, author)

    outputs = {step.id: step.output for step in stored(version).steps}
    assert list(outputs) == ["s1", "s2", "s3", "s4"]
    assert outputs["s3"] == "Rekan menulis"
