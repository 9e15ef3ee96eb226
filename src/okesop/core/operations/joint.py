"""Joint work: a chain of plain lines from left to right; the leftmost receives the flow, one gives it on."""

from collections.abc import Sequence
from itertools import pairwise

from okesop.core.answers import YES, is_positive
from okesop.core.document import Edge, Node, NodeKind
from okesop.core.operations.chart import Chart
from okesop.core.operations.sequence import redirect


def chain(chart: Chart, members: Sequence[Node]) -> None:
    """Join the symbols in this order and in no other way; their arrows stay as they are."""
    keys = {member.id for member in members}
    wanted = [(one.id, other.id) for one, other in pairwise(members)]
    present = {}
    for line in {line for key in keys for line in chart.joints(key)}:
        edge = chart.edges[line]
        ends = (edge.source, edge.target)
        pair = ends if ends in wanted else ends[::-1]
        if pair in wanted and pair not in present:
            present[pair] = line
            chart.change_edge(line, source=pair[0], target=pair[1])
        elif set(ends) <= keys:
            chart.drop_edge(line)
    for pair in wanted:
        if pair not in present:
            chart.add_edge(Edge(*pair, joint=True))


def settle(chart: Chart, node: str) -> None:
    """Bring a group into order after its members or columns changed.

    The lines run from left to right, all that leads to the group leads to its leftmost symbol, and all that leaves
    it leaves its decision, or its last symbol.
    """
    members = chart.group(node)
    if len(members) == 1:
        return
    chain(chart, members)
    inside = {member.id for member in members}
    giver = chart.giver_of(node)
    for member in members:
        for key in chart.arrivals(member.id):
            if chart.edges[key].source in inside:
                chart.drop_edge(key)
            elif member is not members[0]:
                redirect(chart, key, members[0])
        if member.id != giver.id:
            _pass_on(chart, member, giver)


def _pass_on(chart: Chart, member: Node, giver: Node) -> None:
    for key in chart.exits(member.id):
        edge = chart.edges[key]
        if chart.leads(giver.id, edge.target):
            chart.drop_edge(key)
        else:
            chart.change_edge(key, source=giver.id, label=edge.label or _word(chart, giver))


def _word(chart: Chart, giver: Node) -> str | None:
    if giver.kind is not NodeKind.DECISION:
        return None
    labels = [chart.edges[key].label for key in chart.exits(giver.id)]
    return None if any(is_positive(label) for label in labels) else YES


def name_answers(chart: Chart, node: str) -> None:
    """Let the way on that was there become the decision's “Ya”."""
    for key in chart.exits(node)[:1]:
        if chart.edges[key].label is None:
            chart.change_edge(key, label=YES)
