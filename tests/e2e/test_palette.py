"""The quick search: by keyboard, by finger, without a script."""

import pytest
from tests.e2e.axe import violations
from tests.factories.procedures import document, draft

ACTIVE = "document.activeElement.getAttribute('aria-activedescendant')"


@pytest.fixture
def shelf(general, author):
    for title in ("Pengelolaan Arsip", "Penyusutan Arsip", "Penerimaan Tamu"):
        draft(general, author, document(title))


def chosen(page, expected):
    option = page.locator("[role=option][aria-selected=true]").filter(has_text=expected)
    option.wait_for()
    assert option.get_attribute("id") == page.evaluate(ACTIVE)


def test_the_keyboard_finds_and_opens(window, shelf, author):
    page = window(author)
    page.goto("/profil/")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Cari SOP, orang, atau tindakan")
    chosen(page, "Beranda")

    page.keyboard.type("arsip")
    chosen(page, "Penyusutan Arsip")
    assert page.locator(".palette mark").all_inner_texts() == ["Arsip", "Arsip"]
    page.keyboard.press("ArrowDown")
    chosen(page, "Pengelolaan Arsip")
    page.keyboard.press("ArrowDown")
    chosen(page, "Penyusutan Arsip")
    page.keyboard.press("ArrowUp")
    chosen(page, "Pengelolaan Arsip")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Pengelolaan Arsip", level=1).wait_for()


def test_escape_gives_the_focus_back(window, shelf, author):
    page = window(author)
    page.goto("/profil/")
    opener = page.get_by_role("link", name="Cari SOP, orang, tindakan")
    opener.click()
    page.get_by_role("dialog", name="Cari cepat").wait_for()

    page.keyboard.press("Escape")

    page.get_by_role("dialog", name="Cari cepat").wait_for(state="hidden")
    assert opener.evaluate("each => each === document.activeElement")


def test_what_finds_nothing_says_so(window, shelf, author):
    page = window(author)
    page.goto("/profil/")
    page.keyboard.press("Control+k")
    page.keyboard.type("pesawat luar angkasa")

    page.get_by_role("status").get_by_text("Tidak ada yang cocok").wait_for()
    assert page.get_by_role("combobox").get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/?cari=pesawat+luar+angkasa")


@pytest.mark.parametrize(
    ("width", "dark"), [(1440, False), (1440, True), (820, False), (390, False), (390, True)]
)
def test_it_violates_no_rule_and_overflows_nowhere(window, shelf, author, width, dark):
    page = window(author, width=width, height=844, dark=dark)
    page.goto("/profil/")
    page.locator("[data-search]:visible").click()
    chosen(page, "Beranda")
    page.keyboard.type("surat")
    page.get_by_role("option").filter(has_text="Penerimaan Tamu").wait_for()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert (
        page.evaluate(
            "document.querySelector('.palette-body').scrollWidth - document.querySelector('.palette-body').clientWidth"
        )
        <= 0
    )


def test_a_broken_line_is_told_and_mends(window, shelf, author):
    page = window(author)
    page.goto("/profil/")
    page.keyboard.press("Control+k")
    chosen(page, "Beranda")
    page.context.set_offline(True)
    page.keyboard.type("ta")
    page.get_by_role("alert").get_by_text("Tidak tersambung").wait_for()

    page.context.set_offline(False)
    page.keyboard.type("mu")

    chosen(page, "Penerimaan Tamu")
    assert not page.get_by_role("alert").is_visible()


def test_who_is_signed_out_comes_to_the_door(window, administrator, shelf, author):
    page = window(author)
    page.goto("/profil/")
    page.keyboard.press("Control+k")
    chosen(page, "Beranda")
    page.context.clear_cookies()
    page.keyboard.type("tamu")

    page.wait_for_url("**/masuk/?next=**")


def test_a_finger_finds_on_a_phone(window, shelf, author):
    page = window(author, width=390, height=844)
    page.goto("/profil/")
    page.get_by_role("link", name="Cari", exact=True).click()
    page.get_by_role("combobox").fill("tamu")
    option = page.get_by_role("option").filter(has_text="Penerimaan Tamu")
    option.wait_for()
    assert option.bounding_box()["height"] >= 44
    option.click()

    page.get_by_role("heading", name="Penerimaan Tamu", level=1).wait_for()


def test_it_works_without_a_script(chromium, live_server, administrator, shelf, author, password):
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/masuk/?next=/profil/")
    page.get_by_label("NIP atau nama pengguna").fill(author.username)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Cari SOP, orang, tindakan").click()
    page.get_by_role("searchbox", name="Cari SOP, orang, atau tindakan").fill("tamu")
    page.get_by_role("main").get_by_role("button", name="Cari").click()
    page.get_by_role("main").get_by_role("link", name="Penerimaan Tamu").click()

    page.get_by_role("heading", name="Penerimaan Tamu", level=1).wait_for()
    context.close()
