"""Where the table breaks: between rows, best where few arrows cross and little space is lost.

Theory of operation. Before anything is routed, dynamic programming over the rows finds the breaks of least
cost from estimated heights: a price for each page, for each arrow that a break cuts, and for space left
over. Then the pages are drawn; a page whose rows grew beyond the paper is ruled out, and the breaks are
found again. Every round rules out a page for good, so this ends.
"""

from okesop.core.flowchart.chart import Chart

_PAGE, _CUT, _WASTE = 300.0, 30.0, 90.0
_SYMBOL_ROOM = 20.0
_CONNECTOR_ROOM = 24.0
_MANY = 10**9

Span = tuple[int, int]


class Breaks:
    """Chooses the pages of a chart and learns which ones do not fit."""

    def __init__(self, chart: Chart) -> None:
        """Estimate heights and count the arrows over each possible break."""
        self.chart = chart
        grid, bands = chart.grid, chart.bands
        self.bottom = grid.bottom if grid.bottom is not None else float("inf")
        self.heights = [self._estimate(number) for number in range(len(bands))]
        self.cuts = self._count_cuts()
        self.high: dict[int, int] = {}

    def _estimate(self, number: int) -> float:
        band = self.chart.bands[number]
        if number != self.chart.first_band[band.row]:
            return band.height
        slot = self.chart.measures.height + _SYMBOL_ROOM
        return max(band.height, self.chart.slots[band.row] * slot)

    def _count_cuts(self) -> list[int]:
        over: list[set[tuple[int, bool]]] = [set() for _ in range(len(self.chart.bands) + 1)]
        for link in self.chart.links:
            source, target = (
                self.chart.first_band[self.chart.symbols[end].row]
                for end in (link.source, link.target)
            )
            for place in range(min(source, target) + 1, max(source, target) + 1):
                over[place].add((link.target, source < target))
        return [len(one) for one in over]

    def room(self, first: int) -> float:
        """Height for rows on the page that begins with band ``first``."""
        grid = self.chart.grid
        top = grid.first_top if first == 0 and grid.first_top is not None else grid.top
        return self.bottom - top

    def rule_out(self, span: Span) -> None:
        """Note that these bands do not fit on one page."""
        first, last = span
        self.high[first] = min(self.high.get(first, _MANY), last)

    def choose(self) -> list[Span]:
        """Return the pages of least cost as (first band, one past the last)."""
        count = len(self.heights)
        costs, back = [0.0] + [float("inf")] * count, [0] * (count + 1)
        for last in range(1, count + 1):
            height = self._connectors(last)
            for first in range(last - 1, -1, -1):
                height += self.heights[first]
                total = height + self._connectors(first)
                fits = total <= self.room(first) and last < self.high.get(first, _MANY)
                if not fits and first != last - 1:
                    if height > self.bottom - self.chart.grid.top + _CONNECTOR_ROOM * 4:
                        break
                    continue
                cost = costs[first] + self._cost(first, last, total)
                if cost < costs[last]:
                    costs[last], back[last] = cost, first
        spans, last = [], count
        while last:
            spans.append((back[last], last))
            last = back[last]
        return spans[::-1]

    def _connectors(self, place: int) -> float:
        """Room for the connectors on each side of a break."""
        columns = max(len(self.chart.grid.columns), 1)
        return (
            _CONNECTOR_ROOM * -(-self.cuts[place] // columns)
            if 0 < place < len(self.heights)
            else 0.0
        )

    def _cost(self, first: int, last: int, total: float) -> float:
        cost = _PAGE + _CUT * self.cuts[first]
        if last < len(self.heights):
            room = max(self.room(first), 1.0)
            cost += _WASTE * max(1.0 - total / room, 0.0) ** 2
        return cost
