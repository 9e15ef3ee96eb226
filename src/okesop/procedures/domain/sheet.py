"""The chart drawn into the editor's table: the browser measures its rows, the layout gives them room.

One unit of the drawing is one CSS pixel here, and its origin is the top left corner of the first performer cell.
"""

from dataclasses import dataclass
from typing import Any

from okesop.core.document import SopDocument
from okesop.core.flowchart.drawing import Page
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.skeleton import laid_out
from okesop.core.flowchart.svg import flowchart_svg

TYPE_SIZE = 11.0
LEAST_COLUMN = 86.0
LEAST_ROW = 44.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Performer columns from the left edge of the first, and the natural height of each row, in CSS pixels."""

    columns: tuple[Band, ...]
    heights: tuple[float, ...]


def draw(document: SopDocument, sheet: Sheet) -> dict[str, Any]:
    """Return the SVG with the heights and columns at which cells and symbols stand in line.

    A sheet that was measured before somebody else added a row or a column is filled up or cut to fit.
    """
    columns = _fitted_columns(sheet.columns, len(document.performers))
    heights = _fitted_heights(sheet.heights, len(document.steps))
    if not columns or not heights:
        return {
            "svg": "",
            "heights": list(heights),
            "columns": [[c.start, c.end] for c in columns],
        }
    width, height = columns[-1].end, sum(heights)
    grid = Grid(columns, heights, page=(width, height), type_size=TYPE_SIZE)
    page = laid_out(document, grid).pages[0]
    return {
        "svg": flowchart_svg(document, page, ground=False, grid=False, unit=""),
        "heights": _heights(page),
        "columns": [[round(c.start, 2), round(c.end, 2)] for c in page.columns],
    }


def _heights(page: Page) -> list[float]:
    return [round(row.end - row.start, 2) for row in page.rows]


def _fitted_columns(columns: tuple[Band, ...], count: int) -> tuple[Band, ...]:
    fitted = list(columns[:count])
    while len(fitted) < count:
        start = fitted[-1].end if fitted else 0.0
        fitted.append(Band(start, start + LEAST_COLUMN))
    return tuple(fitted)


def _fitted_heights(heights: tuple[float, ...], count: int) -> tuple[float, ...]:
    return heights[:count] + (LEAST_ROW,) * (count - len(heights))
