"""The texts of the table broken into lines, and how high they make its rows."""

from dataclasses import dataclass

from okesop.core.document import SopDocument, Step
from okesop.core.flowchart.grid import Band
from okesop.core.form.columns import HEADINGS, PAD_X, PAD_Y, TEXT_COLUMNS, Widths
from okesop.core.metrics import line_height, printed, wrap

Lines = tuple[str, ...]
CELLS = ("no", *TEXT_COLUMNS)
"""The keys of a row's text cells, in the order of ``TextRow.cells``."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: a key of ``CELLS``, or the id of a performer."""

    key: str
    heading: Lines
    band: Band
    is_performer: bool = False


@dataclass(frozen=True, slots=True)
class TextRow:
    """The lines of a row's cells in the order of ``CELLS``."""

    step: str
    cells: tuple[Lines, ...]

    @property
    def line_count(self) -> int:
        """How many lines the fullest cell has."""
        return max(len(lines) for lines in self.cells)


@dataclass(frozen=True, slots=True)
class Typeset:
    """Columns, heights of the two heading rows, and rows, at one type size."""

    size: float
    columns: tuple[Column, ...]
    heading_heights: tuple[float, float]
    rows: tuple[TextRow, ...]

    @property
    def heading_height(self) -> float:
        """Height of both heading rows in points."""
        return sum(self.heading_heights)

    @property
    def performers(self) -> tuple[Column, ...]:
        """The performers' columns alone."""
        return tuple(column for column in self.columns if column.is_performer)

    @property
    def performers_start(self) -> float:
        """Where the first performer's column begins."""
        return self.column("activity").band.end

    def column(self, key: str) -> Column:
        """Return the text column of a key of ``CELLS``."""
        return next(
            column for column in self.columns if column.key == key and not column.is_performer
        )

    def row_heights(self) -> tuple[float, ...]:
        """Return the least height of each row in points."""
        return tuple(height_of(row.line_count, self.size) for row in self.rows)

    def cuts(self) -> tuple[tuple[float, ...], ...]:
        """Return for each row the heights between two of its lines."""
        step = line_height(self.size)
        return tuple(
            tuple(PAD_Y + count * step for count in range(1, row.line_count)) for row in self.rows
        )


def height_of(lines: int, size: float) -> float:
    """Return the height of a cell with this many lines."""
    return lines * line_height(size) + 2 * PAD_Y


def typeset(document: SopDocument, widths: Widths, size: float, left: float) -> Typeset:
    """Break every text to its column; the columns begin at ``left``."""
    columns = _columns(document, widths, size, left)
    rooms = {column.key: column.band.size for column in columns if not column.is_performer}
    rows = tuple(_row(step, place, rooms, size) for place, step in enumerate(document.steps, 1))
    below = max(len(column.heading) for column in columns if stands_below(column))
    across = max(len(column.heading) for column in columns if not stands_below(column))
    upper, lower = height_of(1, size), height_of(below, size)
    return Typeset(size, columns, (upper, max(lower, height_of(across, size) - upper)), rows)


def stands_below(column: Column) -> bool:
    """Performers stand below "Pelaksana", the three standards below "Mutu Baku"."""
    return column.is_performer or column.key in {"requirements", "time", "output"}


def _columns(
    document: SopDocument, widths: Widths, size: float, left: float
) -> tuple[Column, ...]:
    activity, *others = widths.texts
    entries = [
        ("no", HEADINGS["no"], widths.no, False),
        ("activity", HEADINGS["activity"], activity, False),
    ]
    entries += [
        (performer.id, printed(performer.title), wide, True)
        for performer, wide in zip(document.performers, widths.performers, strict=True)
    ]
    start, columns = left, []
    for key, title, wide, is_performer in [
        *entries,
        *(
            (key, HEADINGS[key], wide, False)
            for key, wide in zip(TEXT_COLUMNS[1:], others, strict=True)
        ),
    ]:
        if key == "requirements" and not is_performer:
            start += widths.empty_performers
        lines = wrap(title, wide - 2 * PAD_X, size, bold=True)
        columns.append(Column(key, lines, Band(start, start + wide), is_performer))
        start += wide
    return tuple(columns)


def _row(step: Step, place: int, rooms: dict[str, float], size: float) -> TextRow:
    number = str(place) if step.no is None else step.no
    texts = {"no": number} | {key: getattr(step, key) for key in TEXT_COLUMNS}
    return TextRow(
        step.id,
        tuple(wrap(printed(texts[key]), rooms[key] - 2 * PAD_X, size) for key in CELLS),
    )
