"""How rows follow each other without a word from the author: linking in, taking out, capsules at both ends.

Theory of operation. A row takes part in the sequence with its way in and its way out. A new row does with both; it is
hooked between its neighbours: what flowed from one to the other flows through it. A row that moves leaves the sequence
first and is hooked in again at its new place. Where only one of its ways is sequential, the author has said the other
one, and what he said stays with the symbols. The first and the last symbol are capsules by themselves: a capsule that
stops being first or last becomes a box, and the box that takes its place becomes the capsule.
"""

from dataclasses import dataclass

from okesop.core.answers import YES, is_negative
from okesop.core.document import Edge, Node, NodeKind
from okesop.core.operations.chart import Chart


@dataclass(frozen=True, slots=True)
class Ends:
    """The symbols of the first and of the last row with symbols, as ids."""

    first: frozenset[str]
    last: frozenset[str]

    @staticmethod
    def of(chart: Chart) -> "Ends":
        """Return the ends of the chart as it stands."""
        first, last = chart.first(), chart.last()
        entry = chart.entry(first) if first else None
        giver = chart.giver(last) if last else None
        return Ends(_members(chart, entry), _members(chart, giver))


@dataclass(frozen=True, slots=True)
class Place:
    """How a row took part in the sequence, and the arrow that led on from it (for its words and pins)."""

    enters: bool = True
    leaves: bool = True
    onward: tuple[int, Edge] | None = None


def hook(chart: Chart, step: str, place: Place, ends: Ends) -> None:
    """Link the row's symbols between their neighbours, as far as they take part in the sequence."""
    if chart.entry(step) is None:
        return
    if place.enters:
        _hook_in(chart, step, ends)
    if place.leaves:
        _hook_out(chart, step, place.onward, ends)


def unhook(chart: Chart, step: str) -> Place:
    """Take the row out of the sequence, healing the gap; the row itself stays in the order."""
    before, after = chart.before(step), chart.after(step)
    arriving = chart.sequential(before, step)
    leaving = chart.sequential(step, after)
    giver = chart.giver(step)
    enters = bool(arriving) or before is None
    leaves = bool(leaving) or (after is None and giver is not None and is_open(chart, giver))
    onward = (leaving[0], chart.edges[leaving[0]]) if leaving else None
    if leaves:
        for key in leaving:
            chart.drop_edge(key)
        if enters:
            entry = chart.entry(after) if after else None
            for key in arriving:
                redirect(chart, key, entry)
    return Place(enters and leaves, leaves, onward)


def crown(chart: Chart, ends: Ends) -> None:
    """Let the capsules follow the ends of the chart; ``ends`` are those before the operation."""
    now = Ends.of(chart)
    for key in (ends.first | ends.last) - now.first - now.last:
        node = chart.nodes.get(key)
        if node and node.kind is NodeKind.TERMINATOR and _is_passed(chart, node):
            chart.change_node(key, kind=NodeKind.PROCESS)
    if now.first != ends.first:
        _to_capsules(chart, now.first)
    if now.last != ends.last and not any(chart.exits(key) for key in now.last):
        _to_capsules(chart, now.last)


def is_open(chart: Chart, giver: Node) -> bool:
    """Tell whether the symbol still waits for its way on: nothing leaves it, or only a decision's “Tidak”."""
    labels = [chart.edges[key].label for key in chart.exits(giver.id)]
    return not labels or (
        giver.kind is NodeKind.DECISION and all(is_negative(label) for label in labels)
    )


def redirect(chart: Chart, key: int, target: Node | None) -> bool:
    """Lead the arrow to another symbol; where it cannot, take it away and say which answer lost its target."""
    edge = chart.edges[key]
    if target is not None and not joined(chart, edge.source, target.id):
        if not chart.leads(edge.source, target.id):
            chart.change_edge(key, target=target.id)
            return True
        target = None if edge.label else target
    chart.drop_edge(key)
    if edge.label:
        chart.lost.append((edge.source, edge.label))
    return target is not None


def joined(chart: Chart, one: str, other: str) -> bool:
    """Tell whether two symbols are the same or work together."""
    return any(member.id == other for member in chart.group(one))


def ends_flow(chart: Chart, node: Node, ends: Ends) -> bool:
    """Tell whether the author made this capsule an end in the middle of the chart."""
    automatic = node.id in ends.first or node.id in ends.last
    return node.kind is NodeKind.TERMINATOR and not automatic and not chart.exits(node.id)


def _hook_in(chart: Chart, step: str, ends: Ends) -> None:
    before, entry = chart.before(step), chart.entry(step)
    giver = chart.giver(before) if before else None
    if giver is None or entry is None:
        return
    arriving = chart.sequential(before, chart.after(step))
    for key in arriving:
        redirect(chart, key, entry)
    if not arriving and is_open(chart, giver) and not ends_flow(chart, giver, ends):
        link(chart, giver, entry)


def _hook_out(chart: Chart, step: str, onward: tuple[int, Edge] | None, ends: Ends) -> None:
    giver, after = chart.giver(step), chart.after(step)
    entry = chart.entry(after) if after else None
    if giver is not None and entry is None and onward and onward[1].label:
        chart.lost.append((giver.id, onward[1].label))
    if giver is None or entry is None or chart.leads(giver.id, entry.id):
        return
    waits = onward is not None or is_open(chart, giver)
    if waits and (chart.before(step) is None or not _starts_flow(chart, entry, ends)):
        key, like = onward or (None, None)
        link(chart, giver, entry, like, key=key)


def link(
    chart: Chart, source: Node, target: Node, like: Edge | None = None, *, key: int | None = None
) -> None:
    """Draw the sequential arrow from a symbol to the next, with the words and pins of a former one."""
    label = None
    if source.kind is NodeKind.DECISION:
        label = (like.label if like else None) or YES
    leave, side = (like.leave, like.side) if like else (None, None)
    chart.add_edge(Edge(source.id, target.id, label, leave=leave, side=side), key)
    if label and key is None:
        chart.put_last_exit_first(source.id)


def _starts_flow(chart: Chart, entry: Node, ends: Ends) -> bool:
    automatic = entry.id in ends.first or entry.id in ends.last
    return entry.kind is NodeKind.TERMINATOR and not automatic and not chart.arrivals(entry.id)


def _members(chart: Chart, node: Node | None) -> frozenset[str]:
    return frozenset(member.id for member in chart.group(node.id)) if node else frozenset()


def _is_passed(chart: Chart, node: Node) -> bool:
    group = chart.group(node.id)
    return any(chart.arrivals(m.id) for m in group) and any(chart.exits(m.id) for m in group)


def _to_capsules(chart: Chart, keys: frozenset[str]) -> None:
    for key in keys:
        if chart.nodes[key].kind is NodeKind.PROCESS:
            chart.change_node(key, kind=NodeKind.TERMINATOR)
