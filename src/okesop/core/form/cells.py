"""Where the texts of a table page stand: whole rows centred, the parts of a split row line by line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from okesop.core.flowchart.drawing import Page, RowBand
from okesop.core.form.columns import PAD_X, PAD_Y
from okesop.core.form.table import Form
from okesop.core.form.typesetting import CELLS, Column, Lines
from okesop.core.metrics import line_height

CENTRED = frozenset({"no", "time"})
_NEAR = 0.01


@dataclass(frozen=True, slots=True)
class TextCell:
    """The lines of one cell on one page; ``y`` is the top of the first, ``x`` the left edge or the middle."""

    column: Column
    lines: Lines
    x: float
    y: float
    centred: bool


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row's part on a page; ``split`` where the row goes over several."""

    band: RowBand
    cells: tuple[TextCell, ...]
    split: bool


def rows_on(form: Form, page: Page) -> Iterator[PageRow]:
    """Yield the rows of one page with their text cells in the order of ``CELLS``."""
    parts = Counter(band.index for sheet in form.pages for band in sheet.rows)
    columns = [form.typeset.column(key) for key in CELLS]
    size = form.typeset.size
    for band in page.rows:
        split = parts[band.index] > 1
        texts = form.typeset.rows[band.index].cells
        cells = tuple(
            _part(column, lines, band, size) if split else _whole(column, lines, band, size)
            for column, lines in zip(columns, texts, strict=True)
        )
        yield PageRow(band, cells, split)


def _whole(column: Column, lines: Lines, band: RowBand, size: float) -> TextCell:
    height = len(lines) * line_height(size)
    return _cell(column, lines, band.start + (band.end - band.start - height) / 2)


def _part(column: Column, lines: Lines, band: RowBand, size: float) -> TextCell:
    """Return the lines that lie in this part, each in exactly one."""
    step = line_height(size)
    first = _lines_above(band.offset, step)
    last = _lines_above(band.offset + band.end - band.start, step)
    y = band.start + PAD_Y + first * step - band.offset
    return _cell(column, lines[first:last], y)


def _lines_above(offset: float, step: float) -> int:
    """Count the lines that begin above a height in the row."""
    return max(0, int((offset - PAD_Y - _NEAR) / step) + 1) if offset > PAD_Y else 0


def _cell(column: Column, lines: Lines, y: float) -> TextCell:
    centred = column.key in CENTRED
    band = column.band
    x = (band.start + band.end) / 2 if centred else band.start + PAD_X
    return TextCell(column, lines, x, y, centred)
