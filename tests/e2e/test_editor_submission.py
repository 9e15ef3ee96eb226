"""From the editor to the page that hands the draft in."""

import pytest
from tests.e2e.form import Form
from tests.factories import procedures as drafts


@pytest.fixture
def version(general, author):
    drafts.emblem(general)
    return drafts.draft(general, author, drafts.document())


def test_a_draft_without_duties_goes_on_to_its_receiver(window, author, version):
    form = Form.open(window(author), version)
    form.page.get_by_role("link", name="Ajukan").click()
    form.page.wait_for_url(f"**/sop/{version.key}/ajukan/")
    form.page.get_by_role("heading", name="Ajukan ke").wait_for()


def test_open_duties_are_listed_instead(window, author, version):
    form = Form.open(window(author, width=820, height=1000), version)
    form.write(2, "output", " ")
    form.saved()
    form.page.get_by_role("link", name="Ajukan").click()
    form.page.locator(".toast", has_text="1 isian wajib belum beres").wait_for()
    form.page.locator("#panel.open").get_by_text("Langkah 2, Output").wait_for()
    assert "/editor/" in form.page.url
