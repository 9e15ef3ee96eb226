#!/usr/bin/env python3
"""Write the advance widths of the print fonts as tables of the core (`make metrics`).

One table a face, in 1/1000 em (rounded up, so that a measured line never comes out wider on paper). Combining
marks stand over their base and take no room. A letter whose form depends on its neighbours (Arabic) gets the
width of its widest form.
"""

import math
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src/okesop/adapters/fonts"
TABLES = ROOT / "src/okesop/core/metrics"
FACES = {
    "regular": ("Arimo-Regular.ttf", "Arimo Regular"),
    "bold": ("Arimo-Bold.ttf", "Arimo Bold"),
    "fallback": ("DejaVuSans.ttf", "DejaVu Sans, for what Arimo lacks"),
}
LINE = 84
ROUND_UP_BELOW = 1e-9


def advances(path: Path) -> dict[int, int]:
    """Return code point -> width in 1/1000 em."""
    with TTFont(path) as font:
        cmap, metrics = font.getBestCmap(), font["hmtx"]
        scale = 1000 / font["head"].unitsPerEm
        raw = {code: metrics[name][0] for code, name in cmap.items()}
    widths = dict(raw)
    for code, width in raw.items():
        for base in _bases(code):
            widths[base] = max(widths.get(base, width), width)
    return {
        code: 0 if _is_mark(code) else math.ceil(width * scale - ROUND_UP_BELOW)
        for code, width in widths.items()
        if code in raw
    }


def _bases(code: int) -> Iterator[int]:
    """Yield the letter of which ``code`` is a presentation form (isolated, initial, medial, final)."""
    kind, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
    if kind in {"<isolated>", "<initial>", "<medial>", "<final>"} and " " not in rest:
        yield int(rest, 16)


def _is_mark(code: int) -> bool:
    return unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}


def runs(widths: dict[int, int]) -> Iterator[str]:
    """Yield ``start:width width*count …`` for every run of consecutive code points."""
    start, row = -1, []
    for code in sorted(widths):
        if code != start + len(row):
            if row:
                yield f"{start:x}:{_packed(row)}"
            start, row = code, []
        row.append(widths[code])
    yield f"{start:x}:{_packed(row)}"


def _packed(row: list[int]) -> str:
    parts: list[list[int]] = []
    for width in row:
        if parts and parts[-1][0] == width:
            parts[-1][1] += 1
        else:
            parts.append([width, 1])
    return " ".join(str(width) if count == 1 else f"{width}*{count}" for width, count in parts)


def module(title: str, widths: dict[int, int]) -> str:
    """Return the source of one table."""
    lines, words = [], ";".join(runs(widths)).replace(" ", " \0").replace(";", ";\0").split("\0")
    line = ""
    for word in words:
        if len(line) + len(word) > LINE:
            lines.append(line)
            line = ""
        line += word
    body = "\n".join(f'    "{text}"' for text in [*lines, line])
    head = f'"""Advance widths of {title} in 1/1000 em. Made by ``make metrics``; not by hand."""'
    return f"{head}\n\nRUNS = (\n{body}\n)\n"


def main() -> None:
    """Write every table."""
    for name, (file, title) in FACES.items():
        text = module(title, advances(FONTS / file))
        (TABLES / f"{name}.py").write_text(text, encoding="utf-8")
        print(f"{name}.py: {len(text.splitlines())} lines, {len(text)} bytes")


if __name__ == "__main__":
    main()
