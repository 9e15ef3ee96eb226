"""One page's scene: the symbols of its bands, and connectors for the lines that go on elsewhere.

A line that leaves the page ends in a pentagon below the last row (or above the first, when its target lies
on an earlier page), in the column of its source or the nearest free one; it goes on from a pentagon in the
column of its target. All lines to one target that come from the same direction share the pair.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from okesop.core.document import NodeKind
from okesop.core.flowchart.chart import Chart, Link
from okesop.core.flowchart.scene import BandRoom, Line, Scene, Symbol

FORWARD, BACK = "v", "^"
_WISH_REACH = 1
_FLATTEST = (
    4.0  # half the width of a diamond to its height: flatter ones have no corners to the eye
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A connector to draw: its pair's key, the column it wishes for, and the edge of the page it stands at."""

    key: str
    column: int
    top: bool


def scene_of(chart: Chart, first: int, last: int) -> Scene:
    """Return the scene of the bands ``first`` to ``last`` (one past the end)."""
    bands = _merged(chart.bands[first:last])
    here = _here(chart, first, last)
    crossings = _crossings(chart, here, first)
    above = _shared_out([one for one in crossings if one.top], len(chart.grid.columns))
    below = _shared_out([one for one in crossings if not one.top], len(chart.grid.columns))
    slots, start = _slots(chart, bands, (len(above), len(below)), set(here))
    symbols = [_symbol(chart, number, start[chart.symbols[number].row]) for number in here]
    names = {number: place for place, number in enumerate(here)}
    ends: dict[str, int] = {}
    depth = {True: 0, False: len(slots) - len(below)}
    for top, layers in ((True, above), (False, below)):
        for layer, row in enumerate(layers):
            for column, crossing in sorted(row.items()):
                ends[crossing.key] = len(symbols)
                symbols.append(_connector(chart, crossing, column, depth[top] + layer))
    lines = tuple(_lines(chart, names, ends))
    columns = tuple(band.size for band in chart.grid.columns)
    left = chart.grid.columns[0].start if columns else 0.0
    return Scene(columns, bands, slots, tuple(symbols), lines, chart.measures, left)


def _merged(bands: tuple[BandRoom, ...]) -> tuple[BandRoom, ...]:
    """Join the parts of one row that stand on the same page."""
    merged: list[BandRoom] = []
    for band in bands:
        if merged and merged[-1].row == band.row:
            merged[-1] = replace(merged[-1], height=merged[-1].height + band.height)
        else:
            merged.append(band)
    return tuple(merged)


def _here(chart: Chart, first: int, last: int) -> list[int]:
    return [
        number
        for number, placed in enumerate(chart.symbols)
        if first <= chart.first_band[placed.row] < last
    ]


def _ends_here(chart: Chart, here: set[int]) -> Iterator[tuple[Link, bool, bool]]:
    for link in chart.links:
        source, target = link.source in here, link.target in here
        if source or target:
            yield link, source, target


def _key(chart: Chart, link: Link) -> str:
    source, target = chart.symbols[link.source], chart.symbols[link.target]
    return f"{link.target}{FORWARD if source.row <= target.row else BACK}"


def _crossings(chart: Chart, here: list[int], first: int) -> list[Crossing]:
    found: dict[str, Crossing] = {}
    for link, source, target in _ends_here(chart, set(here)):
        if source and target:
            continue
        inside, outside = (link.source, link.target) if source else (link.target, link.source)
        placed = chart.symbols[inside]
        column = (placed.first + placed.last) // 2
        top = chart.first_band[chart.symbols[outside].row] < first
        key = _key(chart, link)
        found.setdefault(key, Crossing(key, column, top))
    return list(found.values())


def _shared_out(crossings: list[Crossing], columns: int) -> list[dict[int, Crossing]]:
    """Give each connector a column near its wish, in as few layers as that allows."""
    layers: list[dict[int, Crossing]] = []
    for crossing in sorted(crossings, key=lambda one: one.column):
        near = sorted(range(columns), key=lambda one: (abs(one - crossing.column), one))
        near = [one for one in near if abs(one - crossing.column) <= _WISH_REACH]
        free = [(layer, column) for layer in layers for column in near if column not in layer]
        if free:
            layer, column = free[0]
        else:
            layer, column = {}, crossing.column
            layers.append(layer)
        layer[column] = crossing
    return layers


def _slots(
    chart: Chart, bands: tuple[BandRoom, ...], extra: tuple[int, int], here: set[int]
) -> tuple[tuple[int, ...], dict[int, int]]:
    """Return the band of each slot, and the first own slot of each row."""
    rows = {chart.symbols[number].row for number in here}
    slots = [0] * extra[0]
    start: dict[int, int] = {}
    for place, band in enumerate(bands):
        start[band.row] = len(slots)
        slots += [place] * (chart.slots[band.row] if band.row in rows else 1)
    slots += [len(bands) - 1] * extra[1]
    return tuple(slots), start


def _symbol(chart: Chart, number: int, start: int) -> Symbol:
    placed = chart.symbols[number]
    kind = placed.node.kind
    symbol = Symbol(
        placed.node.id,
        kind,
        start + placed.slot,
        placed.first,
        placed.last,
        chart.measures.height_of(kind),
    )
    return replace(symbol, half=_half(chart, symbol)) if symbol.is_wide_diamond else symbol


def _half(chart: Chart, symbol: Symbol) -> float:
    """Half the width of a diamond over several columns, about the middle one or the border in the middle."""
    columns = chart.grid.columns
    first, last, middle = (columns[one] for one in (symbol.first, symbol.last, symbol.middle))
    anchor = middle.end if symbol.between else (middle.start + middle.end) / 2
    reach = min(anchor - (first.start + first.end) / 2, (last.start + last.end) / 2 - anchor)
    return min(reach + chart.measures.width / 2, _FLATTEST * symbol.height)


def _connector(chart: Chart, crossing: Crossing, column: int, slot: int) -> Symbol:
    height = chart.measures.connector
    return Symbol(
        crossing.key, NodeKind.CONNECTOR, slot, column, column, height, link=crossing.key
    )


def _lines(chart: Chart, names: dict[int, int], ends: dict[str, int]) -> Iterator[Line]:
    arrived: set[str] = set()
    for link, source, target in _ends_here(chart, set(names)):
        edge = link.edge
        if source and target:
            yield Line(
                names[link.source],
                names[link.target],
                link.label,
                not edge.joint,
                edge.leave,
                edge.side,
                link.goes_on,
            )
        elif source:
            end = ends[_key(chart, link)]
            yield Line(
                names[link.source], end, link.label, True, edge.leave, edge.side, link.goes_on
            )
        elif (key := _key(chart, link)) not in arrived:
            arrived.add(key)
            yield Line(ends[key], names[link.target])
