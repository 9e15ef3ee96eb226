"""What a first user ran into: strange pastes, the round of Space, long words, a row that goes while one types."""

import re

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts

from okesop.procedures.domain import starting


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


def test_the_inside_of_a_file_is_refused_in_words(form):
    before = form.text(2, "output")
    form.cell(2, "output").click()
    form.paste([["".join(chr(n % 256) for n in range(4000))]])
    form.page.locator(".toast", has_text="isi berkas").wait_for()
    assert (form.rows(), form.text(2, "output")) == (6, before)


def test_the_place_for_tables_refuses_it_too(form):
    form.page.get_by_role("button", name="Tempel dari Excel").first.click()
    form.page.locator("#paste-area").focus()
    form.paste([["\0\1\2"] * 3] * 3)
    form.page.locator(".paste-messages", has_text="isi berkas").wait_for()


def test_rows_taken_through_the_mapping_stay_selected(form, names):
    form.cell(2, "activity").click()
    heading = ["No", "Kegiatan", names[0], "Kelengkapan", "Waktu", "Output", "Keterangan"]
    rows = [
        [str(n), f"Kegiatan ke-{n}", "x", "Berkas", "5 menit", "Catatan", ""] for n in (1, 2, 3)
    ]
    form.paste([heading, *rows])
    form.page.get_by_role("button", name="Tempel 3 langkah").click()
    form.saved()
    assert form.page.locator("td.picked").count() == 3 * (5 + len(names))
    assert form.page.locator("tr.on .n").all_inner_texts() == ["3", "4", "5"]
    assert form.cell(3, "activity").evaluate("cell => cell === document.activeElement")


def test_stray_control_characters_are_left_out(form):
    form.cell(2, "output").click()
    form.paste([["Lembar\x0bdisposisi\x07 yang ditandatangani"]])
    form.saved()
    assert form.text(2, "output") == "Lembar disposisi yang ditandatangani"


def test_a_pasted_block_stays_selected(form):
    form.cell(4, "output").click()
    form.paste([["satu", "dua"], ["tiga", "empat"]])
    form.saved()
    assert form.page.locator("td.picked").count() == 4
    form.page.keyboard.press("Delete")
    form.saved()
    assert (form.text(4, "output"), form.text(5, "note")) == ("", "")


def test_space_goes_round_on_the_last_symbol_too(form, names):
    cell = form.cell(6, names[1])
    cell.click()
    for words in ("keputusan", "kapsul", "kosong"):
        form.page.keyboard.press("Space")
        form.page.wait_for_function(
            "([cell, words]) => cell.getAttribute('aria-label').includes(words)",
            arg=[cell.element_handle(), words],
        )
        form.page.keyboard.press("Escape")
    form.saved()
    assert "kosong" in form.said(6, names[1])


def test_a_plain_box_is_pasted_without_where_it_led_and_asks_first(form, names):
    form.cell(2, names[1]).click()
    form.page.keyboard.press("Control+c")
    form.cell(5, names[0]).click()
    form.page.keyboard.press("ArrowRight")
    form.page.keyboard.press("Control+v")
    form.page.get_by_role("button", name="Kerjakan bersama").click()
    form.saved()
    assert "kotak" in form.said(5, names[1])
    assert "menuju langkah 6" in form.said(5, names[0]) + form.said(5, names[1])
    assert "langkah 3" not in form.said(5, names[1])


def test_a_number_typed_as_an_answer_is_taken_as_its_target(form, names):
    form.cell(3, names[2]).click()
    form.page.keyboard.press("Enter")
    form.page.get_by_role("button", name="Tambah jawaban").click()
    form.page.keyboard.type("5")
    form.page.keyboard.press("Enter")
    form.page.locator(".pop .error", has_text="Tulis juga kata jawabannya").wait_for()
    form.page.keyboard.type("Ditunda")
    form.page.keyboard.press("Enter")
    form.page.keyboard.press("Enter")
    form.saved()
    assert f"Ditunda menuju langkah 5, {names[0]}" in form.said(3, names[2])


def test_a_long_word_breaks_in_heading_and_panel(form, names):
    form.page.get_by_role("button", name=names[0], exact=True).click()
    title = form.page.locator(".pop input").first
    title.fill("Penanggungjawab" * 4)
    title.press("Enter")
    form.page.keyboard.press("Escape")
    form.saved()
    head = form.page.locator(".who-col").first
    assert head.bounding_box()["width"] <= 180
    assert form.page.evaluate("() => panel.scrollWidth <= panel.clientWidth")


def test_undoing_a_pasted_table_leaves_no_fault(window, author, general):
    version = drafts.draft(general, author, starting.blank())
    page = window(author)
    form = Form.open(page, version)
    page.wait_for_function("() => document.activeElement.dataset.column === 'activity'")
    assert "tempel" in page.locator("#flow-status").inner_text()
    form.paste(
        [
            ["No", "Kegiatan", "Kasubbag", "Staf", "Waktu"],
            ["1", "Menerima surat", "", "x", "5 menit"],
            ["2", "Memeriksa surat", "x", "", "10 menit"],
        ]
    )
    page.locator("#paste-dialog [data-part=confirm]").click()
    page.locator(".live-flow [data-node]").first.wait_for(state="attached")
    form.saved()
    page.keyboard.press("Control+z")
    page.locator(".live-flow").wait_for(state="detached")
    form.saved()


def test_the_keys_after_a_row_has_gone_do_not_reach_its_neighbour(
    window, author, colleague, version
):
    mine, theirs = Form.open(window(author), version), Form.open(window(colleague), version)
    neighbour = mine.text(5, "activity")
    mine.cell(4, "activity").click()
    mine.page.keyboard.press("F2")
    theirs.cell(4, "activity").click()
    mine.page.keyboard.type(" satu")
    theirs.page.keyboard.press("Control+Delete")
    sure = theirs.page.locator("dialog[open] button").last
    gone = "() => document.querySelectorAll('#grid tbody tr').length === 5"
    theirs.page.wait_for_function(f"{gone} || document.querySelector('dialog[open]')")
    if sure.is_visible():
        sure.click()
    mine.page.wait_for_function(gone)
    kept = mine.page.locator(".notices textarea")
    kept.wait_for()
    mine.page.keyboard.type(" dua tiga")
    assert mine.page.locator(".cell-input").count() == 0
    assert mine.text(4, "activity") == neighbour
    assert kept.input_value().endswith(" satu")


def test_enter_writes_a_legal_basis_out(window, author, version):
    page = window(author)
    form = Form.open(page, version, "identitas")
    law = page.get_by_label(re.compile("Tambah dasar hukum"))
    law.fill("UU 43/2009 Kearsipan")
    law.press("Enter")
    form.saved()
    assert page.locator("#list-legal_basis li textarea").last.input_value() == (
        "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
    )


def test_the_history_can_be_scrolled_by_keys(window, author, version):
    page = window(author)
    Form.open(page, version, "langkah")
    page.get_by_role("link", name="Riwayat").click()
    page.locator("#tab-riwayat").focus()
    assert page.evaluate("() => document.activeElement.id") == "tab-riwayat"


def test_an_empty_draft_counts_nothing_at_its_author(window, author, general):
    version = drafts.draft(general, author, starting.blank())
    form = Form.open(window(author), version)
    panel = form.page.locator("#panel-findings")
    panel.get_by_text("belum dimulai").wait_for()
    panel.get_by_text("Langkah 1 sampai 3").wait_for()
    assert panel.locator(".finding .bad").count() == 0
    form.write(1, "activity", "Menerima berkas permohonan")
    form.saved()
    panel.get_by_text("Langkah 2 sampai 3").wait_for()
    assert panel.locator("#findings-sum").inner_text().endswith("saran")
    assert panel.locator(".finding .bad").count() > 0


def test_a_headings_menu_leaves_the_tools_uncovered(form):
    form.page.set_viewport_size({"width": 1280, "height": 620})
    heading = form.page.locator(".head-button").nth(1)
    heading.click()
    pop = form.page.locator(".pop").bounding_box()
    box = heading.bounding_box()
    assert pop["y"] >= box["y"] + box["height"]
    assert pop["y"] + pop["height"] <= 620


def test_gaps_are_not_marked_while_the_first_texts_of_a_row_are_written(window, author, general):
    form = Form.open(window(author), drafts.draft(general, author, starting.blank()))
    form.cell(1, "activity").click()
    form.page.keyboard.type("Menerima berkas permohonan")
    form.page.keyboard.press("Tab")
    form.saved()
    panel = form.page.locator("#panel-findings")
    panel.get_by_text("Tambah pelaksana, lalu klik selnya").wait_for()
    assert form.page.locator("#grid .flag").count() == 0
    form.cell(2, "activity").click()
    form.cell(1, "output").locator(".flag-red").wait_for()
    assert form.cell(1, "activity").locator(".flag").count() == 0
    panel.get_by_role("button", name="Hapus baris kosong").click()
    form.page.locator(".toast", has_text="2 langkah dihapus").wait_for()
    assert form.rows() == 1
    panel.get_by_text("Tambah pelaksana, lalu klik selnya").click()
    form.page.locator(".pop [data-part=title]").wait_for()


def test_a_position_typed_in_full_is_taken_from_the_register(window, author, general):
    version = drafts.draft(general, author, drafts.document("Surat", "(A)", "(A)"))
    form = Form.open(window(author), version)
    form.page.get_by_role("button", name="Tambah pelaksana").first.click()
    option = form.page.locator(".pop .option").first
    title = option.locator("span").inner_text()
    form.page.keyboard.type(title.lower())
    form.page.locator(".pop .option").nth(1).wait_for(state="detached")
    with form.page.expect_request(lambda one: one.url.endswith("/changes/")) as sent:
        form.page.keyboard.press("Enter")
    (operation,) = sent.value.post_data_json["changes"][0]["operations"]
    assert operation["title"] == title
    assert operation["position"]
