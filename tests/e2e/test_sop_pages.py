"""Home, list, page, beginnings and help of SOPs, in a real browser."""

import pytest
from tests.e2e.axe import violations
from tests.e2e.test_house import FINGER, SMALL_TARGETS, WINDOWS
from tests.factories.procedures import change, document, draft, emblem, text

from okesop.procedures.models import Version


@pytest.fixture
def version(secretariat, general, author, colleague):
    emblem(secretariat)
    gaps = draft(general, author, document("Penerimaan Tamu", created=None))
    change(gaps, text("steps/s2/output", ""), by=colleague)
    return draft(general, author, document("Pengelolaan Surat Masuk"))


@pytest.fixture
def pages(version):
    own = f"/sop/{version.key}/"
    return [
        "/",
        "/sop/",
        "/sop/?cari=tamu&temuan=wajib",
        "/sop/baru/",
        own,
        f"{own}hapus/",
        "/bantuan/",
    ]


@pytest.mark.parametrize(("width", "height", "dark"), WINDOWS)
def test_no_page_violates_the_rules_or_overflows(window, author, pages, width, height, dark):
    page = window(author, width=width, height=height, dark=dark)
    found = {}
    for address in pages:
        page.goto(address)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[address] = (violations(page), max(wider, 0))

    assert found == {address: ([], 0) for address in pages}


def test_what_is_touched_is_large_enough(window, author, pages):
    page = window(author, width=390, height=844)
    small = {}
    for address in pages:
        page.goto(address)
        small[address] = page.evaluate(SMALL_TARGETS, FINGER)

    assert small == {address: [] for address in pages}


def test_from_home_to_an_own_draft_by_keyboard(window, author, general):
    page = window(author)
    page.goto("/")

    page.get_by_role("link", name="Buat SOP").first.press("Enter")
    page.get_by_label("Nama SOP").fill("Penyusunan Jadwal Piket")
    page.get_by_role("button", name="Formulir kosong").press("Enter")
    page.wait_for_url("**/editor/")

    assert page.get_by_role("heading", name="Penyusunan Jadwal Piket").is_visible()
    assert Version.objects.get().title == "Penyusunan Jadwal Piket"


def test_the_form_is_downloaded_on_the_paper_that_was_chosen(window, author, version):
    page = window(author)
    page.goto(f"/sop/{version.key}/")

    page.get_by_text("Unduh", exact=True).click()
    page.get_by_label("Kertas").select_option("F4")
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF lengkap").click()

    assert download.value.suggested_filename == "SOP Pengelolaan Surat Masuk.pdf"


def test_filters_come_and_go_by_their_chips(window, author, version):
    page = window(author)
    page.goto("/sop/")

    page.get_by_text("Saringan", exact=True).click()
    page.get_by_label("Temuan").select_option("wajib")
    page.get_by_role("button", name="Terapkan").click()
    page.get_by_text("1 SOP sesuai saringan.").wait_for()
    page.get_by_role("link", name="Hapus saringan Temuan").click()

    page.get_by_text("2 SOP yang dapat Anda baca").wait_for()


def test_on_a_phone_the_steps_are_read_and_the_chart_is_one_touch_away(window, author, version):
    page = window(author, width=390, height=844)
    page.goto(f"/sop/{version.key}/")

    assert page.get_by_text("kembali ke langkah 1").first.is_visible()
    assert page.locator("#bagan").is_hidden()

    page.get_by_role("link", name="Lihat bagan").click()

    assert page.locator("#bagan svg").first.is_visible()
