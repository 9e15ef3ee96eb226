"""axe finds nothing on the editor, light and dark, wide and narrow."""

import pytest
from tests.e2e.axe import violations
from tests.e2e.form import Form
from tests.factories import procedures as drafts

WINDOWS = [(1440, 1000, False), (1440, 1000, True), (820, 1180, False), (390, 844, True)]
TABS = ("langkah", "identitas", "pratinjau", "riwayat")


@pytest.fixture
def version(general, author):
    rows = ("(A)", "[B]", "<C> Ya:4 Tidak:2", "(B)")
    return drafts.draft(general, author, drafts.document("Peminjaman Kendaraan", *rows))


@pytest.mark.parametrize(("width", "height", "dark"), WINDOWS)
def test_no_tab_violates_the_rules(window, author, version, width, height, dark):
    page = window(author, width=width, height=height, dark=dark)
    Form.open(page, version)
    found = {}
    for tab in TABS:
        page.locator(f"a[data-tab={tab}]").click()
        page.wait_for_selector(f"#tab-{tab}:not([hidden])")
        found[tab] = violations(page)
    assert found == {tab: [] for tab in TABS}


@pytest.mark.parametrize("dark", [False, True])
def test_no_popover_or_dialog_violates_the_rules(window, author, version, dark):
    page = window(author, dark=dark)
    form = Form.open(page, version)
    form.cell(3, page.locator(".head-button").nth(2).inner_text()).click()
    page.keyboard.press("Enter")
    page.wait_for_selector(".pop")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".head-button").first.click()
    page.wait_for_selector(".pop")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+/")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Tempel dari Excel").first.click()
    assert violations(page) == []
