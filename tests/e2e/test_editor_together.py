"""Two people in one draft, broken lines, reloads: nothing that was typed is lost."""

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts


@pytest.fixture
def version(general, author):
    return drafts.draft(general, author, drafts.document("Surat", "(A)", "[B]", "[A]", "(B)"))


def test_two_people_see_each_other_and_different_cells_both_survive(
    window, author, colleague, version
):
    mine, theirs = Form.open(window(author), version), Form.open(window(colleague), version)
    mine.write(2, "output", "Punya pertama")
    mine.saved()
    theirs.page.get_by_text("Punya pertama").first.wait_for()
    theirs.write(3, "output", "Sel lain")
    theirs.saved()
    mine.page.get_by_text("Sel lain").first.wait_for()
    assert (mine.text(2, "output"), mine.text(3, "output")) == ("Punya pertama", "Sel lain")
    mine.page.locator(".peer", has_text=colleague.name).wait_for()


def test_on_the_same_cell_the_earlier_author_can_take_his_text_back(
    window, author, colleague, version
):
    mine, theirs = Form.open(window(author), version), Form.open(window(colleague), version)
    mine.write(2, "output", "Punya saya")
    mine.saved()
    theirs.page.get_by_text("Punya saya").first.wait_for()
    theirs.write(2, "output", "Punya orang lain")
    theirs.saved()
    mine.page.get_by_role("button", name="Pakai punya saya").click()
    mine.saved()
    assert mine.text(2, "output") == "Punya saya"
    theirs.page.locator(".text", has_text="Punya saya").wait_for()


def test_a_killed_connection_and_a_reload_in_the_middle_lose_nothing(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    page.route("**/draft/**", lambda route: route.abort())
    form.write(2, "output", "Ditulis saat putus")
    form.cell(4, "activity").click()
    page.keyboard.press("Enter")
    page.keyboard.type("Langkah baru saat putus")
    page.keyboard.press("Enter")
    form.cell(3, "note").click()
    page.keyboard.type("Belum selesai diketik")
    page.locator("#banner").wait_for()
    page.reload()
    page.wait_for_selector("#grid tbody tr:nth-child(5)")
    assert form.text(2, "output") == "Ditulis saat putus"
    assert form.text(3, "note") == "Belum selesai diketik"
    page.unroute("**/draft/**")
    form.saved()
    version.refresh_from_db()
    for text in ("Ditulis saat putus", "Langkah baru saat putus", "Belum selesai diketik"):
        assert text in str(version.document)


def test_structural_actions_wait_for_the_line_and_say_so(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    page.context.set_offline(True)
    page.wait_for_function("() => document.body.dataset.standing === 'offline'")
    form.cell(2, "activity").click()
    page.keyboard.press("Control+Delete")
    page.locator(".toast", has_text="menunggu").wait_for()
    assert form.rows() == 4
    page.context.set_offline(False)
    form.saved()


def sign_in(page, user, password):
    page.locator("[name=name]").fill(user.username)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def signed_out(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    page.context.clear_cookies()
    form.write(2, "output", "Sesi berakhir")
    return form, page.get_by_role("link", name="Masuk lagi")


def test_a_signed_out_author_signs_in_beside_and_loses_nothing(
    window, administrator, author, version, password
):
    form, link = signed_out(window, author, version)
    with form.page.context.expect_page() as opened:
        link.click()
    sign_in(opened.value, author, password)
    opened.value.wait_for_load_state()
    form.saved()
    version.refresh_from_db()
    assert "Sesi berakhir" in str(version.document)


def test_nothing_is_sent_in_the_name_of_somebody_else(
    window, administrator, author, colleague, version, password
):
    form, link = signed_out(window, author, version)
    with form.page.context.expect_page() as opened:
        link.click()
    sign_in(opened.value, colleague, password)
    opened.value.wait_for_load_state()
    form.page.get_by_text("Orang lain masuk di peramban ini.").wait_for()
    version.refresh_from_db()
    assert "Sesi berakhir" not in str(version.document)


def test_what_a_closed_window_could_not_send_goes_out_from_the_next_one(window, author, version):
    page = window(author)
    form = Form.open(page, version)
    page.route("**/draft/**", lambda route: route.abort())
    form.write(2, "output", "Ditulis lalu ditutup")
    page.locator("#banner").wait_for()
    page.close(run_before_unload=True)
    again = page.context.new_page()
    form = Form.open(again, version)
    again.get_by_text("Ditulis lalu ditutup").first.wait_for()
    form.saved()
    version.refresh_from_db()
    assert "Ditulis lalu ditutup" in str(version.document)
