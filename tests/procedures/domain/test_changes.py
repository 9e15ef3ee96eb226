from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from tests.factories.procedures import MORNING, change, document, draft, text

from okesop.procedures.domain import changes
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import DraftClosed, Proposed, Stamp
from okesop.procedures.models import DraftChange, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(general, author):
    return draft(general, author)


def stored(version):
    return documents.read(Version.objects.get(pk=version.pk))


def test_a_text_is_stored_with_what_it_replaced(version, author):
    outcome = change(version, text("steps/s2/output", "Surat diperiksa"), by=author)

    row = DraftChange.objects.get()
    assert stored(version).steps[1].output == "Surat diperiksa"
    assert [result.status for result in outcome.results] == ["stored"]
    assert (row.sequence, row.author, row.at) == (2, author, MORNING)
    assert [(t["place"], t["after"]) for t in row.texts] == [
        ("steps/s2/output", "Surat diperiksa")
    ]


def test_the_same_change_sent_again_is_stored_once(version, author):
    change(version, text("steps/s1/note", "a"), by=author, key="same")
    change(version, text("steps/s1/note", "b"), by=author, key="other")

    again = change(version, text("steps/s1/note", "a"), by=author, key="same")

    assert [result.status for result in again.results] == ["stored"]
    assert stored(version).steps[0].note == "b"
    assert DraftChange.objects.count() == 2


def test_the_same_change_twice_in_one_request_is_stored_once(version, author):
    proposal = Proposed("same", (text("steps/s1/note", "a"),))

    outcome = changes.apply_changes(
        version, [proposal, proposal], stamp=Stamp("tab", author, MORNING)
    )

    assert [result.status for result in outcome.results] == ["stored", "stored"]
    assert DraftChange.objects.count() == 1


def test_a_refused_change_stores_nothing_and_lets_the_next_pass(version, author):
    proposals = [
        Proposed("bad", (text("steps/s1/note", "x"), text("steps/gone/note", "y"))),
        Proposed("good", (text("steps/s1/output", "z"),)),
    ]

    outcome = changes.apply_changes(version, proposals, stamp=Stamp("tab", author, MORNING))

    assert [result.status for result in outcome.results] == ["refused", "stored"]
    assert outcome.results[0].message.id != ""
    assert (stored(version).steps[0].note, stored(version).steps[0].output) == ("", "z")
    assert list(DraftChange.objects.values_list("change_id", flat=True)) == ["good"]


def test_columns_follow_the_document(version, author):
    change(version, text("identity/title", "  Pengelolaan\nArsip "), by=author)

    version.refresh_from_db()
    assert version.title == "Pengelolaan Arsip"
    assert version.sort_title == "pengelolaan arsip"
    assert (version.step_count, version.performer_count) == (4, 3)
    assert "menerima surat" in version.words
    assert version.updated_by == author


def test_counts_follow_the_findings(version, author):
    before = Version.objects.get(pk=version.pk).error_count

    change(version, text("steps/s3/output", ""), by=author)

    assert Version.objects.get(pk=version.pk).error_count == before + 1


def test_a_control_character_is_no_obstacle(version, author):
    outcome = change(version, text("identity/title", "Surat\x00\x07Masuk"), by=author)

    assert [result.status for result in outcome.results] == ["stored"]
    assert Version.objects.get(pk=version.pk).title.startswith("Surat")


def test_the_hash_is_of_what_is_stored(version, author):
    change(version, text("steps/s1/activity", "Menerima surat “asli” 😀"), by=author)

    import hashlib

    version.refresh_from_db()
    assert version.sha256 == hashlib.sha256(version.document.encode()).hexdigest()


def test_a_draft_that_is_gone_is_closed(version, author):
    Version.objects.filter(pk=version.pk).delete()

    with pytest.raises(DraftClosed):
        change(version, text("steps/s1/note", "x"), by=author)


def test_a_number_stands_once_in_the_order_of_changes(version, author):
    change(version, text("steps/s1/note", "a"), by=author)
    twin = DraftChange.objects.get()
    twin.pk, twin.change_id = None, "twin"

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_an_sop_has_one_draft(version, author):
    twin = Version.objects.get(pk=version.pk)
    twin.pk, twin.number = None, 2

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_the_time_of_a_change_is_given(version, author, noon):
    change(version, text("steps/s1/note", "a"), by=author, at=noon)

    assert Version.objects.get(pk=version.pk).updated_at == noon
    assert noon - MORNING > timedelta(0)


def test_an_imported_draft_is_only_advised(general, author):
    gaps = document(title="", number=None)

    version = draft(general, author, gaps, imported=True)

    assert (version.error_count, version.warning_count > 0) == (0, True)


def test_counts_are_put_right_when_the_office_changed(version, author, emblem):
    before = version.error_count
    emblem.delete()

    changes.as_it_stands(version)

    assert Version.objects.get(pk=version.pk).error_count == before + 1


def test_all_drafts_are_counted_anew_by_a_command(version, emblem, capsys):
    emblem.delete()

    call_command("recount_findings")
    call_command("recount_findings")

    assert capsys.readouterr().out.split() == ["1", "0"]


def test_a_count_of_yesterdays_document_is_not_kept(version, author):
    yesterday = Version.objects.get(pk=version.pk)
    change(version, text("steps/s3/output", ""), by=author)
    now = Version.objects.get(pk=version.pk).error_count

    yesterday.error_count = 99
    changes.as_it_stands(yesterday)

    assert Version.objects.get(pk=version.pk).error_count == now
