"""What the popovers, the pointer and the clipboard do to symbols, rows and findings."""

import re

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts


@pytest.fixture
def version(general, author):
    rows = ("(A)", "[B]", "<C> Ya:4 Tidak:2", "[B]", "[A]", "(B)")
    return drafts.draft(general, author, drafts.document("Peminjaman Kendaraan", *rows))


@pytest.fixture
def form(window, author, version):
    return Form.open(window(author), version)


@pytest.fixture
def names(form):
    return form.page.locator(".head-button").all_inner_texts()


def opened(form, number, name):
    form.cell(number, name).click()
    form.page.keyboard.press("Enter")
    return form.page.locator(".pop")


def test_an_answer_can_end_the_flow_and_a_third_one_be_added(form, names):
    pop = opened(form, 3, names[2])
    pop.locator("[data-target='1']").focus()
    pop.get_by_role("option", name="Mengakhiri alur di sini").click()
    form.saved()
    assert "Tidak mengakhiri alur di sini" in form.said(3, names[2])
    pop = opened(form, 3, names[2])
    pop.get_by_role("button", name="Tambah jawaban").click()
    form.page.keyboard.type("Ditunda")
    form.page.keyboard.press("Enter")
    form.page.keyboard.type("5")
    form.page.keyboard.press("Enter")
    pop.wait_for(state="detached")
    form.saved()
    assert f"Ditunda menuju langkah 5, {names[0]}" in form.said(3, names[2])
    assert form.out_of_line() == []


def test_a_wrong_target_is_refused_in_words(form, names):
    pop = opened(form, 3, names[2])
    for typed, words in (("99", "Tidak ada langkah"), ("3", "Langkah ini sendiri")):
        pop.locator("[data-target='1']").fill(typed)
        form.page.keyboard.press("Enter")
        pop.locator(".error", has_text=words).wait_for()


def test_a_box_can_lead_elsewhere_and_be_pinned_and_widened(form, names):
    pop = opened(form, 4, names[1])
    pop.locator("[data-target='0']").fill("6")
    form.page.keyboard.press("Enter")
    form.saved()
    assert f"menuju langkah 6, {names[1]}" in form.said(4, names[1])
    pop = opened(form, 4, names[1])
    pop.get_by_text("Letak garis").click()
    pop.get_by_label("Keluar dari sisi").select_option("right")
    form.saved()
    pop.get_by_label("Simbol sampai kolom").select_option(label=names[2])
    form.saved()
    form.page.keyboard.press("Escape")
    assert "kotak" in form.said(4, names[2])


def test_hover_and_focus_thicken_the_lines_and_say_where_they_lead(form, names):
    form.cell(3, names[2]).hover()
    form.page.locator(".live-flow .lit").first.wait_for(state="attached")
    status = form.page.locator("#flow-status")
    assert "Tidak kembali ke langkah 2" in status.inner_text()
    form.cell(5, names[0]).click()
    form.page.locator(".docbar h1").hover()
    assert status.inner_text().startswith("Langkah 5")


def test_a_symbol_is_copied_with_its_answers(form, names):
    form.cell(3, names[2]).click()
    form.page.keyboard.press("Control+c")
    form.cell(6, names[1]).click()
    form.page.keyboard.press("Control+v")
    form.saved()
    assert "Tidak kembali ke langkah 2" in form.said(6, names[1])


def test_a_block_of_texts_is_copied_and_cut(form):
    form.write(1, "output", "satu")
    form.write(2, "output", "dua")
    form.cell(1, "output").click()
    form.page.keyboard.press("Shift+ArrowDown")
    form.page.keyboard.press("Control+c")
    form.cell(4, "note").click()
    form.page.keyboard.press("Control+v")
    form.saved()
    assert [form.text(n, "note") for n in (4, 5)] == ["satu", "dua"]
    form.page.keyboard.press("Control+x")
    form.saved()
    assert form.text(4, "note") == ""


def test_a_row_is_dragged_by_its_grip(form):
    moved = form.text(2, "activity")
    grip = form.row(2).locator("[data-grip]").bounding_box()
    target = form.row(5).bounding_box()
    mouse = form.page.mouse
    mouse.move(grip["x"] + 20, grip["y"] + 20)
    mouse.down()
    mouse.move(grip["x"] + 20, target["y"] + target["height"] - 4, steps=6)
    form.page.locator(".drop-line:visible").wait_for()
    mouse.up()
    form.saved()
    assert form.text(5, "activity") == moved
    assert form.out_of_line() == []


def test_a_step_is_deleted_and_brought_back_by_its_toast(form):
    gone = form.text(4, "activity")
    form.cell(4, "activity").click()
    form.page.keyboard.press("Control+Delete")
    form.page.locator(".toast", has_text="Langkah 4 dihapus").get_by_role("button").click()
    form.page.wait_for_function("() => document.querySelectorAll('#grid tbody tr').length === 6")
    assert form.text(4, "activity") == gone


def test_the_round_plus_inserts_between_two_rows(form):
    form.row(2).hover()
    form.row(2).locator("[data-insert]").click()
    form.page.keyboard.type("Di antara")
    form.page.keyboard.press("Enter")
    form.saved()
    assert (form.rows(), form.text(3, "activity")) == (7, "Di antara")


def test_performers_move_and_merge(form, names):
    form.page.get_by_role("button", name=names[0], exact=True).click()
    form.page.get_by_role("button", name="Pindahkan ke kanan").click()
    form.saved()
    assert form.page.locator(".head-button").all_inner_texts() == [names[1], names[0], names[2]]
    form.page.get_by_role("button", name=names[0], exact=True).click()
    merge = form.page.locator("[data-part=merge]")
    merge.locator("select").select_option(label=names[1])
    merge.get_by_role("button", name="Gabungkan").click()
    form.page.get_by_role("button", name=names[0], exact=True).wait_for(state="detached")
    form.saved()
    assert "kapsul" in form.said(1, names[1])


def test_a_hint_is_set_aside_with_a_reason_and_stays_counted(form):
    form.write(2, "time", "sesuai kebutuhan")
    form.saved()
    finding = form.page.locator(".finding-box", has_text="Waktu").first
    finding.get_by_role("button", name="Kesampingkan").click()
    form.page.get_by_label("Alasan mengesampingkan").fill("Lamanya perjalanan berbeda")
    form.page.keyboard.press("Enter")
    form.page.get_by_text(re.compile("dikesampingkan dengan alasan")).wait_for()
    form.page.get_by_role("button", name="Lihat").click()
    form.page.get_by_text("Alasan: Lamanya perjalanan berbeda").wait_for()
    form.page.get_by_role("button", name="Pakai lagi").click()
    form.page.get_by_text(re.compile("dikesampingkan dengan alasan")).wait_for(state="detached")


def test_two_ends_are_said_in_one_sitting(form, names):
    pop = opened(form, 3, names[2])
    for answer in (1, 0):
        pop.locator(f"[data-target='{answer}']").fill("akhir")
        form.page.keyboard.press("Tab")
        form.saved()
    form.page.keyboard.press("Escape")
    assert form.said(3, names[2]).count("mengakhiri alur di sini") == 2
    assert form.row(3).locator("td[data-node]").count() <= 3
