"""``set_exits``: where the flow goes from a symbol, the one thing about arrows that an author says."""

from collections.abc import Mapping
from typing import Any

from okesop.core import bounds
from okesop.core.document import Edge, Node, NodeKind, Side, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import Ends
from okesop.core.operations.shape import is_exits, is_id
from okesop.core.operations.telling import symbol_of
from okesop.core.operations.texts import clean
from okesop.core.operations.workbench import opened, symbol
from okesop.core.text import Sentence

_GONE_TARGET = Sentence(
    "Langkah yang dituju sudah dihapus; pilih tujuan lain.",
    "The target step has been removed; choose another.",
)
_ITSELF = Sentence(
    "Alur tidak dapat menuju simbolnya sendiri; pilih langkah lain.",
    "The flow cannot lead to its own symbol; choose another step.",
)
_TWICE = Sentence(
    "Dua jawaban menuju langkah yang sama; pilih tujuan yang berbeda.",
    "Two answers lead to the same step; choose different targets.",
)
_ENDS_AND_GOES_ON = Sentence(
    "Alur dari kotak tidak dapat sekaligus berakhir dan berlanjut; pakai simbol keputusan.",
    "The flow from a box cannot both end and go on; use a decision.",
)
_AT_THE_DECISION = Sentence(
    "Alur kegiatan bersama ini diatur pada simbol keputusannya.",
    "Where this joint work leads is said at its decision.",
)
_TOO_MANY = Sentence(
    "Bagan ini sudah mencapai batas jumlah simbol atau panah.",
    "This chart has reached its limit of symbols or arrows.",
)
_EXITS = Sentence("mengatur alur dari {what}", "set where {what} leads")


def set_exits(document: SopDocument, operation: Operation) -> Outcome:
    """Set all that leaves the symbol, in order; ``to`` null ends the flow there."""
    chart, ends = opened(document)
    node = _giver(chart, symbol(chart, operation["node"]))
    exits: list[Mapping[str, Any]] = list(operation["exits"])
    _check(chart, node, exits)
    own = healing.own_ends(chart, node.id)
    if node.kind is not NodeKind.DECISION and any(raw["to"] is None for raw in exits):
        _end_here(chart, node)
    else:
        named = {raw["to"] for raw in exits}
        free = [end for end in own if end not in named]
        _draw(chart, node, [_edge(chart, node, raw, free) for raw in exits])
        _flow_on(chart, node, ends)
    for end in own:
        if not chart.arrivals(end):
            chart.drop_node(end)
    return Outcome(chart.closed(document), tuple(chart.notices))


def _giver(chart: Chart, node: Node) -> Node:
    """Return the symbol that the arrows leave: of joint work, the one that gives the flow on."""
    giver = chart.giver_of(node.id)
    if giver.id != node.id and giver.kind is NodeKind.DECISION:
        raise Refused(_AT_THE_DECISION)
    return giver


def _check(chart: Chart, node: Node, exits: list[Mapping[str, Any]]) -> None:
    targets = [raw["to"] for raw in exits if raw["to"] is not None]
    if any(target not in chart.nodes for target in targets):
        raise Refused(_GONE_TARGET)
    if {member.id for member in chart.group(node.id)} & set(targets):
        raise Refused(_ITSELF)
    if len(set(targets)) < len(targets):
        raise Refused(_TWICE)
    if node.kind is not NodeKind.DECISION and len(exits) > 1 and len(targets) < len(exits):
        raise Refused(_ENDS_AND_GOES_ON)
    if len(chart.edges) + len(exits) > bounds.EDGES or len(chart.nodes) >= bounds.NODES:
        raise Refused(_TOO_MANY)


def _edge(chart: Chart, node: Node, raw: Mapping[str, Any], free: list[str]) -> Edge:
    label = clean(raw.get("label") or "") or None
    leave, side = (Side(raw[key]) if raw.get(key) else None for key in ("leave", "side"))
    target = raw["to"] if raw["to"] is not None else _end(chart, node, label, free)
    return Edge(node.id, target, label, leave=leave, side=side)


def _end(chart: Chart, node: Node, label: str | None, free: list[str]) -> str:
    """Return the end capsule of an answer: the one it has, one that no answer needs, or a new one."""
    words = {chart.edges[key].target: chart.edges[key].label for key in chart.exits(node.id)}
    for end in sorted(free, key=lambda end: words.get(end) != label):
        free.remove(end)
        return end
    number = 1
    while (key := f"{node.id[:56]}e{number}") in chart.nodes:
        number += 1
    chart.add_node(Node(key, node.step, node.performer, NodeKind.TERMINATOR))
    return key


def _draw(chart: Chart, node: Node, wanted: list[Edge]) -> None:
    """Replace the arrows in place, so that the order of the others stays."""
    present = chart.exits(node.id)
    for key, edge in zip(present, wanted, strict=False):
        values = {"target": edge.target, "label": edge.label}
        chart.change_edge(key, **values, leave=edge.leave, side=edge.side)
    for key in present[len(wanted) :]:
        chart.drop_edge(key)
    for edge in wanted[len(present) :]:
        chart.add_edge(edge)


def _end_here(chart: Chart, node: Node) -> None:
    _draw(chart, node, [])
    for member in chart.group(node.id):
        chart.change_node(member.id, kind=NodeKind.TERMINATOR)


def _flow_on(chart: Chart, node: Node, ends: Ends) -> None:
    """A capsule in which the flow arrives and from which it goes on is a box."""
    group = chart.group(node.id)
    if not chart.exits(node.id) or not any(chart.arrivals(member.id) for member in group):
        return
    for member in group:
        if member.kind is NodeKind.TERMINATOR and member.id not in ends.first:
            chart.change_node(member.id, kind=NodeKind.PROCESS)


def _tell(document: SopDocument, operation: Operation) -> Sentence:
    return _EXITS.filled(what=symbol_of(document, operation["node"]))


OPERATIONS = {"set_exits": Kind(set_exits, _tell, {"node": is_id, "exits": is_exits})}
