"""A chart as a small picture: only its columns, rows and symbols."""

from okesop.core.document import SopDocument
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.layout import layout
from okesop.core.flowchart.svg import flowchart_svg

COLUMN = 56.0
ROW = 38.0
TYPE_SIZE = 8.0


def small_chart(document: SopDocument) -> str:
    """Return the flowchart without its texts, as SVG."""
    count = max(len(document.performers), 1)
    columns = tuple(Band(COLUMN * place, COLUMN * (place + 1)) for place in range(count))
    heights = (ROW,) * len(document.steps)
    grid = Grid(columns, heights, page=(columns[-1].end, sum(heights)), type_size=TYPE_SIZE)
    return flowchart_svg(document, layout(document, grid).pages[0])
