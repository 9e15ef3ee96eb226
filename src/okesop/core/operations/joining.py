"""``join`` and ``part``: symbols of one row that work together, or one after the other."""

from dataclasses import replace

from okesop.core.answers import YES
from okesop.core.document import Edge, Node, NodeKind, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import chain, settle
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import link
from okesop.core.operations.shape import is_id
from okesop.core.operations.telling import symbol_of
from okesop.core.operations.workbench import ONE_DECISION, closed, opened, symbol
from okesop.core.text import Sentence

_OTHER_ROW = Sentence(
    "Kegiatan bersama hanya dapat menghubungkan simbol pada langkah yang sama.",
    "Joint work can connect only symbols of the same step.",
)
_JOINED = Sentence(
    "Kedua simbol ini sudah dikerjakan bersama.", "These symbols work together already."
)
_NOT_JOINED = Sentence(
    "Kedua simbol ini tidak terhubung langsung sebagai kegiatan bersama.",
    "These symbols are not directly joined.",
)
_TOGETHER = Sentence("menandai {what} sebagai kegiatan bersama", "made {what} joint work")
_APART = Sentence("memisahkan kegiatan bersama pada {what}", "parted the joint work of {what}")


def join(document: SopDocument, operation: Operation) -> Outcome:
    """Let two symbols of a row work together."""
    chart, ends = opened(document)
    first, second = symbol(chart, operation["first"]), symbol(chart, operation["second"])
    if first.step != second.step:
        raise Refused(_OTHER_ROW)
    group, other = chart.group(first.id), chart.group(second.id)
    if second in group:
        raise Refused(_JOINED)
    if sum(member.kind is NodeKind.DECISION for member in (*group, *other)) > 1:
        raise Refused(ONE_DECISION)
    chart.add_edge(Edge(first.id, second.id, joint=True))
    settle(chart, first.id)
    return closed(document, chart, ends)


def part(document: SopDocument, operation: Operation) -> Outcome:
    """Let two joined symbols work one after the other, from left to right."""
    chart, ends = opened(document)
    one, other = symbol(chart, operation["first"]), symbol(chart, operation["second"])
    lines = set(chart.joints(one.id)) & set(chart.joints(other.id))
    if not lines or one is other:
        raise Refused(_NOT_JOINED)
    members = chart.group(one.id)
    for line in lines:
        chart.drop_edge(line)
    left = chart.group(members[0].id)
    right = [member for member in members if member not in left]
    _follow(chart, left, right)
    return closed(document, chart, ends)


def _follow(chart: Chart, left: list[Node], right: list[Node]) -> None:
    """Let the right symbols receive what the left ones give on, and give it on themselves."""
    if not right:
        return
    chain(chart, left)
    chain(chart, right)
    giver, heir = chart.giver_of(left[0].id), chart.giver_of(right[0].id)
    like, place = None, None
    for key in healing.onward(chart, giver):
        like, place = chart.edges[key], key
        if not chart.leads(heir.id, like.target):
            label = YES if heir.kind is NodeKind.DECISION else None
            chart.add_edge(Edge(heir.id, like.target, label, leave=like.leave, side=like.side))
        chart.drop_edge(key)
    plain = replace(like, leave=None, side=None) if like else None
    link(chart, giver, right[0], plain, key=place)


def _tell_together(document: SopDocument, operation: Operation) -> Sentence:
    return _TOGETHER.filled(what=symbol_of(document, operation["first"]))


def _tell_apart(document: SopDocument, operation: Operation) -> Sentence:
    return _APART.filled(what=symbol_of(document, operation["first"]))


_PAIR = {"first": is_id, "second": is_id}

OPERATIONS = {
    "join": Kind(join, _tell_together, _PAIR),
    "part": Kind(part, _tell_apart, _PAIR),
}
