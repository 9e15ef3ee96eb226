"""The one door of the flowchart: a document and the table around it in, a finished drawing out.

``place → route → paginate → Drawing``, pure and deterministic. The pages are chosen first (paginate.py),
so that a line never has to know of another page; each page is routed on its own lattice (route.py), the
columns of all pages are made equally wide, and the lattice is stretched to points (across.py, down.py).
"""

from dataclasses import replace

from okesop.core.document import SopDocument
from okesop.core.flowchart.across import Across
from okesop.core.flowchart.assemble import Places, numbered, page_of
from okesop.core.flowchart.chart import Chart, chart_of
from okesop.core.flowchart.demand import column_demand
from okesop.core.flowchart.down import Down
from okesop.core.flowchart.drawing import Drawing, Page
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.paginate import Breaks, Span
from okesop.core.flowchart.route import route_lines
from okesop.core.flowchart.sheet import scene_of

_A4 = (842.0, 595.0)
_MARGIN = 36.0
_PLAIN_ROW = 44.0
_HEADING = 40.0
_FITS = 0.01


def layout(document: SopDocument, grid: Grid) -> Drawing:
    """Draw the flowchart of a document into its table.

    The columns of the result are at least as wide as the grid's, rows at least as high as its heights.
    Without ``grid.bottom`` there is one page. A document without steps has no page.
    """
    if not document.steps:
        return Drawing()
    chart = chart_of(document, grid)
    return Drawing(_Pages(chart).draw())


def plain_grid(document: SopDocument, *, single: bool) -> Grid:
    """Return a table for a chart without texts: A4 landscape, equal columns, low rows."""
    width, height = _A4
    count = max(len(document.performers), 1)
    column = min(max(400.0 / count, 52.0), 90.0)
    columns = tuple(
        Band(_MARGIN + 150.0 + index * column, _MARGIN + 150.0 + (index + 1) * column)
        for index in range(len(document.performers))
    )
    bottom = None if single else height - _MARGIN
    right = columns[-1].end + _MARGIN if columns else width
    return Grid(
        columns=columns,
        heights=(_PLAIN_ROW,) * len(document.steps),
        page=(max(width, right), height),
        top=_MARGIN + _HEADING,
        bottom=bottom,
    )


class _Pages:
    """Draws the pages of a chart, again until all fit their paper."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.routed: dict[Span, Across] = {}

    def draw(self) -> tuple[Page, ...]:
        if self.chart.grid.bottom is None:
            return self._draw([(0, len(self.chart.bands))])
        breaks = Breaks(self.chart)
        while True:
            spans = breaks.choose()
            pages = self._draw(spans)
            high = [
                span for span, page in zip(spans, pages, strict=True) if self._too_high(span, page)
            ]
            if not high:
                return numbered(pages)
            for span in high:
                breaks.rule_out(span)

    def _too_high(self, span: Span, page: Page) -> bool:
        bottom = self.chart.grid.bottom
        return bottom is not None and page.rows[-1].end > bottom + _FITS and span[1] - span[0] > 1

    def _draw(self, spans: list[Span]) -> tuple[Page, ...]:
        routed = [self._route(span) for span in spans]
        widths = [band.size for band in self.chart.grid.columns]
        for one in routed:
            widths = [max(pair) for pair in zip(widths, one.least_widths(), strict=True)]
        return tuple(self._page(number, one, widths) for number, one in enumerate(routed))

    def _route(self, span: Span) -> Across:
        if span not in self.routed:
            traffic = route_lines(scene_of(self.chart, *span))
            self.routed[span] = Across(traffic)
        return self.routed[span]

    def _page(self, number: int, routed: Across, widths: list[float]) -> Page:
        grid = self.chart.grid
        top = grid.first_top if number == 0 and grid.first_top is not None else grid.top
        across = routed.solve(widths)
        down = Down(routed, across).solve(top)
        places = Places(
            routed.traffic, routed.pieces, routed.labels, routed.branches, across, down
        )
        height = grid.page[1]
        if grid.bottom is None:
            height = max(down.borders[-1] + _MARGIN, 0.0)
        grown = across.borders[-1] - grid.columns[-1].end if grid.columns else 0.0
        page = page_of(places, (grid.page[0] + max(grown, 0.0), height))
        return replace(page, undrawn=len(routed.traffic.lines) - len(routed.traffic.routes))


__all__ = ["column_demand", "layout", "plain_grid"]
