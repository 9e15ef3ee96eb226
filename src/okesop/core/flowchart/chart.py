"""The document as the layout sees it: symbols in cells with a slot each, lines with labels set, bands.

A row has as many slots (lines of symbols) as its fullest cell has symbols. Symbols of one cell stand below
each other in the order of the flow; a symbol that is alone in its cell stands on the height of the symbol
it is joined to, else of the one that it follows or leads to within the row.
"""

import itertools
from collections import defaultdict
from dataclasses import dataclass

from okesop.core.document import Edge, Node, NodeKind, SopDocument
from okesop.core.flowchart.grid import Grid
from okesop.core.flowchart.labels import LabelText, set_label
from okesop.core.flowchart.measures import Measures, measures_for
from okesop.core.flowchart.scene import BandRoom

_YES = frozenset(
    [
        "ya",
        "y",
        "iya",
        "yes",
        "setuju",
        "disetujui",
        "lengkap",
        "sesuai",
        "benar",
        "memenuhi",
        "layak",
        "valid",
        "sah",
        "ok",
        "diterima",
    ]
)
_SPLIT_FROM = 0.8
_SLOT_ROOM = 22.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A symbol in its cell: row, columns it covers, slot within the row."""

    node: Node
    row: int
    first: int
    last: int
    slot: int


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the chart between two symbols (indices into the chart's symbols)."""

    edge: Edge
    source: int
    target: int
    label: LabelText | None
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of a document that the layout needs."""

    symbols: tuple[Placed, ...]
    links: tuple[Link, ...]
    slots: tuple[int, ...]
    bands: tuple[BandRoom, ...]
    first_band: tuple[int, ...]
    measures: Measures
    grid: Grid


def chart_of(document: SopDocument, grid: Grid) -> Chart:
    """Read a document into a chart; ``grid`` gives row heights and the places where rows may be cut."""
    measures = measures_for(grid)
    symbols = _symbols(document)
    index = {placed.node.id: number for number, placed in enumerate(symbols)}
    edges = [edge for edge in document.edges if edge.source in index and edge.target in index]
    onward = _onward(edges, symbols, index)
    links = tuple(
        Link(
            edge,
            index[edge.source],
            index[edge.target],
            set_label(edge.label, measures) if edge.label else None,
            number in onward,
        )
        for number, edge in enumerate(edges)
    )
    slots = [1] * len(document.steps)
    for placed in symbols:
        slots[placed.row] = max(slots[placed.row], placed.slot + 1)
    bands, first_band = _bands(grid, slots, measures)
    return Chart(symbols, links, tuple(slots), bands, first_band, measures, grid)


def _symbols(document: SopDocument) -> tuple[Placed, ...]:
    rows, columns = document.step_index(), document.performer_index()
    nodes = [node for node in document.nodes if node.step in rows and node.performer in columns]
    cells: dict[int, dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        cells[rows[node.step]][columns[node.performer]].append(node)
    slots: dict[str, int] = {}
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in document.edges:
        edges[edge.source].append(edge)
    for row in sorted(cells):
        slots.update(_slots(cells[row], edges))
    placed = []
    for node in nodes:
        first = last = columns[node.performer]
        if node.span is not None and all(name in columns for name in node.span):
            first, last = sorted(columns[name] for name in node.span)
        placed.append(Placed(node, rows[node.step], first, last, slots[node.id]))
    return _without_covered(placed)


def _without_covered(placed: list[Placed]) -> tuple[Placed, ...]:
    """Move a symbol to a slot of its own when a wide one of its row covers its column."""
    taken: set[tuple[int, int, int]] = set()
    kept = []
    for one in sorted(placed, key=lambda item: (item.row, item.first - item.last, item.slot)):
        slot = one.slot
        while any((one.row, slot, column) in taken for column in range(one.first, one.last + 1)):
            slot += 1
        taken.update((one.row, slot, column) for column in range(one.first, one.last + 1))
        kept.append(Placed(one.node, one.row, one.first, one.last, slot))
    order = {one.node.id: number for number, one in enumerate(placed)}
    return tuple(sorted(kept, key=lambda item: order[item.node.id]))


def _slots(cells: dict[int, list[Node]], edges: dict[str, list[Edge]]) -> dict[str, int]:
    """Return the slot of each symbol of a row."""
    slots: dict[str, int] = {}
    for column in sorted(cells):
        for slot, node in enumerate(_in_order(cells[column], edges)):
            slots[node.id] = slot
    if all(len(nodes) == 1 for nodes in cells.values()):
        return slots
    alone = [nodes[0].id for _, nodes in sorted(cells.items()) if len(nodes) == 1]
    near: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for source in slots:
        for edge in edges[source]:
            if edge.target in slots and edge.target != source:
                near[edge.target].append((0 if edge.joint else 1, source))
                near[source].append((0 if edge.joint else 2, edge.target))
    settled = set(slots) - set(alone)
    waiting = list(alone)
    while waiting:
        ready = [one for one in waiting if any(other in settled for _, other in near[one])]
        if not ready:
            break
        one = ready[0]
        slots[one] = slots[min(pair for pair in near[one] if pair[1] in settled)[1]]
        settled.add(one)
        waiting.remove(one)
    return slots


def _in_order(nodes: list[Node], edges: dict[str, list[Edge]]) -> list[Node]:
    """Return the symbols of a cell so that arrows between them run down where that is possible."""
    left, ordered = list(nodes), []
    while left:
        names = {node.id for node in left}
        entered = {edge.target for node in left for edge in edges[node.id] if edge.target in names}
        node = next((one for one in left if one.id not in entered), left[0])
        ordered.append(node)
        left.remove(node)
    return ordered


def _onward(edges: list[Edge], symbols: tuple[Placed, ...], index: dict[str, int]) -> set[int]:
    """Return the edges that are their decision's answer with which the flow goes on."""
    answers: dict[int, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        source = symbols[index[edge.source]]
        if source.node.kind is NodeKind.DECISION and not edge.joint:
            answers[index[edge.source]].append(number)
    onward = set()
    for numbers in answers.values():
        said = [number for number in numbers if _is_yes(edges[number].label)]
        onward.add(min(said or numbers, key=lambda one: _ahead(edges[one], symbols, index)))
    return onward


def _is_yes(label: str | None) -> bool:
    words = (label or "").casefold().replace(",", " ").replace(".", " ").split()
    return bool(words) and words[0] in _YES


def _ahead(edge: Edge, symbols: tuple[Placed, ...], index: dict[str, int]) -> tuple[int, int]:
    rows = symbols[index[edge.target]].row - symbols[index[edge.source]].row
    return (0 if rows > 0 else 1, abs(rows))


def _bands(
    grid: Grid, slots: list[int], measures: Measures
) -> tuple[tuple[BandRoom, ...], tuple[int, ...]]:
    """Return the rows as bands; a row too high for a page becomes one band a line of text."""
    bands: list[BandRoom] = []
    first_band = []
    page = None if grid.bottom is None else grid.bottom - grid.top
    for row, count in enumerate(slots):
        height = grid.heights[row] if row < len(grid.heights) else 0.0
        least = count * (measures.height + _SLOT_ROOM)
        first_band.append(len(bands))
        cuts = grid.lines[row] if page is not None and row < len(grid.lines) else ()
        if page is None or height <= _SPLIT_FROM * page or not cuts:
            bands.append(BandRoom(row, max(height, 0.0)))
            continue
        edges = [0.0, *(cut for cut in sorted(set(cuts)) if least <= cut < height), height]
        bands += [BandRoom(row, end - start, start) for start, end in itertools.pairwise(edges)]
    return tuple(bands), tuple(first_band)
