"""Sharing out the width of the sheet between the columns of the table.

Performers first get what their heading's longest word and their arrows need, the text columns what their
longest word needs. What is left goes to the text columns so that the sum of squares of the lines becomes
least (width in proportion to the cube root of the sum of squared text widths), and to the performers up to
a comfortable width.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from okesop.core.document import SopDocument
from okesop.core.flowchart.layout import column_demand
from okesop.core.metrics import line_height, printed, width

PAD_X = 3.5
PAD_Y = 3.0
LEAST_COLUMN = 30.0
TEXT_COLUMNS = ("activity", "requirements", "time", "output", "note")
HEADINGS = {
    "no": "No",
    "activity": "Kegiatan",
    "performers": "Pelaksana",
    "standard": "Mutu Baku",
    "requirements": "Kelengkapan",
    "time": "Waktu",
    "output": "Output",
    "note": "Keterangan",
}

_COMFORT = {"activity": 13.5, "requirements": 8.0, "time": 5.0, "output": 8.0, "note": 4.0}
"""Widths in em at which a column of ordinary texts reads well."""

_LONGEST_WORD = {"activity": 11.0, "requirements": 8.5, "time": 6.0, "output": 8.5, "note": 7.5}
"""A word longer than this many em is broken rather than given a column of its own width."""

_HEADING_WORD = 9.0
_HEADING_LINES = 3
_WIDE_PERFORMER = 6.0
_WIDEST_PERFORMER = 11.0
_NO_PERFORMERS = 60.0
_PIECE = re.compile(r"[^\s/\-–—]+[/\-–—]?")


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of all columns in points: they fill the sheet exactly."""

    no: float
    performers: tuple[float, ...]
    texts: tuple[float, ...]
    empty_performers: float = 0.0


@dataclass(frozen=True, slots=True)
class Needs:
    """What the columns of one document need at one type size, in points."""

    no: float
    performers: tuple[float, ...]
    wanted_performers: tuple[float, ...]
    headings: tuple[float, ...]
    least_texts: tuple[float, ...]
    comfortable_texts: tuple[float, ...]
    unbroken_texts: tuple[float, ...]
    texts: tuple[tuple[float, ...], ...]

    @property
    def least(self) -> float:
        """The narrowest table that is still readable."""
        return self.no + sum(self.performers or (_NO_PERFORMERS,)) + sum(self.least_texts)

    @property
    def comfortable(self) -> float:
        """The narrowest table that reads well."""
        return self.no + sum(self.performers or (_NO_PERFORMERS,)) + sum(self.comfortable_texts)


def needs_of(document: SopDocument, size: float) -> Needs:
    """Measure the document's texts and arrows at a type size."""
    demand = column_demand(document, size)
    titles = [printed(performer.title) for performer in document.performers]
    least = tuple(
        max(LEAST_COLUMN, arrows, _heading_word(title, size))
        for title, arrows in zip(titles, demand, strict=True)
    )
    wanted = tuple(
        max(low, _heading(title, size)) for title, low in zip(titles, least, strict=True)
    )
    cells = {key: [printed(getattr(step, key)) for step in document.steps] for key in TEXT_COLUMNS}
    texts = {key: tuple(width(cell, size) for cell in cells[key]) for key in TEXT_COLUMNS}
    floors = [_least(key, cells[key], size) for key in TEXT_COLUMNS]
    comforts = [
        max(low, min(_COMFORT[key] * size, max(texts[key], default=0.0)) + 2 * PAD_X)
        for key, low in zip(TEXT_COLUMNS, floors, strict=True)
    ]
    words = [_widest(cells[key], size) + 2 * PAD_X for key in TEXT_COLUMNS]
    return Needs(
        no=_number_width(document, size),
        performers=least,
        wanted_performers=wanted,
        headings=tuple(width(title, size, bold=True) for title in titles),
        least_texts=tuple(floors),
        comfortable_texts=tuple(comforts),
        unbroken_texts=tuple(map(max, comforts, words)),
        texts=tuple(texts.values()),
    )


def heading_lines(needs: Needs, widths: Widths) -> float:
    """Return how many lines the longest heading takes at least, without breaking it."""
    pairs = zip(needs.headings, widths.performers, strict=True)
    return max((whole / (wide - 2 * PAD_X) for whole, wide in pairs), default=0.0)


def share(needs: Needs, room: float, performers: Sequence[float] = ()) -> Widths | None:
    """Fill ``room`` points with columns; None where the least widths do not fit.

    ``performers`` are the widths that the layout found it needs, where it has run before.
    """
    fixed = tuple(performers) or needs.performers
    empty = 0.0 if fixed else _NO_PERFORMERS
    free = room - needs.no - empty - sum(fixed) - sum(needs.least_texts)
    if free < 0:
        return None
    columns = fixed
    if not performers:
        spare = max(room - needs.comfortable, 0.0)
        columns = _grown(fixed, needs.wanted_performers, spare * 0.6)
    left = room - needs.no - empty - sum(columns)
    return Widths(needs.no, columns, _by_weight(left, needs), empty)


def _grown(least: tuple[float, ...], wanted: tuple[float, ...], spare: float) -> tuple[float, ...]:
    missing = sum(wanted) - sum(least)
    part = min(1.0, spare / missing) if missing > 0 else 0.0
    return tuple(low + (high - low) * part for low, high in zip(least, wanted, strict=True))


def _by_weight(room: float, needs: Needs) -> tuple[float, ...]:
    """Share ``room`` between the text columns by weight, nobody below his least.

    Who would be below keeps his least, and the others share again.
    """
    tiers = (needs.unbroken_texts, needs.comfortable_texts)
    low = next((tier for tier in tiers if sum(tier) <= room), needs.least_texts)
    squares = [sum(wide * wide for wide in cells) for cells in needs.texts]
    weights = [max(square, 1.0) ** (1 / 3) for square in squares]
    held: dict[int, float] = {}
    while len(held) < len(low):
        left = room - sum(held.values())
        total = sum(weight for place, weight in enumerate(weights) if place not in held)
        widths = {
            place: left * weight / total
            for place, weight in enumerate(weights)
            if place not in held
        }
        short = [place for place, wide in widths.items() if wide < low[place]]
        if not short:
            shared = held | widths
            return tuple(shared[place] for place in range(len(low)))
        held |= {place: low[place] for place in short}
    return _stretched(low, room)


def _stretched(widths: tuple[float, ...], room: float) -> tuple[float, ...]:
    factor = room / sum(widths)
    return tuple(wide * factor for wide in widths)


def _least(key: str, cells: list[str], size: float) -> float:
    """Return the narrowest width of a text column: its heading, and all but the longest words, unbroken."""
    heading = width(HEADINGS[key], size, bold=True)
    return max(heading, min(_longest_word(cells, size), _LONGEST_WORD[key] * size)) + 2 * PAD_X


def _longest_word(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    words = {piece for text in texts for piece in _PIECE.findall(text)}
    return max((width(word, size, bold=bold) for word in words), default=0.0)


def _widest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """Return the width of the widest word, long addresses and compounds included."""
    words = {word for text in texts for word in text.split()}
    return max((width(word, size, bold=bold) for word in words), default=0.0)


def _heading_word(title: str, size: float) -> float:
    return min(_longest_word([title], size, bold=True), _HEADING_WORD * size) + 2 * PAD_X


def _heading(title: str, size: float) -> float:
    """Return the width at which a heading takes three lines, or is as high as wide where it is very long."""
    whole = width(title, size, bold=True)
    most = max(_WIDEST_PERFORMER * size, sqrt(whole * line_height(size)))
    unbroken = _widest([title], size, bold=True)
    wanted = max(whole / _HEADING_LINES * 1.15, unbroken, _WIDE_PERFORMER * size)
    return min(wanted, most) + 2 * PAD_X


def _number_width(document: SopDocument, size: float) -> float:
    numbers = [step.no or str(row) for row, step in enumerate(document.steps, start=1)]
    digits = min(_longest_word(numbers, size), 4 * size)
    return max(digits, width(HEADINGS["no"], size, bold=True)) + 2 * PAD_X
