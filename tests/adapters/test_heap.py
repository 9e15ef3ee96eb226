import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.core.rows import sop

from okesop.adapters.heap import give_back
from okesop.adapters.paper import PaperOptions, render_pdf

AT = datetime(2026, 11, 24, 3, tzinfo=UTC)
DOCUMENT = sop("(A)", *["[B]", "[C]", "[A]"] * 4, "(A)")


def resident():
    """Return the memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


def made(count):
    for _ in range(count):
        render_pdf(DOCUMENT, PaperOptions(), at=AT)


def test_giving_back_is_harmless_whenever_it_is_done():
    give_back()
    made(1)
    give_back()
    assert render_pdf(DOCUMENT, PaperOptions(), at=AT).startswith(b"%PDF-")


@pytest.mark.long
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_process_does_not_grow_with_the_pdfs_that_it_makes_long():
    made(100)
    before = resident()
    made(500)
    assert resident() < before + 25
