"""``set_kind``: capsule, box or diamond; the ways out of the symbol follow its new meaning."""

from okesop.core.document import Node, NodeKind, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import name_answers, settle
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import Ends, link
from okesop.core.operations.shape import is_id, is_kind
from okesop.core.operations.telling import symbol_of
from okesop.core.operations.workbench import ONE_DECISION, opened, symbol
from okesop.core.text import Sentence

_ENDS_HERE = Sentence(
    "Alur kini berakhir pada langkah {number}; tidak ada lagi panah dari sana ke langkah {target}.",
    "The flow now ends at step {number}; no arrow leads from there to step {target} any more.",
)
_DROPPED = Sentence(
    "Jawaban “{label}” pada langkah {number} dihapus karena simbolnya bukan keputusan lagi.",
    "The answer “{label}” of step {number} was removed: its symbol is no decision any more.",
)
_KIND = Sentence("mengubah simbol {what}", "changed the symbol of {what}")


def set_kind(document: SopDocument, operation: Operation) -> Outcome:
    """Change a symbol's kind; its ways out follow the new meaning."""
    chart, ends = opened(document)
    node, kind = symbol(chart, operation["node"]), NodeKind(operation["kind"])
    if node.kind is kind:
        return Outcome(document)
    if kind is NodeKind.DECISION:
        _to_decision(chart, node, ends)
    elif kind is NodeKind.PROCESS:
        _to_box(chart, node, ends)
    else:
        _to_capsule(chart, node, ends)
    return Outcome(chart.closed(document), tuple(chart.notices))


def _to_decision(chart: Chart, node: Node, ends: Ends) -> None:
    group = chart.group(node.id)
    if any(member.kind is NodeKind.DECISION for member in group):
        raise Refused(ONE_DECISION)
    stopped = _stopped(chart, node, ends)
    chart.change_node(node.id, kind=NodeKind.DECISION)
    settle(chart, node.id)
    name_answers(chart, node.id)
    if stopped:
        _go_on(chart, chart.nodes[node.id])


def _to_box(chart: Chart, node: Node, ends: Ends) -> None:
    stopped = _stopped(chart, node, ends)
    if node.kind is NodeKind.DECISION:
        _decide_no_more(chart, node)
        stopped = True
    chart.change_node(node.id, kind=NodeKind.PROCESS)
    settle(chart, node.id)
    if stopped and not chart.exits(chart.giver_of(node.id).id):
        _go_on(chart, chart.giver_of(node.id))


def _to_capsule(chart: Chart, node: Node, ends: Ends) -> None:
    if node.kind is NodeKind.DECISION:
        _decide_no_more(chart, node)
    chart.change_node(node.id, kind=NodeKind.TERMINATOR)
    settle(chart, node.id)
    members = {member.id for member in chart.group(node.id)}
    if members & ends.first or not any(chart.arrivals(member) for member in members):
        return
    for key in chart.exits(chart.giver_of(node.id).id):
        target = chart.number(chart.nodes[chart.edges[key].target].step)
        number = chart.number(node.step)
        chart.drop_edge(key)
        chart.notices.append(_ENDS_HERE.filled(number=number, target=target))


def _stopped(chart: Chart, node: Node, ends: Ends) -> bool:
    """Tell whether the symbol is an end, so that the flow must be led on when it no longer is one."""
    giver = chart.giver_of(node.id)
    automatic = giver.id in ends.last
    return node.kind is NodeKind.TERMINATOR and not automatic and not chart.exits(giver.id)


def _go_on(chart: Chart, giver: Node) -> None:
    """Lead the flow on to the next row, unless the symbol stands aside as the end of an answer."""
    if chart.giver(giver.step) != giver:
        return
    after = chart.after(giver.step)
    entry = chart.entry(after) if after else None
    if entry is not None:
        link(chart, giver, entry)


def _decide_no_more(chart: Chart, node: Node) -> None:
    """Keep the one way on of a former decision, without its word; say which answers are gone."""
    kept = healing.onward(chart, node)
    own = healing.own_ends(chart, node.id)
    for key in chart.exits(node.id):
        label = chart.edges[key].label
        if key in kept:
            chart.change_edge(key, label=None)
            continue
        chart.drop_edge(key)
        if label:
            number = chart.number(node.step)
            chart.notices.append(_DROPPED.filled(label=label, number=number))
    for end in own:
        if not chart.arrivals(end):
            chart.drop_node(end)


def _tell(document: SopDocument, operation: Operation) -> Sentence:
    return _KIND.filled(what=symbol_of(document, operation["node"]))


OPERATIONS = {"set_kind": Kind(set_kind, _tell, {"node": is_id, "kind": is_kind})}
