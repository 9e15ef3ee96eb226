"""The symbols and arrows of a document; what refers to nothing is left out and named."""

from collections.abc import Mapping
from dataclasses import dataclass

from okesop.core import bounds
from okesop.core.document import Edge, Node, NodeKind, Side
from okesop.core.parsing.keys import name_keys
from okesop.core.parsing.values import (
    Item,
    choice_of,
    flag_of,
    id_of,
    items_of,
    sequence_of,
    text_of,
)
from okesop.core.problems import Collector, clipped
from okesop.core.text import Sentence

_NO_STEP = Sentence(
    "Simbol menunjuk langkah “{id}” yang tidak ada; simbol diabaikan.",
    "The symbol names the step “{id}”, which does not exist; it is left out.",
)
_NO_PERFORMER = Sentence(
    "Simbol menunjuk pelaksana “{id}” yang tidak ada; simbol diabaikan.",
    "The symbol names the performer “{id}”, which does not exist; it is left out.",
)
_NO_KIND = Sentence(
    "Jenis simbol tidak disebutkan; dibaca sebagai simbol lain.",
    "The kind of the symbol is missing; it is read as another symbol.",
)
_NO_NODE = Sentence(
    "Panah menunjuk simbol “{id}” yang tidak ada; panah diabaikan.",
    "The arrow names the symbol “{id}”, which does not exist; it is left out.",
)
_NO_SPAN = Sentence(
    "“span” harus berisi pelaksana pertama dan terakhir dari kiri ke kanan, dan “performer” yang pertama.",
    "“span” must name the first and the last performer from left to right, and “performer” the first.",
)
_SAME_EDGE = Sentence("Panah ini tercantum dua kali.", "This arrow is listed twice.")
_NO_JOINT = Sentence(
    "Garis kegiatan bersama harus menghubungkan dua simbol pada satu langkah; garis diabaikan.",
    "A line of joint work must connect two symbols of one step; it is left out.",
)
_SPAN_ENDS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """What symbols may refer to: rows and columns by id, 0-based."""

    steps: Mapping[str, int]
    performers: Mapping[str, int]


def nodes_of(value: object, table: Table, found: Collector) -> dict[str, Node]:
    """Return the sound symbols by id."""
    nodes: dict[str, Node] = {}
    taken: set[str] = set()
    for item in items_of(value, "nodes", bounds.NODES, found):
        name_keys(item.data, "nodes", item.place(), found)
        key = id_of(item, taken, found)
        if key is not None:
            taken.add(key)
            node = _node(item, key, table, found)
            if node is not None:
                nodes[key] = node
    return nodes


def _node(item: Item, key: str, table: Table, found: Collector) -> Node | None:
    data = item.data
    step, performer = data.get("step"), data.get("performer")
    row = table.steps.get(step) if isinstance(step, str) else None
    number = None if row is None else row + 1
    kind = choice_of(data.get("kind"), NodeKind, item.place("kind"), found)
    if data.get("kind") is None:
        found.add(item.place("kind"), _NO_KIND, step=number)
    label = text_of(data.get("label"), item.place("label"), found, step=number) or None
    if not isinstance(step, str) or row is None:
        found.add(item.place("step"), _NO_STEP.filled(id=clipped(step)))
        return None
    if not isinstance(performer, str) or performer not in table.performers:
        message = _NO_PERFORMER.filled(id=clipped(performer))
        found.add(item.place("performer"), message, step=number)
        return None
    span = _span(item, performer, table, found)
    return Node(key, step, performer, kind or NodeKind.OTHER, label, span)


def _span(item: Item, performer: str, table: Table, found: Collector) -> tuple[str, str] | None:
    value = item.data.get("span")
    if value is None:
        return None
    ends = sequence_of(value, item.place("span"), _SPAN_ENDS, found)
    columns = [table.performers.get(end) if isinstance(end, str) else None for end in ends]
    if len(columns) == _SPAN_ENDS and None not in columns and ends[0] == performer:
        first, last = columns
        if first == last:
            return None
        if first < last:  # type: ignore[operator]
            return ends[0], ends[1]
    found.add(item.place("span"), _NO_SPAN)
    return None


def edges_of(
    value: object, nodes: Mapping[str, Node], table: Table, found: Collector
) -> tuple[Edge, ...]:
    """Return the sound arrows and joint lines, in order."""
    edges: dict[tuple[str, str, str | None, bool], Edge] = {}
    for item in items_of(value, "edges", bounds.EDGES, found):
        place = _edge_place(item)
        name_keys(item.data, "edges", place, found)
        source = _end(item, "from", nodes, found)
        target = _end(item, "to", nodes, found)
        edge = _edge(item, place, (source, target), found)
        if edge is None or source is None or target is None:
            continue
        number = table.steps[source.step] + 1
        key = (edge.source, edge.target, edge.label, edge.joint)
        if edge.joint and (source.step != target.step or source is target):
            found.add(place, _NO_JOINT, step=number)
        elif key in edges:
            found.add(place, _SAME_EDGE, step=number)
        else:
            edges[key] = edge
    return tuple(edges.values())


def _edge_place(item: Item) -> str:
    ends = [item.data.get("from"), item.data.get("to")]
    if all(isinstance(end, str) for end in ends):
        return f"edges/{clipped(ends[0])}/{clipped(ends[1])}"
    return f"edges[{item.index}]"


def _end(item: Item, key: str, nodes: Mapping[str, Node], found: Collector) -> Node | None:
    value = item.data.get(key)
    node = nodes.get(value) if isinstance(value, str) else None
    if node is None:
        found.add(f"edges[{item.index}].{key}", _NO_NODE.filled(id=clipped(value)))
    return node


def _edge(
    item: Item, place: str, ends: tuple[Node | None, Node | None], found: Collector
) -> Edge | None:
    data = item.data
    label = text_of(data.get("label"), f"{place}/label", found) or None
    joint = flag_of(data.get("joint"), f"{place}/joint", found)
    leave = choice_of(data.get("leave"), Side, f"{place}/leave", found)
    side = choice_of(data.get("side"), Side, f"{place}/side", found)
    source, target = ends
    if source is None or target is None:
        return None
    return Edge(source.id, target.id, label, joint, leave, side)
