"""Every page of the product, light and dark: no rule of access broken, nothing wider than the window.

The pages come from the table of addresses, so that a new one is looked at here by itself; what gives no page stands
in a list of its own.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings as configured
from django.urls import reverse
from tests.addresses import world as worlds
from tests.addresses.test_every_address import ROWS
from tests.factories import procedures as sops

ORDER = ("admin", "author", "approver", "verifier", "member", "nobody")
"""As whom a page is opened: the first of them who is shown one."""
NO_PAGE = {
    # files
    "audit:download",
    "files:emblem-picture",
    "organisation:handover-paper",
    "organisation:import-workbook",
    "procedures:download",
    "procedures:emblem",
    "procedures:pdf",
    "procedures:preview-page",
    "procedures:public-code",
    "procedures:public-pdf",
    "procedures:ready-preview",
    "procedures:version-pdf",
    # what a page asks for while it stands open
    "procedures:draft-changes",
    "procedures:draft-comments",
    "procedures:draft-history",
    "procedures:draft-positions",
    "procedures:draft-regulations",
    "procedures:draft-related",
    "procedures:preview",
    "procedures:version-preview",
    # leads on
    "found",
    "notifications:confirm",
    "notifications:open",
    "organisation:import-preview",
    "procedures:compare-newest",
}
AXE = AXE_SCRIPT
VIOLATIONS = """
async options => {
    for (const each of document.getAnimations()) {
        if (Number.isFinite(each.effect.getComputedTiming().endTime)) each.finish();
    }
    return (await axe.run(document, options)).violations.map(
        each => [each.id, ...each.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]
    );
}
"""
LEAN = {"resultTypes": ["violations"], "selectors": False, "iframes": False}
LOOKS = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
"""All rules once, and in the dark what can differ there."""
NARROW = (820, 390)
WIDER = "document.documentElement.scrollWidth - innerWidth"
WIDE = {"width": 1440, "height": 1000}


@dataclass(frozen=True)
class Shown:
    """A page: its address, as whom it is opened, and where that is."""

    name: str
    actor: str
    path: str


@pytest.fixture
def world(transactional_db, settings, tmp_path):
    settings.PUBLIC_ADDRESS, settings.MEDIA_ROOT = sops.ADDRESS, tmp_path
    return worlds.build()


def pages(world):
    """Return all pages of the product, and the names of the addresses that give none."""
    asked = {name: shown(world, name) for name, row in ROWS.items() if "get" in row.methods}
    return [one for one in asked.values() if one], {name for name, one in asked.items() if not one}


def shown(world, name) -> Shown | None:
    row = ROWS[name]
    for actor in [one for one in ORDER if one in row.own] + sorted(row.own - {*ORDER}):
        thing: dict[str, Any] | None = row.thing(world, world.own, actor)
        path = reverse(name, kwargs=thing) if thing is not None else ""
        if path and is_page(worlds.client(world, actor).get(path)):
            return Shown(name, actor, path)
    return None


def is_page(response):
    if response.status_code != 200 or response.streaming:
        return False
    return response.content.lstrip()[:15].lower() == b"<!doctype html>"


def faults(page):
    """Return what is wrong with the page that stands open, light, dark and narrow."""
    page.set_viewport_size(WIDE)
    page.evaluate(AXE)
    found = []
    for scheme, options in LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        found += [(scheme, *each) for each in page.evaluate(VIOLATIONS, {**LEAN, **options})]
    for width in NARROW:
        page.set_viewport_size({**WIDE, "width": width})
        wider = page.evaluate(WIDER)
        if wider > 0:
            found.append((f"{width} px", f"{wider} px too wide"))
    return found


def test_no_page_violates_the_rules_light_or_dark(window, world):
    asked, without = pages(world)
    assert without == NO_PAGE

    open_for, found = {}, {}
    for one in asked:
        if one.actor not in open_for:
            open_for[one.actor] = window(world.users.get(one.actor))
        page = open_for[one.actor]
        page.set_viewport_size(WIDE)
        page.goto(one.path)
        found[one.name] = faults(page)

    assert {name: each for name, each in found.items() if each} == {}


def test_what_no_plain_look_shows_violates_no_rule(window, world):
    """Pages behind an act: a refusal with its reason, an import before it is written, a code shown once."""
    found = {}
    page = window(world.users["performer"])
    page.goto(reverse("procedures:submit", kwargs={"key": world.own.things["draft"].key}))
    found["refused"] = faults(page)

    page = window(world.users["admin"])
    page.goto(reverse("organisation:import"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Data kantor sekarang").click()
    page.get_by_label("Berkas Excel").set_input_files(download.value.path())
    page.get_by_role("button", name="Periksa berkas").click()
    page.wait_for_url(f"**{reverse('organisation:import-preview')}")
    found["import"] = faults(page)

    page.set_viewport_size(WIDE)
    person = world.own.things["held"].person
    page.goto(reverse("organisation:person", kwargs={"pk": person.pk}))
    page.get_by_role("button", name="Buat kode sekali pakai").click()
    page.wait_for_selector(".code-once")
    found["code"] = faults(page)

    assert found == {name: [] for name in found}


def test_the_addresses_are_those_of_the_table():
    assert {*ROWS} > NO_PAGE
    assert configured.LOGIN_URL in ROWS
