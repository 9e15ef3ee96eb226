"""Taking symbols away: what led to them goes on to what takes their place.

An arrow to a removed symbol follows the way that the symbol itself would have gone: its sequential arrow, else its only
arrow, else its positive answer, else the next row that has a symbol. Where that would lead an answer back to its own
decision, the nearest row above takes it.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from okesop.core.answers import is_positive
from okesop.core.document import Edge, Node, NodeKind, SopDocument
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import chain, settle
from okesop.core.operations.sequence import redirect
from okesop.core.problems import clipped
from okesop.core.text import Sentence

_REDIRECTED = Sentence(
    "{count} panah yang menuju langkah {number} dialihkan ke langkah {target} (“{activity}”).",
    "Arrows to step {number} that now lead to step {target} (“{activity}”): {count}.",
)
_LOST = Sentence(
    "Jawaban “{label}” pada langkah {number} kehilangan tujuannya; tentukan lagi tujuannya.",
    "The answer “{label}” of step {number} has lost its target; say again where it leads.",
)


def remove(chart: Chart, keys: Collection[str]) -> Counter[tuple[str, str]]:
    """Remove the symbols and heal the arrows.

    Returns how many arrows that the author had drawn to a row (first step id) now lead to another (second).
    """
    gone = {*keys, *(own for key in keys for own in own_ends(chart, key))}
    _hand_over(chart, gone)
    moved = _redirect_all(chart, gone)
    for key in gone:
        chart.drop_node(key)
    return moved


def own_ends(chart: Chart, node: str) -> list[str]:
    """Return the end capsules of the same row to which nothing but this symbol leads."""
    step = chart.nodes[node].step
    targets = [chart.nodes[chart.edges[key].target] for key in chart.exits(node)]
    return [
        target.id
        for target in targets
        if target.step == step
        and target.kind is NodeKind.TERMINATOR
        and not chart.exits(target.id)
        and not chart.joints(target.id)
        and {chart.edges[key].source for key in chart.arrivals(target.id)} == {node}
    ]


def _hand_over(chart: Chart, gone: Collection[str]) -> None:
    """Give the arrows of a symbol to those it worked with, and let these work together without it."""
    left = {
        key: [member.id for member in chart.group(key) if member.id not in gone]
        for key in sorted(gone)
    }
    for key, rest in left.items():
        for line in chart.joints(key) if rest else ():
            chart.drop_edge(line)
    for key, rest in left.items():
        if rest:
            leave_group(chart, key, rest)


def leave_group(chart: Chart, key: str, rest: list[str]) -> None:
    """Take a symbol out of its joint work; the rest, from left to right, works on with its arrows."""
    for line in chart.joints(key):
        chart.drop_edge(line)
    chain(chart, [chart.nodes[member] for member in rest])
    _give_arrows(chart, chart.nodes[key], rest)
    settle(chart, rest[0])


def _give_arrows(chart: Chart, node: Node, rest: list[str]) -> None:
    giver = chart.giver_of(rest[-1])
    for arrow in chart.arrivals(node.id):
        redirect(chart, arrow, chart.nodes[rest[0]])
    for arrow in onward(chart, node):
        edge = chart.edges[arrow]
        if not chart.leads(giver.id, edge.target):
            label = edge.label if giver.kind is NodeKind.DECISION else None
            chart.change_edge(arrow, source=giver.id, label=label)


def onward(chart: Chart, node: Node) -> list[int]:
    """Return the arrows that stay when the symbol no longer decides: all of a box, one of a decision."""
    exits = chart.exits(node.id)
    if node.kind is not NodeKind.DECISION:
        return exits
    following = chart.sequential(node.step, chart.after(node.step))
    chosen = [key for key in exits if key in following]
    chosen = chosen or [key for key in exits if is_positive(chart.edges[key].label)]
    return chosen[:1]


def _redirect_all(chart: Chart, gone: Collection[str]) -> Counter[tuple[str, str]]:
    said = {key: _is_said(chart, key) for node in gone for key in chart.arrivals(node)}
    moved: Counter[tuple[str, str]] = Counter()
    for key, by_author in said.items():
        edge = chart.edges[key]
        if edge.source in gone:
            continue
        old = chart.nodes[edge.target].step
        target = _heir(chart, edge, gone)
        if redirect(chart, key, target) and by_author and target:
            moved[old, target.step] += 1
    return moved


def _is_said(chart: Chart, key: int) -> bool:
    source, target = (
        chart.nodes[end] for end in (chart.edges[key].source, chart.edges[key].target)
    )
    return key not in chart.sequential(source.step, chart.after(source.step)) and (
        source.step != target.step
    )


def _heir(chart: Chart, edge: Edge, gone: Collection[str]) -> Node | None:
    own = {member.id for member in chart.group(edge.source)}
    at: Node | None = chart.nodes[edge.target]
    seen: set[str] = set()
    while at is not None and at.id in gone and at.id not in seen:
        seen.add(at.id)
        at = _continuation(chart, at, gone)
    if at is not None and at.id not in gone and at.id not in own:
        return at
    return _row_above(chart, edge, gone, own)


def _continuation(chart: Chart, node: Node, gone: Collection[str]) -> Node | None:
    giver = chart.giver_of(node.id)
    exits = onward(chart, giver)
    if exits:
        return chart.nodes[chart.edges[exits[0]].target]
    below = chart.order[chart.order.index(node.step) + 1 :]
    return _entry_of_any(chart, below, gone)


def _row_above(
    chart: Chart, edge: Edge, gone: Collection[str], own: Collection[str]
) -> Node | None:
    """Return the nearest symbol above a removed one, unless the order of rows alone led to that one."""
    target = chart.nodes[edge.target]
    if chart.nodes[edge.source].step == target.step or not _jumps(chart, edge):
        return None
    above = chart.order[: chart.order.index(target.step)]
    return _entry_of_any(chart, reversed(above), {*gone, *own})


def _jumps(chart: Chart, edge: Edge) -> bool:
    source, target = chart.nodes[edge.source], chart.nodes[edge.target]
    return chart.after(source.step) != target.step


def _entry_of_any(chart: Chart, steps: Iterable[str], gone: Collection[str]) -> Node | None:
    for step in steps:
        left = [node for node in chart.row(step) if node.id not in gone]
        entry = chart.entry(step)
        if left:
            return entry if entry in left else left[0]
    return None


def tell_moved(chart: Chart, moved: Counter[tuple[str, str]], document: SopDocument) -> None:
    """Say which arrows were redirected: from a row's number in the document to a row's number now."""
    numbers = document.step_index()
    for (old, new), count in moved.items():
        activity = document.steps[numbers[new]].activity.split("\n")[0]
        values = {"number": numbers[old] + 1, "target": chart.number(new)}
        chart.notices.append(_REDIRECTED.filled(count=count, activity=clipped(activity), **values))


def tell_lost(chart: Chart) -> None:
    """Say which answers lead nowhere any more."""
    for source, label in dict.fromkeys(chart.lost):
        node = chart.nodes.get(source)
        if node is None or any(chart.edges[key].label == label for key in chart.exits(source)):
            continue
        if node.kind is NodeKind.DECISION:
            number = chart.number(node.step)
            chart.notices.append(_LOST.filled(label=label, number=number))
