"""The frame around every page, and the pages of accounts and the office, in a real browser."""

import pytest
from django.urls import reverse
from tests.e2e.axe import violations
from tests.factories.organisation import UnitFactory

WINDOWS = [
    (1440, 900, False),
    (1440, 900, True),
    (820, 1180, False),
    (390, 844, False),
    (390, 844, True),
]
FINGER = 44
SMALL_TARGETS = """
least => [...document.querySelectorAll('button, .btn, summary, .nav a, .tabbar a, .tabs a, .menu a, input:not([type=hidden]), select')]
    .filter(each => each.checkVisibility() && !each.closest('.sop, .demo, .scrim, .help-drop'))
    .map(each => each.type === 'checkbox' || each.type === 'radio' ? each.closest('label') : each)
    .filter(each => each.getBoundingClientRect().height < least)
    .map(each => each.outerHTML.slice(0, 120))
"""


@pytest.fixture
def pages(general, author):
    person = author.person.pk
    names = [
        ("accounts:profile",),
        ("accounts:password",),
        ("organisation:settings",),
        ("organisation:unit", general.pk),
        ("organisation:position-new", general.pk),
        ("organisation:people",),
        ("organisation:person", person),
        ("files:emblem",),
        ("ui:gallery",),
    ]
    return [reverse(name, args=args) for name, *args in names]


@pytest.mark.parametrize(("width", "height", "dark"), WINDOWS)
def test_no_page_violates_the_rules_or_overflows(
    window, administrator, pages, width, height, dark
):
    page = window(administrator, width=width, height=height, dark=dark)
    found = {}
    for address in pages:
        page.goto(address)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[address] = (violations(page), max(wider, 0))

    assert found == {address: ([], 0) for address in pages}


@pytest.mark.parametrize("dark", [False, True])
def test_no_door_violates_the_rules(window, administrator, dark):
    page = window(dark=dark, width=390, height=844)
    found = {}
    for address in ("/masuk/", "/masuk/kode/", "/tidak/ada/"):
        page.goto(address)
        found[address] = violations(page)

    assert found == {address: [] for address in found}


def test_the_setup_violates_no_rule(window, db):
    page = window()
    page.goto("/masuk/")

    assert page.url.endswith("/pasang/")
    assert violations(page) == []


def test_fingers_reach_everything_on_a_phone(window, administrator, pages):
    page = window(administrator, width=390, height=844)
    found = {}
    for address in pages:
        page.goto(address)
        found[address] = page.evaluate(SMALL_TARGETS, FINGER)

    assert found == {address: [] for address in pages}


def test_a_wrong_password_is_refused_and_the_right_one_opens(
    window, administrator, author, password
):
    page = window()
    page.goto("/profil/")
    page.get_by_label("NIP atau nama pengguna").fill(author.username)
    page.get_by_label("Kata sandi").fill("salah sama sekali")
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("alert").get_by_text("Nama atau kata sandi tidak cocok").wait_for()
    assert page.get_by_label("NIP atau nama pengguna").input_value() == author.username

    page.get_by_label("Kata sandi").fill(password)
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="La Ode Fadlan").wait_for()
    assert page.url.endswith("/profil/")


def test_everything_works_without_a_script(chromium, live_server, administrator, author, password):
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/masuk/")
    page.get_by_label("NIP atau nama pengguna").fill(author.username)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()
    page.goto("/profil/")
    page.locator("summary.who").click()
    page.locator(".who + .menu").get_by_role("button", name="Keluar").click()

    assert page.url.endswith("/masuk/")
    context.close()


def test_a_menu_closes_by_escape_and_by_a_click_beside_it(window, author):
    page = window(author)
    page.goto("/profil/")
    who = page.locator("summary.who")
    entry = page.locator(".who + .menu a")

    who.click()
    entry.wait_for()
    entry.focus()
    page.keyboard.press("Escape")
    entry.wait_for(state="hidden")
    assert who.evaluate("each => each === document.activeElement")

    who.click()
    entry.wait_for()
    page.mouse.click(900, 500)
    entry.wait_for(state="hidden")


def test_a_dialog_opens_and_gives_the_focus_back(window, administrator):
    page = window(administrator)
    page.goto("/komponen/")
    opener = page.get_by_role("button", name="Buka dialog")

    opener.click()
    page.get_by_role("dialog", name="Hapus draf ini?").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#contoh-dialog").wait_for(state="hidden")

    assert opener.evaluate("each => each === document.activeElement")


def test_the_keyboard_finds_the_search_and_the_content(window, author):
    page = window(author)
    page.goto("/profil/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    page.keyboard.press("Control+k")
    page.get_by_role("dialog", name="Cari cepat").wait_for()
    assert page.evaluate("document.activeElement.name") == "cari"


def test_light_language_and_the_toast_that_tells(window, author):
    page = window(author)
    page.goto("/profil/")
    page.get_by_label("Gelap").check()
    page.get_by_role("button", name="Simpan tampilan").click()

    page.get_by_text("Tampilan disimpan").wait_for()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(11, 20, 18)"


def test_people_are_found_while_typing(window, administrator, author, colleague):
    page = window(administrator)
    page.goto("/pengaturan/orang/")
    page.get_by_label("Cari orang").fill("fadlan")

    page.get_by_role("link", name="Dewi Anggriani").wait_for(state="detached")
    page.get_by_role("link", name="La Ode Fadlan").wait_for()
    assert "cari=fadlan" in page.url
    assert page.locator("#results").count() == 1


def test_an_office_is_looked_after(window, administrator, general):
    UnitFactory(name="Subbagian Keuangan", parent=general)
    page = window(administrator)
    page.goto("/pengaturan/")
    page.get_by_role("link", name="Jabatan di Subbagian Keuangan").click()
    page.get_by_label("Nama jabatan").fill("Bendahara Pengeluaran")
    page.get_by_role("button", name="Simpan jabatan").click()
    page.get_by_text("Jabatan ditambahkan").wait_for()

    page.get_by_role("link", name="Orang dan akun").click()
    page.get_by_role("link", name="Tambah orang").first.click()
    page.get_by_label("Nama dengan gelar").fill("Wa Ode Salma, S.E.")
    page.get_by_label("NIP").fill("19910305 201503 2 003")
    page.get_by_role("button", name="Tambah orang, lalu beri jabatan").click()
    page.get_by_label("Jabatan", exact=True).select_option(
        label="Bendahara Pengeluaran, Subbagian Keuangan"
    )
    page.get_by_role("button", name="Beri jabatan").click()
    page.get_by_text("Jabatan diberikan").wait_for()
    page.get_by_role("button", name="Buat kode sekali pakai").click()
    code = page.locator("#code").inner_text()

    door = window()
    door.goto("/masuk/kode/")
    door.get_by_label("NIP atau nama pengguna").fill("199103052015032003")
    door.get_by_label("Kode sekali pakai").fill(code)
    door.get_by_label("Kata sandi baru", exact=True).fill("sagu lemak di teluk")
    door.get_by_label("Ulangi kata sandi baru").fill("sagu lemak di teluk")
    door.get_by_role("button", name="Simpan kata sandi dan masuk").click()
    door.locator("summary.who").get_by_text("Bendahara Pengeluaran").wait_for()
