"""Symbols and arrows go back to where a change found them.

Where the flow around the change is as the change left it, they go back exactly. Where others have worked on it since,
symbols that go are healed over, symbols that come back are linked between their neighbours of today, and an arrow
comes back only where its source does not lead elsewhere yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from okesop.core.document import Edge, Node, NodeKind, Performer, Side, SopDocument, Step
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.difference import SECTIONS, keyed, leaving
from okesop.core.operations.ordering import placed
from okesop.core.operations.outcome import Operation
from okesop.core.operations.sequence import Ends, Place, crown, ends_flow, hook, joined

Section = Mapping[str, Any]
_AUTOMATIC = frozenset({NodeKind.TERMINATOR.value, NodeKind.PROCESS.value})


def _node(data: Section) -> Node:
    span = data.get("span")
    kind = NodeKind(data["kind"])
    ends = (span[0], span[1]) if span else None
    return Node(data["id"], data["step"], data["performer"], kind, data.get("label"), ends)


def _edge(data: Section) -> Edge:
    leave, side = (Side(data[key]) if data.get(key) else None for key in ("leave", "side"))
    joint = bool(data.get("joint"))
    return Edge(data["from"], data["to"], data.get("label"), joint, leave, side)


MAKE: Mapping[str, Callable[[Section], Any]] = {
    "performers": lambda data: Performer(**data),
    "steps": lambda data: Step(**data),
    "nodes": _node,
    "edges": _edge,
}


def reflow(document: SopDocument, operation: Operation, kept: frozenset[str]) -> SopDocument:
    """Take the change of symbols and arrows back; ``kept`` are rows and columns that must stay."""
    nodes, edges = operation.get("nodes", {}), operation.get("edges", {})
    if not nodes and not edges:
        return _pruned(document)
    if not kept and _is_as_left(document, nodes, edges):
        after = replace(
            document,
            nodes=_exactly(document, "nodes", nodes),
            edges=_exactly(document, "edges", edges),
        )
    else:
        after = _healed(document, operation, kept)
    return _pruned(after)


def _is_as_left(document: SopDocument, nodes: Section, edges: Section) -> bool:
    """Tell whether others have left alone the arrows that the change drew, and its symbols."""
    present = keyed("edges", document.edges)
    made, gone = edges.get("remove", {}), nodes.get("remove", {})
    touching = (key for key, edge in present.items() if edge.source in gone or edge.target in gone)
    ways = edges.get("leaving", {})
    return all(key in made for key in touching) and leaving(present, ways) == ways


def _exactly(document: SopDocument, name: str, section: Section) -> tuple[Any, ...]:
    items = keyed(name, getattr(document, name))
    for key, changed in section.get("change", {}).items():
        if key in items:
            items[key] = changed_back(name, items[key], changed)
    for key in section.get("remove", ()):
        items.pop(key, None)
    back = {key: value for key, value in section.get("insert", {}).items() if key not in items}
    items |= {key: MAKE[name](value) for key, value in back.items()}
    return _ordered(items, section)


def _ordered(items: Mapping[str, Any], section: Section) -> tuple[Any, ...]:
    keys = {*section.get("insert", ()), *section.get("moved", ())} & items.keys()
    return tuple(items[key] for key in placed(list(items), section.get("order", ()), keys))


def changed_back(name: str, item: Any, changed: Mapping[str, Any]) -> Any:
    """Return the item with its former values, where it still has those of the change."""
    value = SECTIONS[name](item)
    for field, (made, then) in changed.items():
        if value.get(field) == made:
            value[field] = then
    return MAKE[name](value)


def _healed(document: SopDocument, operation: Operation, kept: frozenset[str]) -> SopDocument:
    nodes, edges = operation.get("nodes", {}), operation.get("edges", {})
    chart = Chart(document)
    ends = Ends.of(chart)
    stay = _staying(document, nodes, kept)
    gone = [key for key in nodes.get("remove", ()) if key in chart.nodes and key not in stay]
    healing.remove(chart, gone)
    _drop_edges(chart, edges, stay)
    for key, changed in nodes.get("change", {}).items():
        if key in chart.nodes and not _is_automatic(changed):
            chart.change_node(key, **_values(changed_back("nodes", chart.nodes[key], changed)))
    crown(chart, _bring_back(chart, document, operation, ends))
    after = chart.closed(document)
    lines = keyed("edges", after.edges)
    for key, changed in edges.get("change", {}).items():
        if key in lines:
            lines[key] = changed_back("edges", lines[key], changed)
    ordered = _ordered(keyed("nodes", after.nodes), nodes)
    return replace(after, nodes=ordered, edges=tuple(lines.values()))


def _values(node: Node) -> dict[str, Any]:
    names = ("step", "performer", "kind", "label", "span")
    return {name: getattr(node, name) for name in names}


def _is_automatic(changed: Mapping[str, Any]) -> bool:
    """A capsule that became a box or the other way round follows the ends of the chart of today."""
    return set(changed) == {"kind"} and set(changed["kind"]) <= _AUTOMATIC


def _staying(document: SopDocument, nodes: Section, kept: frozenset[str]) -> set[str]:
    """Return the symbols that the change added, but that stand in a row that stays."""
    return {
        node.id
        for node in document.nodes
        if node.id in nodes.get("remove", ()) and f"steps/{node.step}" in kept
    }


def _drop_edges(chart: Chart, edges: Section, stay: set[str]) -> None:
    present = {(edge.source, edge.target, edge.joint): key for key, edge in chart.edges.items()}
    for value in edges.get("remove", {}).values():
        ends = (value["from"], value["to"], bool(value.get("joint")))
        if ends in present and not stay & set(ends[:2]):
            chart.drop_edge(present[ends])


def _bring_back(chart: Chart, document: SopDocument, operation: Operation, ends: Ends) -> Ends:
    """Set removed symbols and arrows back; returns the ends with the capsules among them that were automatic."""
    steps, performers = document.step_index(), document.performer_index()
    inserted = operation.get("nodes", {}).get("insert", {})
    back = [_node(value) for key, value in inserted.items() if key not in chart.nodes]
    back = [node for node in back if node.step in steps and node.performer in performers]
    fresh = dict.fromkeys(node.step for node in back if not chart.row(node.step))
    for node in back:
        chart.add_node(node)
    lines = [_edge(value) for value in operation.get("edges", {}).get("insert", {}).values()]
    _add_fitting(chart, [line for line in lines if line.joint])
    automatic = {
        node.id
        for node in back
        if node.kind is NodeKind.TERMINATOR and not _stood_inside(node.step, operation)
    }
    ends = Ends(ends.first, ends.last | automatic)
    for step in sorted(fresh, key=steps.__getitem__):
        giver = chart.giver(step)
        stops = giver is not None and ends_flow(chart, giver, ends)
        hook(chart, step, Place(leaves=not stops), ends)
    _add_fitting(chart, [line for line in lines if not line.joint])
    return ends


def _stood_inside(step: str, operation: Operation) -> bool:
    """Tell whether the removed row was neither the first nor the last."""
    order = operation.get("steps", {}).get("order", ())
    return step in order and step not in {order[0], order[-1]}


def _add_fitting(chart: Chart, lines: list[Edge]) -> None:
    for line in lines:
        if _fits(chart, line):
            chart.add_edge(line)


def _fits(chart: Chart, line: Edge) -> bool:
    """Tell whether a line can come back among those that are there today."""
    source, target = chart.nodes.get(line.source), chart.nodes.get(line.target)
    if source is None or target is None or joined(chart, source.id, target.id):
        return False
    if line.joint:
        return source.step == target.step
    labels = [chart.edges[key].label for key in chart.exits(source.id)]
    if source.kind is NodeKind.DECISION:
        return line.label not in labels and not chart.leads(source.id, target.id)
    return not labels


def _pruned(document: SopDocument) -> SopDocument:
    """Drop what stands on a row, a column or a symbol that is gone; let spans run from left to right."""
    steps, performers = document.step_index(), document.performer_index()
    nodes = tuple(
        _straightened(node, performers)
        for node in document.nodes
        if node.step in steps and {node.performer, *(node.span or ())} <= performers.keys()
    )
    there = {node.id for node in nodes}
    edges = tuple(edge for edge in document.edges if edge.source in there and edge.target in there)
    return replace(document, nodes=nodes, edges=edges)


def _straightened(node: Node, columns: Mapping[str, int]) -> Node:
    if node.span is None or columns[node.span[0]] < columns[node.span[1]]:
        return node
    last, first = node.span
    return replace(node, performer=first, span=(first, last))
