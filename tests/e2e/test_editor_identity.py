"""The identity page is filled in on the form itself; preview, history and phone show the same draft."""

import re

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts


@pytest.fixture
def version(general, author):
    return drafts.draft(
        general, author, drafts.document("Surat", "(A)", "<B> Ya:3 Tidak:1", "(A)")
    )


def test_fields_and_lists_are_written_in_their_place(window, author, version):
    page = window(author)
    form = Form.open(page, version, "identitas")
    page.get_by_label("Tanggal Pembuatan", exact=True).fill("3/2/2026")
    page.get_by_label("Tanggal Pembuatan", exact=True).press("Enter")
    page.get_by_label("NIP", exact=True).fill("197904122006041017")
    page.get_by_label("NIP", exact=True).press("Enter")
    law = page.get_by_label(re.compile("Tambah dasar hukum"))
    law.fill("UU 43/2009 kearsipan")
    page.get_by_role("option", name=re.compile("Undang-Undang Nomor 43 Tahun 2009")).wait_for()
    law.press("ArrowDown")
    law.press("Enter")
    tool = page.get_by_label("Tambah peralatan")
    for words in ("Komputer", "Pencetak"):
        tool.fill(words)
        tool.press("Enter")
    form.saved()
    items = page.locator("#list-equipment li")
    items.last.hover()
    items.last.get_by_role("button", name=re.compile("Naikkan")).click()
    form.saved()
    page.reload()
    items.first.wait_for()
    entries = [field.input_value() for field in page.locator("#list-equipment li textarea").all()]
    assert entries[-2:] == ["Pencetak", "Komputer"]
    assert page.get_by_label("Tanggal Pembuatan", exact=True).input_value() == "3 Februari 2026"
    assert page.get_by_label("NIP", exact=True).input_value() == "19790412 200604 1 017"
    assert page.locator("#list-legal_basis li textarea").last.input_value() == (
        "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
    )


def test_each_field_explains_itself(window, author, version):
    page = window(author)
    Form.open(page, version, "identitas")
    page.get_by_role("button", name="Penjelasan Nama SOP").click()
    page.get_by_text("Sumber:").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_selector(".pop", state="detached")


def test_a_finding_of_the_identity_page_leads_to_its_field(window, author, general):
    unsigned = drafts.document("Surat", "(A)", "(B)", approver_name=None)
    version = drafts.draft(general, author, unsigned)
    page = window(author)
    Form.open(page, version)
    page.locator(".finding", has_text="Nama pengesah").first.click()
    page.wait_for_function("() => document.activeElement.dataset.field === 'approver_name'")


def test_the_preview_shows_the_pages_of_the_pdf(window, author, version):
    page = window(author)
    Form.open(page, version, "pratinjau")
    page.wait_for_function(
        "() => [...document.querySelectorAll('#preview img')].some((i) => i.naturalWidth > 100)"
    )
    page.locator("#paper").select_option("F4")
    page.get_by_text("Halaman 1 dari").wait_for()


def test_the_history_tells_who_did_what(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    form.write(2, "output", "Hasil")
    form.saved()
    page.get_by_role("link", name="Riwayat").click()
    page.locator("#history", has_text=author.name).wait_for()


def test_a_note_stands_at_its_place(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    form.cell(2, "output").click()
    page.get_by_role("button", name="Catatan", exact=True).click()
    page.get_by_label("Catatan baru").fill("Mohon diperjelas")
    page.get_by_role("button", name="Tulis catatan").click()
    note = page.locator(".note", has_text="Mohon diperjelas")
    note.get_by_role("button", name="Tandai selesai").click()
    page.locator(".note.done").wait_for()


def test_on_a_phone_a_step_is_a_card_with_one_field_at_a_time(window, author, version):
    page = window(author, width=390, height=844)
    page.goto(f"/sop/{version.key}/editor/")
    card = page.locator(".step-card").nth(1)
    card.get_by_text("Tidak").wait_for()
    page.get_by_role("button", name="Ubah langkah 2").click()
    page.get_by_label("Kegiatan", exact=True).fill("Memeriksa berkas")
    page.get_by_role("button", name="Selesai").click()
    page.locator(".step-card h2", has_text="Memeriksa berkas").wait_for()
    page.get_by_role("button", name="Lihat bagan").click()
    page.locator(".live-flow").wait_for()
    page.get_by_role("button", name="Kembali ke langkah").click()
    page.locator(".step-card").first.wait_for()
