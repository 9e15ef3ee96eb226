"""The comparison in a real browser: rows of both charts in line, a change leads to its row, and every width reads."""

import os
import re
import subprocess
from datetime import timedelta

import pytest
from tests.core.builders import sequence
from tests.e2e.axe import violations
from tests.e2e.test_house import FINGER, SMALL_TARGETS, WINDOWS
from tests.factories.procedures import MORNING, approved, change, draft, emblem, verified
from tests.factories.stationery import REVISION, stationery
from tests.procedures.conftest import approver, cast, public_address, verifier  # noqa: F401

from okesop.procedures.domain import revising

PICTURES = os.environ.get("OKESOP_PICTURES", "")


@pytest.fixture
def address(secretariat, general, author, cast):  # noqa: F811
    emblem(secretariat)
    first = approved(draft(general, author, stationery()), cast)
    version = revising.revise(first, by=author, at=MORNING + timedelta(days=1))
    change(version, *REVISION, by=author, at=MORNING + timedelta(days=1))
    verified(version, author, cast[1], at=MORNING + timedelta(days=1))
    return f"/sop/{version.key}/banding/1/2/"


def keep(page, name):
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


@pytest.mark.parametrize(("width", "height", "dark"), WINDOWS)
def test_no_width_violates_the_rules_or_overflows(window, cast, address, width, height, dark):  # noqa: F811
    page = window(cast[2], width=width, height=height, dark=dark)
    page.goto(address)
    keep(page, f"compare-{width}{'-dark' if dark else ''}")
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert (violations(page), max(wider, 0)) == ([], 0)


def test_rows_of_both_charts_stand_in_line_with_their_symbols(window, cast, address):  # noqa: F811
    page = window(cast[2])
    page.goto(address)
    tops = page.evaluate(
        """() => [...document.querySelectorAll('.sides table')].map(table =>
            [...table.tBodies[0].rows].map(row => row.getBoundingClientRect().top))"""
    )
    apart = page.evaluate(
        """() => [...document.querySelectorAll('.sides table')].flatMap(table =>
            [...table.querySelectorAll('[data-node]')].map(symbol => {
              const box = symbol.getBoundingClientRect();
              return [...table.tBodies[0].rows].some(row => {
                const r = row.getBoundingClientRect();
                return r.top <= box.top && box.bottom <= r.bottom;
              });
            }))"""
    )

    assert tops[0] == pytest.approx(tops[1], abs=0.6)
    assert len(apart) == 14
    assert all(apart)


def test_a_change_leads_to_its_row_on_both_charts(window, cast, address):  # noqa: F811
    page = window(cast[2], height=500)
    page.goto(address)
    page.get_by_role("link", name="Langkah 8 diubah").or_(
        page.get_by_role("link", name="Langkah 7 diubah")
    ).click()

    hit = page.locator(".sides .hit")
    assert hit.count() == 2
    assert hit.first.locator(".act").inner_text() == "Memperbarui kartu\npersediaan"
    page.wait_for_function(
        "() => { const r = document.querySelector('.hit').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight }"
    )


def test_a_finger_finds_everything_on_a_phone(window, cast, address):  # noqa: F811
    page = window(cast[2], width=390, height=844)
    page.goto(address)

    assert page.evaluate(SMALL_TARGETS, FINGER) == []


def test_paper_is_read_in_grey(window, cast, address):  # noqa: F811
    page = window(cast[2])
    page.goto(address)
    page.emulate_media(media="print")
    if PICTURES:
        page.pdf(path=f"{PICTURES}/compare.pdf", prefer_css_page_size=True, print_background=False)
    styles = page.evaluate(
        """() => ['add', 'del'].map(kind => {
            const line = document.querySelector(`.beside [data-from].${kind}`);
            const style = getComputedStyle(line);
            return [style.strokeWidth, style.strokeDasharray];
        })"""
    )

    assert styles == [["2.25px", "none"], ["1px", "4px, 3px"]]


def test_rows_go_over_to_the_next_sheet_whole_below_the_headings(
    window, general, author, secretariat, tmp_path
):
    emblem(secretariat)
    version = draft(general, author, sequence(40, 3))
    change(version, {"op": "remove_steps", "steps": ["s7"]}, by=author)
    page = window(author)
    page.goto(f"/sop/{version.key}/banding/1s1/1/")
    page.emulate_media(media="print")
    assert page.locator(".sides .beside:not(.strip)").first.is_hidden()
    assert page.locator(".sides .strip").count() == 80

    page.pdf(path=tmp_path / "banding.pdf", prefer_css_page_size=True)
    sheets = [sheet for sheet in read(tmp_path / "banding.pdf") if "15 menit" in sheet]
    rows = [number for sheet in sheets for number in re.findall(r"\bke-(\d+)", sheet)]
    assert len(sheets) > 3
    assert [sheet.count("Kegiatan") for sheet in sheets] == [2] * len(sheets)
    assert all(rows.count(str(number)) == 2 for number in range(8, 41))


def read(path):
    """Return the text of each sheet."""
    tool = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return tool.stdout.decode().removesuffix("\f").split("\f")


def test_a_wide_chart_scrolls_in_its_frame_and_both_together(window, general, author, secretariat):
    emblem(secretariat)
    many = sequence(40, 12)
    version = draft(general, author, many)
    change(version, {"op": "remove_steps", "steps": ["s7"]}, by=author)
    change(version, {"op": "move_steps", "steps": ["s20"], "after": "s25"}, by=author)
    page = window(author)
    page.goto(f"/sop/{version.key}/banding/1s1/1/")
    keep(page, "compare-wide")
    page.locator(".sides .paper").first.evaluate("each => { each.scrollLeft = 120 }")

    page.wait_for_function(
        "() => document.querySelectorAll('.sides .paper')[1].scrollLeft === 120"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".sides tr.gap").count() == 3
    if PICTURES:
        page.pdf(path=f"{PICTURES}/wide.pdf", prefer_css_page_size=True)
