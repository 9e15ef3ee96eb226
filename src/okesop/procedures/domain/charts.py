"""A chart as a small picture: only its columns, rows and symbols."""

from okesop.core.document import SopDocument
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.layout import column_demand, layout
from okesop.core.flowchart.svg import flowchart_svg

COLUMN = 56.0
ROW = 38.0
TYPE_SIZE = 8.0


def small_chart(document: SopDocument) -> str:
    """Return the flowchart without its texts, as SVG."""
    columns: list[Band] = []
    for demand in column_demand(document, TYPE_SIZE):
        start = columns[-1].end if columns else 0.0
        columns.append(Band(start, start + max(COLUMN, demand)))
    heights = (ROW,) * len(document.steps)
    right = columns[-1].end if columns else COLUMN
    grid = Grid(tuple(columns), heights, page=(right, sum(heights)), type_size=TYPE_SIZE)
    return flowchart_svg(document, layout(document, grid).pages[0])
