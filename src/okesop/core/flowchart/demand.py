"""A fast estimate of how wide each performer's column must be, before anything is routed."""

from okesop.core.document import NodeKind, SopDocument
from okesop.core.flowchart.chart import Chart, Link, chart_of
from okesop.core.flowchart.grid import Band, Grid
from okesop.core.flowchart.measures import BASE_TYPE

_SYMBOL, _SIDE, _TRACK = 31.0, 8.0, 4.0
_FREE_TRACKS = 2


def column_demand(document: SopDocument, type_size: float) -> tuple[float, ...]:
    """Return the least width of each performer's column for its symbols, labels and the lines beside them."""
    count = len(document.performers)
    columns = tuple(Band(60.0 * index, 60.0 * (index + 1)) for index in range(count))
    grid = Grid(columns, (0.0,) * len(document.steps), (0.0, 0.0), type_size=type_size)
    chart = chart_of(document, grid)
    unit = max(type_size, 6.0) / BASE_TYPE
    halves = [[_SYMBOL * unit / 2 + _SIDE] * 2 for _ in range(count)]
    taken = {
        (placed.row, column)
        for placed in chart.symbols
        for column in range(placed.first, placed.last + 1)
    }
    for link in chart.links:
        for column, side, need in _label_needs(chart, link, taken, unit):
            halves[column][side] = max(halves[column][side], need)
    for column, tracks in enumerate(_tracks(chart, count)):
        halves[column][1] += max(tracks - _FREE_TRACKS, 0) * _TRACK * unit
    return tuple(left + right for left, right in halves)


def _label_needs(
    chart: Chart, link: Link, taken: set[tuple[int, int]], unit: float
) -> list[tuple[int, int, float]]:
    """Return (column, side, half width) where the label of a sideways answer would meet the next symbol."""
    source, target = chart.symbols[link.source], chart.symbols[link.target]
    if link.label is None or source.node.kind is not NodeKind.DECISION or link.goes_on:
        return []
    left = target.first < source.first
    column, beside = (source.first, source.first - 1) if left else (source.last, source.last + 1)
    if (source.row, beside) not in taken:
        return []
    room = _SYMBOL * unit / 2 + link.label.width + 2 * _TRACK * unit
    return [(column, 0 if left else 1, room - _SIDE)]


def _tracks(chart: Chart, count: int) -> list[int]:
    """Return how many lines at once are likely to run beside each column's symbols."""
    rows = len(chart.slots)
    beside = [[0] * (rows + 1) for _ in range(count)]
    for link in chart.links:
        source, target = chart.symbols[link.source], chart.symbols[link.target]
        if source.first == target.first and not 0 <= target.row - source.row <= 1:
            low, high = sorted((source.row, target.row))
            for row in range(low, high):
                beside[source.first][row] += 1
    return [max(column) for column in beside]
