"""Take symbols and arrows back where others have drawn in the chart since.

Rows and symbols that had moved leave the sequence of today and enter it at their former place, like any row that
moves. Symbols that were added go and are healed over; symbols that were removed come back between their neighbours of
today, in a row that others have used meanwhile as joint work. Arrows that the author had said come back where their
source does not lead elsewhere yet. The capsules follow the ends of the chart as it becomes.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from okesop.core.answers import is_positive
from okesop.core.document import Edge, Node, NodeKind, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.difference import keyed
from okesop.core.operations.joint import settle
from okesop.core.operations.making import Section, changed_back, edge_of, node_of, ordered_back
from okesop.core.operations.outcome import Operation, Outcome
from okesop.core.operations.sequence import (
    Ends,
    Place,
    crown,
    ends_flow,
    hook,
    is_open,
    joined,
    link,
    unhook,
)

_AUTOMATIC = frozenset({NodeKind.TERMINATOR.value, NodeKind.PROCESS.value})


def merged(
    before: SopDocument, document: SopDocument, operation: Operation, kept: frozenset[str]
) -> Outcome:
    """Return the document with the change taken back as far as others' work allows."""
    nodes, edges = operation.get("nodes", {}), operation.get("edges", {})
    ends = Ends.of(Chart(before))
    chart = Chart(document)
    shifts = operation.get("steps", {}).get("moved", ())
    _move_back(chart, [step.id for step in before.steps], shifts, ends)
    stay = _staying(document, nodes, kept)
    _take_out(chart, nodes, stay)
    moves = _change_back(chart, nodes, ends)
    if nodes.get("insert") or nodes.get("remove") or not (shifts or moves):
        _drop_edges(chart, edges, stay)
        ends = _bring_back(chart, document, operation, ends)
    crown(chart, ends)
    healing.tell_lost(chart)
    return Outcome(_finished(chart.closed(document), nodes, edges), tuple(chart.notices))


def _finished(document: SopDocument, nodes: Section, edges: Section) -> SopDocument:
    lines = keyed("edges", document.edges)
    for key, changed in edges.get("change", {}).items():
        if key in lines:
            lines[key] = changed_back("edges", lines[key], changed)
    ordered = ordered_back(keyed("nodes", document.nodes), nodes)
    return replace(document, nodes=ordered, edges=tuple(lines.values()))


def _move_back(chart: Chart, today: Sequence[str], moved: Sequence[str], ends: Ends) -> None:
    """Let the rows that had moved leave the sequence of today and enter it where they stand now."""
    wanted = chart.order
    chart.order = [*today, *(step for step in wanted if step not in today)]
    places = {}
    for step in [step for step in today if step in moved and step in wanted]:
        places[step] = unhook(chart, step)
        chart.order.remove(step)
    back = [step for step in reversed(wanted) if step in places]
    for step in back:
        waiting = places.keys() - set(back[: back.index(step) + 1])
        chart.order = [other for other in wanted if other not in waiting]
        hook(chart, step, places[step], ends)
    chart.order = wanted


def _take_out(chart: Chart, nodes: Section, stay: set[str]) -> None:
    gone = [key for key in nodes.get("remove", ()) if key in chart.nodes and key not in stay]
    healing.remove(chart, gone)


def _staying(document: SopDocument, nodes: Section, kept: frozenset[str]) -> set[str]:
    """Return the symbols that the change added, but that stand in a row that stays."""
    return {
        node.id
        for node in document.nodes
        if node.id in nodes.get("remove", ()) and f"steps/{node.step}" in kept
    }


def _change_back(chart: Chart, nodes: Section, ends: Ends) -> bool:
    """Give symbols their former values; tells whether one of them went to another row."""
    changes = {key: one for key, one in nodes.get("change", {}).items() if key in chart.nodes}
    own = {end for key in changes for end in healing.own_ends(chart, key)}
    moves = False
    for key, changed in changes.items():
        node = changed_back("nodes", chart.nodes[key], _said(changed))
        moves = moves or "step" in changed
        if node.step not in chart.order:
            continue
        if node.step != chart.nodes[key].step and key not in own:
            _carry_back(chart, node, ends)
        else:
            chart.change_node(key, **_values(node))
    return moves


def _carry_back(chart: Chart, node: Node, ends: Ends) -> None:
    """Bring a symbol back into its former row, linked there between the neighbours of today."""
    left = chart.nodes[node.id].step
    alone = {other.id for other in chart.row(left)} <= {
        node.id,
        *healing.own_ends(chart, node.id),
    }
    place = unhook(chart, left) if alone else Place(enters=False, leaves=False)
    mates = [mate.id for mate in chart.group(node.id) if mate.id != node.id]
    if mates:
        healing.leave_group(chart, node.id, mates)
        place = Place()
    taken = bool(chart.row(node.step))
    chart.change_node(node.id, **_values(node))
    if taken:
        _join_row(chart, node.id)
    else:
        hook(chart, node.step, place, ends)


def _values(node: Node) -> dict[str, Any]:
    names = ("step", "performer", "kind", "label", "span")
    return {name: getattr(node, name) for name in names}


def _said(changed: Section) -> dict[str, Any]:
    """Leave out that a capsule became a box or the other way round: that follows the ends of today."""
    return {
        field: values
        for field, values in changed.items()
        if field != "kind" or not set(values) <= _AUTOMATIC
    }


def _drop_edges(chart: Chart, edges: Section, stay: set[str]) -> None:
    present = {(edge.source, edge.target, edge.joint): key for key, edge in chart.edges.items()}
    for value in edges.get("remove", {}).values():
        ends = (value["from"], value["to"], bool(value.get("joint")))
        if ends in present and not stay & set(ends[:2]):
            chart.drop_edge(present[ends])


def _bring_back(chart: Chart, document: SopDocument, operation: Operation, ends: Ends) -> Ends:
    """Set removed symbols and arrows back; returns the ends with the capsules among them that were automatic."""
    back = _returning(chart, document, operation.get("nodes", {}))
    fresh = dict.fromkeys(node.step for node in back if not chart.row(node.step))
    for node in back:
        chart.add_node(node)
    for value in operation.get("edges", {}).get("insert", {}).values():
        line = edge_of(value)
        if line.joint and _may_join(chart, line):
            chart.add_edge(line)
    for node in back:
        if node.step not in fresh:
            _join_row(chart, node.id)
    automatic = {node.id for node in back} & set(operation.get("ends", ()))
    ends = Ends(ends.first, ends.last | automatic)
    for step in sorted(fresh, key=chart.order.index):
        giver = chart.giver(step)
        stops = giver is not None and ends_flow(chart, giver, ends)
        hook(chart, step, Place(leaves=not stops), ends)
    _lead_all_back(chart, operation.get("edges", {}), ends)
    return ends


def _returning(chart: Chart, document: SopDocument, nodes: Section) -> list[Node]:
    steps, performers = document.step_index(), document.performer_index()
    inserted = nodes.get("insert", {}).items()
    back = [node_of(value) for key, value in inserted if key not in chart.nodes]
    return [node for node in back if node.step in steps and node.performer in performers]


def _join_row(chart: Chart, node: str) -> None:
    """Let a symbol that comes back into a row with symbols work together with them."""
    others = [other for other in chart.row(chart.nodes[node].step) if other.id != node]
    linked = {chart.edges[key].target for key in chart.exits(node)}
    linked |= {chart.edges[key].source for key in chart.arrivals(node)}
    apart = [other for other in others if not joined(chart, node, other.id)]
    if not apart or linked & {other.id for other in others}:
        return
    decisions = [n for n in (*chart.group(node), *chart.group(apart[0].id)) if _decides(n)]
    if len(decisions) < len("AB"):
        chart.add_edge(Edge(apart[0].id, node, joint=True))
        settle(chart, node)


def _decides(node: Node) -> bool:
    return node.kind is NodeKind.DECISION


def _may_join(chart: Chart, line: Edge) -> bool:
    source, target = chart.nodes.get(line.source), chart.nodes.get(line.target)
    if source is None or target is None or source.step != target.step:
        return False
    return not joined(chart, source.id, target.id)


def _lead_all_back(chart: Chart, edges: Section, ends: Ends) -> None:
    """Let arrows come back: those that the author had said as they were, the sequential ones to the rows of today."""
    sequential = edges.get("sequential", ())
    for key, value in edges.get("insert", {}).items():
        line = edge_of(value)
        if line.joint or line.source not in chart.nodes:
            continue
        if key in sequential:
            _go_on(chart, line.source, ends)
        if line.target in chart.nodes:
            _lead_back(chart, line, said=key not in sequential)


def _go_on(chart: Chart, source: str, ends: Ends) -> None:
    node = chart.nodes[source]
    giver, after = chart.giver(node.step), chart.after(node.step)
    entry = chart.entry(after) if after else None
    if giver is None or entry is None or giver.id != source:
        return
    if is_open(chart, giver) and not ends_flow(chart, giver, ends):
        link(chart, giver, entry)


def _lead_back(chart: Chart, line: Edge, *, said: bool) -> None:
    """Let an arrow come back among those of today: as it was, or as words and pins of the one in its place."""
    exits = chart.exits(line.source)
    in_place = next((key for key in exits if _stands_for(chart, key, line)), None)
    if in_place is not None:
        chart.change_edge(in_place, label=line.label, leave=line.leave, side=line.side)
        return
    labels = {chart.edges[key].label for key in exits}
    free = line.label not in labels if _decides(chart.nodes[line.source]) else not exits
    if said and free and not joined(chart, line.source, line.target):
        chart.add_edge(line)


def _stands_for(chart: Chart, key: int, line: Edge) -> bool:
    edge = chart.edges[key]
    if edge.target == line.target:
        return True
    return is_positive(edge.label) and is_positive(line.label)
