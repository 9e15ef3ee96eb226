"""From the editor to the page that hands the draft in."""

import pytest
from tests.conftest import works_in
from tests.e2e.form import Form
from tests.factories import organisation as office
from tests.factories import procedures as drafts

from okesop.procedures.domain import life


@pytest.fixture
def verifier(secretariat):
    unit = office.UnitFactory(name="Bagian Organisasi", parent=secretariat)
    user = works_in(unit, "Analis Tata Laksana", "Hasbullah Moita")
    drafts.grant(user, "verifier", secretariat)
    return user


@pytest.fixture
def version(general, author):
    drafts.emblem(general)
    return drafts.draft(general, author, drafts.document())


def test_a_draft_without_duties_goes_on_to_its_receiver(window, author, verifier, version):
    form = Form.open(window(author), version)
    form.page.get_by_role("link", name="Ajukan ke Bagian Organisasi").click()
    form.page.wait_for_url(f"**/sop/{version.key}/ajukan/")
    form.page.get_by_text(verifier.name).wait_for()


def test_open_duties_are_listed_instead(window, author, version):
    form = Form.open(window(author, width=820, height=1000), version)
    form.write(2, "output", " ")
    form.saved()
    form.page.get_by_role("link", name="Ajukan").click()
    form.page.locator(".toast", has_text="1 isian wajib belum beres").wait_for()
    form.page.locator("#panel.open").get_by_text("Langkah 2, Output").wait_for()
    assert "/editor/" in form.page.url


def test_a_returned_draft_opens_at_its_notes(window, author, verifier, version):
    drafts.submitted(version, author)
    life.send_back(version, note="Lengkapi dasar hukum.", hand=drafts.hand(version, verifier))
    form = Form.open(window(author), version)
    note = form.page.locator("#notes .note", has_text="Lengkapi dasar hukum.")
    note.get_by_text("Verifikator").wait_for()
    assert form.page.locator("#notes-count").inner_text() == "1"
    form.page.locator(".docbar .badge", has_text="Perlu Perbaikan").wait_for()
    form.page.get_by_role("link", name="Semua catatan").click()
    note.get_by_role("button", name="Jawab").click()
    form.page.keyboard.type("Sudah ditambahkan.")
    form.page.get_by_role("button", name="Simpan jawaban").click()
    note.locator(".note-answer", has_text="Sudah ditambahkan.").wait_for()
    note.get_by_role("button", name="Tandai selesai").click()
    form.page.locator("#notes-count").wait_for(state="hidden")
