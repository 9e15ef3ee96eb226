#!/usr/bin/env python3
"""How fast and in how much memory SOPs become PDFs: layout, typesetting, the whole; cold and warm.

usage: bench/pdf.py [COUNT]
"""

import gc
import resource
import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

START = time.perf_counter()
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.rows import sop  # noqa: E402 -- after the path is known

from okesop.adapters.paper import (  # noqa: E402 -- its time counts
    PaperOptions,
    Stamp,
    laid_out,
    render_pdf,
    render_sheets,
)

AT = datetime(2026, 11, 24, 3, tzinfo=UTC)
COLUMNS = "ABCDEF"


def flow(steps):
    """Return an SOP of so many steps over six performers, every fifth a decision that leads back."""
    rows = ["(A)"]
    for row in range(2, steps):
        column = COLUMNS[(row * 5 + row // 3) % len(COLUMNS)]
        rows.append(
            f"<{column}> Ya:{row + 1} Tidak:{max(row - 2, 1)}" if row % 5 == 0 else f"[{column}]"
        )
    return sop(*rows, "(A)")


def varied(document, number):
    """Return the document with texts of its own, so that nothing is served from a cache."""
    steps = tuple(
        replace(step, activity=f"{step.activity} perkara ke-{number} baris {row}")
        for row, step in enumerate(document.steps)
    )
    return replace(document, steps=steps)


def memory():
    """Return the highest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name, document, options, count):
    """Print one line of the table."""
    laid, whole, busy, sizes = [], [], [], []
    for number in range(count):
        changed = varied(document, number)
        gc.collect()
        start, cpu = time.perf_counter(), time.process_time()
        sheets = laid_out(changed, options)
        middle = time.perf_counter()
        made = render_sheets(sheets, options, at=AT)
        end = time.perf_counter()
        busy.append((time.process_time() - cpu) * 1000)
        laid.append((middle - start) * 1000)
        whole.append((end - start) * 1000)
        sizes.append(len(made) / 1024)
    pages = len(sheets.identity) + len(sheets.table.pages)
    median = statistics.median(whole)
    print(
        f"{name:24}{pages:6}{statistics.median(laid):10.1f}{median:10.1f}{max(whole):10.1f}"
        f"{statistics.median(busy):10.1f}{1000 / statistics.median(busy):12.1f}{statistics.mean(sizes):9.0f}{memory():9.0f}"
    )


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    render_pdf(flow(14), PaperOptions(), at=AT)
    print(f"cold, with imports and fonts: {(time.perf_counter() - START) * 1000:.0f} ms\n")
    print(
        f"{'':24}{'pages':>6}{'layout ms':>10}{'all ms':>10}{'worst ms':>10}{'CPU ms':>10}{'PDF/s/core':>12}{'kB':>9}{'MB':>9}"
    )
    plain, stamped = (
        PaperOptions(),
        PaperOptions(approved=True, stamp=Stamp("https://contoh.go.id/p/7KX3")),
    )
    measure("14 steps", flow(14), plain, count)
    measure("14 steps, QR", flow(14), stamped, count)
    measure("60 steps", flow(60), plain, count)
    measure("200 steps", flow(200), plain, max(count // 10, 1))
    measure("14 steps, 300 more", flow(14), plain, 300)


if __name__ == "__main__":
    main()
