"""The table is a spreadsheet: keys, blocks, rows, symbols."""

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


def focused(form):
    return form.page.evaluate(
        "() => [document.activeElement.closest('tr').rowIndex - 1,"
        " document.activeElement.dataset.column]"
    )


def performers(form):
    return form.page.locator(".head-button").all_inner_texts()


def test_typing_replaces_and_escape_gives_the_old_text_back(form):
    form.write(2, "output", "Kartu kendali")
    assert form.text(2, "output") == "Kartu kendali"
    form.cell(2, "output").click()
    form.page.keyboard.type("keliru")
    form.page.keyboard.press("Escape")
    assert form.text(2, "output") == "Kartu kendali"


def test_shift_enter_breaks_a_line_and_the_row_grows_with_its_symbols(form):
    before = form.row(2).bounding_box()["height"]
    form.cell(2, "activity").click()
    form.page.keyboard.press("F2")
    for _ in range(6):
        form.page.keyboard.press("Shift+Enter")
        form.page.keyboard.type("baris")
    assert form.out_of_line() == []
    form.page.keyboard.press("Enter")
    form.saved()
    assert form.row(2).bounding_box()["height"] > before + 60
    assert form.out_of_line() == []


def test_enter_in_the_last_row_makes_a_step_and_undo_takes_it_back(form):
    form.cell(6, "activity").click()
    form.page.keyboard.press("Enter")
    assert (form.rows(), focused(form)) == (7, [7, "activity"])
    form.saved()
    form.page.keyboard.press("Control+z")
    form.page.wait_for_function("() => document.querySelectorAll('#grid tbody tr').length === 6")
    form.page.keyboard.press("Control+y")
    form.page.wait_for_function("() => document.querySelectorAll('#grid tbody tr').length === 7")


def test_rows_move_with_their_meaning(form):
    first = performers(form)[2]
    second = form.text(2, "activity")
    form.cell(2, "activity").click()
    form.page.keyboard.press("Alt+ArrowDown")
    form.saved()
    assert form.text(3, "activity") == second
    assert "keputusan" in form.said(2, first)
    assert form.out_of_line() == []


def test_fill_down_clear_and_a_pasted_block_are_one_step_of_undo_each(form):
    form.write(1, "note", "sama")
    form.cell(1, "note").click()
    for _ in range(3):
        form.page.keyboard.press("Shift+ArrowDown")
    form.page.keyboard.press("Control+d")
    form.saved()
    assert [form.text(n, "note") for n in (1, 2, 3, 4)] == ["sama"] * 4
    form.page.keyboard.press("Control+z")
    form.page.wait_for_function(
        "() => document.querySelectorAll('td[data-column=note]')[1].innerText.trim() === ''"
    )
    form.cell(5, "output").click()
    form.paste([["satu", "x"], ['"dua\nbaris"', "y"], ["tiga", "z"]])
    form.saved()
    assert form.rows() == 7
    assert [form.text(n, "output") for n in (5, 6, 7)] == ["satu", "dua\nbaris", "tiga"]
    assert form.text(7, "note") == "z"


def test_a_second_symbol_in_a_row_asks_once(form):
    names = performers(form)
    form.cell(2, names[0]).click()
    form.page.get_by_role("button", name="Kerjakan bersama").click()
    form.saved()
    assert "kotak" in form.said(2, names[0])
    assert "kotak" in form.said(2, names[1])
    form.page.keyboard.press("j")
    form.saved()
    form.page.keyboard.press("j")
    form.saved()
    form.page.keyboard.press("Delete")
    form.saved()
    assert "kosong" in form.said(2, names[0])


def test_space_goes_round_the_symbols(form):
    name = performers(form)[1]
    form.cell(2, name).click()
    form.page.keyboard.press(" ")
    form.page.wait_for_selector(".pop")
    form.page.keyboard.press("Escape")
    form.saved()
    assert "keputusan" in form.said(2, name)
    form.page.keyboard.press(" ")
    form.saved()
    assert "kapsul" in form.said(2, name)
    form.page.keyboard.press(" ")
    form.saved()
    assert "kosong" in form.said(2, name)


def test_an_answer_finds_its_target_on_the_canvas(form):
    names = performers(form)
    form.cell(4, names[1]).click()
    form.page.keyboard.press("d")
    form.page.wait_for_selector(".pop [data-target='1']:focus")
    form.cell(1, names[0]).click()
    form.page.wait_for_selector(".pop", state="detached")
    form.saved()
    assert f"Tidak kembali ke langkah 1, {names[0]}" in form.said(4, names[1])


def test_a_performer_is_added_renamed_and_removed(form):
    form.page.get_by_role("button", name="Tambah pelaksana").first.click()
    form.page.keyboard.type("Pengemudi")
    form.page.keyboard.press("Enter")
    form.page.get_by_role("button", name="Pengemudi", exact=True).wait_for()
    form.page.keyboard.press("Escape")
    assert performers(form)[-1] == "Pengemudi"
    form.page.get_by_role("button", name="Pengemudi", exact=True).click()
    form.page.get_by_role("button", name="Hapus pelaksana ini").click()
    form.saved()
    assert "Pengemudi" not in performers(form)
    form.page.get_by_role("button", name="Urungkan").last.click()
    form.page.get_by_role("button", name="Pengemudi", exact=True).wait_for()


def test_twenty_thousand_pasted_cells_are_refused_in_words(form):
    form.cell(6, "activity").click()
    form.paste([["sel"] * 10 for _ in range(2000)])
    message = form.page.locator("#paste-dialog [data-part=messages] li").first
    message.wait_for()
    assert message.inner_text() != ""
    form.page.get_by_role("button", name="Batal").click()
    assert form.rows() == 6


def test_a_time_is_written_out(form):
    form.write(2, "time", "15 m")
    form.saved()
    form.page.wait_for_function(
        "() => document.querySelectorAll('td[data-column=time]')[1].innerText.trim() === '15 menit'"
    )


def test_tab_at_the_end_makes_a_step_but_not_out_of_an_empty_one(form):
    form.cell(6, "note").click()
    form.page.keyboard.type("selesai")
    form.page.keyboard.press("Tab")
    assert (form.rows(), focused(form)) == (7, [7, "activity"])
    form.cell(7, "note").click()
    form.page.keyboard.press("Tab")
    assert form.rows() == 7
    assert form.page.evaluate("() => document.activeElement.closest('#grid')") is None


def test_the_keyboard_alone_makes_a_procedure(window, author, general):
    version = drafts.draft(general, author, drafts.document("Kosong", "(A)"))
    form = Form.open(window(author), version)
    keys = form.page.keyboard
    form.page.locator("#grid tbody td[tabindex='0']").focus()
    keys.type("Menerima berkas")
    keys.press("Tab")
    assert focused(form) == [1, form.cell(1, performers(form)[0]).get_attribute("data-column")]
    keys.press("Control+Enter")
    keys.type("Memeriksa berkas")
    keys.press("Tab")
    keys.press("b")
    form.saved()
    keys.press("Control+Enter")
    keys.type("Mengarsipkan berkas")
    keys.press("Tab")
    keys.press("b")
    form.saved()
    keys.press("ArrowUp")
    keys.press("d")
    form.page.wait_for_selector(".pop [data-target='1']:focus")
    keys.type("1")
    keys.press("Enter")
    form.saved()
    said = form.said(2, performers(form)[0])
    assert "Tidak kembali ke langkah 1" in said
    assert "Ya menuju langkah 3" in said
    keys.press("F8")
    form.page.wait_for_selector(".finding.on")


def test_a_row_keeps_the_focus_while_it_moves_up_and_down(form):
    moved = form.text(4, "activity")
    form.cell(4, "activity").click()
    for key, place in (("ArrowUp", 3), ("ArrowUp", 2), ("ArrowDown", 3)):
        form.page.keyboard.press(f"Alt+{key}")
        form.page.wait_for_function(
            "([place, text]) => document.querySelectorAll('#grid tbody td.act .text')"
            "[place - 1].textContent === text",
            arg=[place, moved],
        )
        assert focused(form) == [place, "activity"]


def test_a_narrower_window_keeps_symbols_in_their_cells(form):
    for width in (1100, 820, 1440):
        form.page.set_viewport_size({"width": width, "height": 900})
        form.page.wait_for_function(
            "() => [...document.querySelectorAll('.live-flow [data-node]')].every((symbol) => {"
            " const cell = document.querySelector(`td.cell[data-node='${symbol.dataset.node}']`);"
            " const [a, b] = [symbol.getBoundingClientRect(), cell.getBoundingClientRect()];"
            " return Math.abs((a.top + a.bottom) / 2 - (b.top + b.bottom) / 2) < b.height / 2 - 8; })"
        )
        assert form.out_of_line() == []
