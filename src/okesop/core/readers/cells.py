"""A pasted grid as clean texts: no controls, no invisible characters, no empty border."""

import re
from collections.abc import Sequence
from itertools import pairwise

from okesop.core import bounds
from okesop.core.parsing.values import sound_text
from okesop.core.text import Sentence

Grid = list[list[str]]

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc]"
)
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINES = re.compile(r"\r\n|\r|\x0b|\u2028|\u2029")
_LARGEST_NUMBER = 10**15
"""Excel keeps 15 digits; what is larger, or no number at all, says nothing in a table of steps."""
_JUNK_SHARE = 0.1
_JUNK_LEAST = 8

_NO_TABLE = Sentence(
    "Yang ditempel bukan tabel. Salin sel tabel dari Excel, Word, atau Sheets, lalu tempel lagi.",
    "What was pasted is no table. Copy table cells from Excel, Word or Sheets and paste again.",
)
_TOO_LARGE = Sentence(
    "Tabel ini berisi {count} sel; batasnya {most}. Salin hanya tabel prosedurnya.",
    "This table has {count} cells; the limit is {most}. Copy the procedure table only.",
)
_TOO_LONG = Sentence(
    "Sel pada baris {row} lebih panjang dari 100.000 huruf. Persingkat, lalu tempel lagi.",
    "The cell in row {row} is longer than 100,000 characters. Shorten it and paste again.",
)
_BINARY = Sentence(
    "Yang ditempel berisi data biner, bukan teks. Salin sel tabelnya, bukan berkas atau gambarnya.",
    "What was pasted is binary data, not text. Copy the cells, not the file or the picture.",
)


class Unreadable(Exception):  # noqa: N818 -- an answer in words, not an error of the program
    """What was given cannot be read as a table; ``message`` says what to do."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message.en)
        self.message = message


def cleaned(grid: object) -> Grid:
    """Return the grid as clean texts, as wide in every row, without empty rows and columns around it.

    Raises:
        Unreadable: it is no grid of cells, it is too large, or it is binary.
    """
    rows = _rows(grid)
    count = sum(map(len, rows))
    if count > bounds.GRID_CELLS or len(rows) > bounds.GRID_CELLS:
        raise Unreadable(_too_large(max(count, len(rows))))
    _refuse_binary(rows)
    for number, row in enumerate(rows, 1):
        if any(len(cell) > bounds.TEXT_CHARACTERS for cell in row):
            raise Unreadable(_TOO_LONG.filled(row=number))
    return _trimmed([[clean_cell(cell) for cell in row] for row in rows])


def _too_large(count: int) -> Sentence:
    english = {"count": f"{count:,}", "most": f"{bounds.GRID_CELLS:,}"}
    indonesian = {key: value.replace(",", ".") for key, value in english.items()}
    return Sentence(_TOO_LARGE.id.format(**indonesian), _TOO_LARGE.en.format(**english))


def clean_cell(text: str) -> str:
    """Return a cell's text with plain blanks and line feeds, and nothing that cannot be seen."""
    text = _INVISIBLE.sub("", _LINES.sub("\n", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in sound_text(text).split("\n"))
    return "\n".join(lines).strip("\n")


def _rows(grid: object) -> list[list[str]]:
    if not isinstance(grid, list | tuple):
        raise Unreadable(_NO_TABLE)
    rows = []
    for row in grid:
        if not isinstance(row, list | tuple):
            raise Unreadable(_NO_TABLE)
        rows.append([_as_text(cell) for cell in row])
    return rows


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(_NO_TABLE)
    return f"{cell:.15g}" if abs(cell) < _LARGEST_NUMBER else ""


def _refuse_binary(rows: Sequence[Sequence[str]]) -> None:
    junk = written = 0
    for row in rows:
        for cell in row:
            written += len(cell)
            junk += cell.count("\ufffd")
            if not cell.isprintable():
                junk += sum(letter < " " and letter not in "\n\r\t\x0b" for letter in cell)
    if junk >= _JUNK_LEAST and junk > written * _JUNK_SHARE:
        raise Unreadable(_BINARY)


def _trimmed(rows: Grid) -> Grid:
    rows = _without_empty_ends(rows)
    width = max((len(row) for row in rows), default=0)
    square = [row + [""] * (width - len(row)) for row in rows]
    columns = _without_empty_ends([list(column) for column in zip(*square, strict=True)])
    return [list(row) for row in zip(*columns, strict=True)]


def _without_empty_ends(rows: Grid) -> Grid:
    filled = [index for index, row in enumerate(rows) if any(row)]
    return rows[filled[0] : filled[-1] + 1] if filled else []


def sequence(values: Sequence[str]) -> bool:
    """Tell whether the texts count upwards: “(1)”, “2”, “3.”, gaps allowed."""
    numbers = [re.sub(r"[()\[\].\s]", "", value) for value in values]
    if not all(number.isdecimal() and len(number) < len("0000") for number in numbers):
        return False
    counted = [int(number) for number in numbers]
    return all(one < other for one, other in pairwise(counted))
