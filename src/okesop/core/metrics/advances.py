"""Advance widths of single characters and of a line."""

from collections.abc import Mapping
from functools import cache, lru_cache

from okesop.core.metrics import bold as bold_table
from okesop.core.metrics import fallback as fallback_table
from okesop.core.metrics import regular as regular_table

MISSING = "□"
"""What is printed for a character that no embedded font has."""

LEADING = 1.19
ASCENT = 0.905
DESCENT = 0.212
_WORD = 40
"""What is longer is hardly met again and not kept."""


class _Face(dict[str, float]):
    """Widths in em by character; what no font has is as wide as the mark printed for it."""

    def __missing__(self, char: str) -> float:
        width = fallback().get(char)
        if width is None:
            width = 0.0 if char < " " or "\x7f" <= char <= "\x9f" else self[MISSING]
        self[char] = width
        return width


def _unpacked(runs: str) -> dict[str, float]:
    table: dict[str, float] = {}
    for run in runs.split(";"):
        start, _, packed = run.partition(":")
        row: list[float] = []
        for part in packed.split():
            width, _, count = part.partition("*")
            row += [int(width) / 1000] * int(count or 1)
        first = int(start, 16)
        table.update(zip(map(chr, range(first, first + len(row))), row, strict=True))
    return table


@cache
def fallback() -> Mapping[str, float]:
    """Return the widths of the second font; unpacked when the first rare character is met."""
    return _unpacked(fallback_table.RUNS)


ARIMO = _unpacked(regular_table.RUNS)
_SPACES = {"\t": ARIMO[" "], "\n": 0.0}
_REGULAR = _Face(ARIMO | _SPACES)


@cache
def _bold() -> _Face:
    return _Face(_unpacked(bold_table.RUNS) | _SPACES)


def covers(char: str) -> bool:
    """Tell whether an embedded font has a glyph for this one character (spaces and line breaks count)."""
    if char < " " or "\x7f" <= char <= "\x9f":
        return char in "\t\n"
    return char in ARIMO or char in fallback()


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide ``text`` prints on one line, in points; a character without glyph counts as □."""
    ems = _heavy_ems if bold else _ems
    return size * (ems(text) if len(text) <= _WORD else ems.__wrapped__(text))


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    """Return the width of a text of size 1; the same words come again and again."""
    return sum(map(_REGULAR.__getitem__, text))


@lru_cache(maxsize=512)
def _heavy_ems(text: str) -> float:
    return sum(map(_bold().__getitem__, text))


def line_height(size: float) -> float:
    """Return the distance from one baseline to the next, in points."""
    return size * LEADING
