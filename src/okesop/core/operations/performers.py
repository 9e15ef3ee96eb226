"""Columns: insert, move, remove, merge, take from the register of positions."""

from collections.abc import Iterable
from dataclasses import replace

from okesop.core import bounds
from okesop.core.document import Node, NodeKind, Performer, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import settle
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import Ends, crown, redirect
from okesop.core.operations.shape import is_id, is_id_or_null, is_new_id, is_text, is_text_or_null
from okesop.core.operations.steps import TAKEN_ID
from okesop.core.operations.telling import performer_of
from okesop.core.operations.texts import GONE_PERFORMER, clean
from okesop.core.text import Sentence

_TOO_MANY = Sentence(
    "SOP paling banyak {most} pelaksana.", "An SOP has at most {most} performers."
)
_SAME = Sentence("Pilih pelaksana lain.", "Choose another performer.")
_TWO_DECISIONS = Sentence(
    "Kedua pelaksana memiliki keputusan pada kegiatan bersama di langkah {number}; ubah salah satunya lebih dahulu.",
    "Both performers have a decision in the joint work of step {number}; change one of them first.",
)
_INSERTED = Sentence("menambah pelaksana “{title}”", "added the performer “{title}”")
_MOVED = Sentence("memindahkan {what}", "moved {what}")
_REMOVED = Sentence("menghapus {what}", "removed {what}")
_MERGED = Sentence("menggabungkan {what} ke {into}", "merged {what} into {into}")
_NAMED = Sentence(
    "menetapkan jabatan pelaksana “{title}”", "set the position of the performer “{title}”"
)


def insert_performer(document: SopDocument, operation: Operation) -> Outcome:
    """Insert a column behind another, or first."""
    if len(document.performers) >= bounds.PERFORMERS:
        raise Refused(_TOO_MANY.filled(most=bounds.PERFORMERS))
    key = operation["id"]
    if key in document.performer_index():
        raise Refused(TAKEN_ID.filled(id=key))
    position = operation.get("position") or None
    performer = Performer(key, clean(operation["title"]), position)
    columns = list(document.performers)
    columns.insert(_place_after(columns, operation["after"]), performer)
    return Outcome(replace(document, performers=tuple(columns)))


def _place_after(columns: list[Performer], after: str | None) -> int:
    if after is None:
        return 0
    for column, performer in enumerate(columns):
        if performer.id == after:
            return column + 1
    raise Refused(GONE_PERFORMER)


def _found(document: SopDocument, key: str) -> Performer:
    column = document.performer_index().get(key)
    if column is None:
        raise Refused(GONE_PERFORMER)
    return document.performers[column]


def set_position(document: SopDocument, operation: Operation) -> Outcome:
    """Let a column stand for a position of the register, under the title printed here."""
    _found(document, operation["performer"])
    title, position = clean(operation["title"]), operation["position"] or None
    performers = tuple(
        replace(performer, title=title, position=position)
        if performer.id == operation["performer"]
        else performer
        for performer in document.performers
    )
    return Outcome(replace(document, performers=performers))


def move_performer(document: SopDocument, operation: Operation) -> Outcome:
    """Move a column; joint work is put into the new order from left to right."""
    moved = _found(document, operation["performer"])
    if operation["after"] == moved.id:
        raise Refused(_SAME)
    columns = [performer for performer in document.performers if performer is not moved]
    columns.insert(_place_after(columns, operation["after"]), moved)
    return _arranged(document, columns)


def _arranged(document: SopDocument, columns: list[Performer]) -> Outcome:
    chart = Chart(document)
    ends = Ends.of(chart)
    before = _group_orders(chart)
    chart.columns = {performer.id: column for column, performer in enumerate(columns)}
    for node in list(chart.nodes.values()):
        _turn_span(chart, node)
    for members, after in zip(before, _group_orders(chart, before), strict=True):
        if members != after:
            settle(chart, members[0])
    crown(chart, ends)
    healing.tell_lost(chart)
    arranged = chart.closed(replace(document, performers=tuple(columns)))
    return Outcome(arranged, tuple(chart.notices))


def _group_orders(chart: Chart, groups: Iterable[list[str]] | None = None) -> list[list[str]]:
    """Return the joint groups, each from left to right."""
    heads = [keys[0] for keys in groups] if groups is not None else list(chart.nodes)
    orders: dict[frozenset[str], list[str]] = {}
    for head in heads:
        if chart.joints(head):
            members = [node.id for node in chart.group(head)]
            orders.setdefault(frozenset(members), members)
    return list(orders.values())


def _turn_span(chart: Chart, node: Node) -> None:
    """Let a span run from left to right again."""
    if node.span is not None:
        first, last = sorted(node.span, key=chart.columns.__getitem__)
        span = (first, last) if first != last else None
        chart.change_node(node.id, performer=first, span=span)


def remove_performer(document: SopDocument, operation: Operation) -> Outcome:
    """Remove a column with its symbols; a symbol over several columns only gets narrower."""
    gone = _found(document, operation["performer"])
    chart = Chart(document)
    ends = Ends.of(chart)
    order = [performer.id for performer in document.performers]
    for node in list(chart.nodes.values()):
        _narrow(chart, node, gone.id, order)
    nodes = [node.id for node in chart.nodes.values() if node.performer == gone.id]
    redirected = healing.remove(chart, nodes)
    crown(chart, ends)
    healing.tell_moved(chart, redirected, document)
    healing.tell_lost(chart)
    performers = tuple(performer for performer in document.performers if performer is not gone)
    removed = chart.closed(replace(document, performers=performers))
    return Outcome(removed, tuple(chart.notices))


def _narrow(chart: Chart, node: Node, gone: str, order: list[str]) -> None:
    if node.span is None or gone not in node.span:
        return
    first, last = (order.index(end) for end in node.span)
    kept = [performer for performer in order[first : last + 1] if performer != gone]
    span = (kept[0], kept[-1]) if len(kept) > 1 else None
    chart.change_node(node.id, performer=kept[0], span=span)


def merge_performers(document: SopDocument, operation: Operation) -> Outcome:
    """Bring a column's symbols into another and remove it; joint work of the two becomes one symbol."""
    gone, into = _found(document, operation["performer"]), _found(document, operation["into"])
    if gone is into:
        raise Refused(_SAME)
    chart = Chart(document)
    ends = Ends.of(chart)
    for node in list(chart.nodes.values()):
        if node.span is not None:
            span = tuple(into.id if end == gone.id else end for end in node.span)
            chart.change_node(node.id, performer=span[0], span=span)
            _turn_span(chart, chart.nodes[node.id])
        elif node.performer == gone.id:
            _bring(chart, node, into.id)
    crown(chart, ends)
    healing.tell_lost(chart)
    performers = tuple(performer for performer in document.performers if performer is not gone)
    merged = chart.closed(replace(document, performers=performers))
    return Outcome(merged, tuple(chart.notices))


def _bring(chart: Chart, node: Node, into: str) -> None:
    group = chart.group(node.id)
    mates = [mate for mate in group if mate.performer == into and mate is not node]
    if mates:
        _melt(chart, node, mates[0])
    else:
        chart.change_node(node.id, performer=into)
        if len(group) > 1:
            settle(chart, node.id)


def _melt(chart: Chart, node: Node, mate: Node) -> None:
    """Make one symbol of two that work together."""
    if node.kind is NodeKind.DECISION:
        if mate.kind is NodeKind.DECISION:
            number = chart.number(node.step)
            raise Refused(_TWO_DECISIONS.filled(number=number))
        chart.change_node(mate.id, kind=NodeKind.DECISION)
    for key in chart.arrivals(node.id):
        redirect(chart, key, mate)
    rest = [member.id for member in chart.group(node.id) if member.id != node.id]
    for key in chart.exits(node.id):
        if chart.leads(mate.id, chart.edges[key].target):
            chart.drop_edge(key)
        else:
            chart.change_edge(key, source=mate.id)
    healing.leave_group(chart, node.id, rest)
    chart.drop_node(node.id)
    settle(chart, mate.id)


def _tell_inserted(_: SopDocument, operation: Operation) -> Sentence:
    return _INSERTED.filled(title=operation["title"])


def _tell_moved(document: SopDocument, operation: Operation) -> Sentence:
    return _MOVED.filled(what=performer_of(document, operation["performer"]))


def _tell_removed(document: SopDocument, operation: Operation) -> Sentence:
    return _REMOVED.filled(what=performer_of(document, operation["performer"]))


def _tell_merged(document: SopDocument, operation: Operation) -> Sentence:
    what, into = (performer_of(document, operation[key]) for key in ("performer", "into"))
    return _MERGED.filled(what=what, into=into)


def _tell_named(_: SopDocument, operation: Operation) -> Sentence:
    return _NAMED.filled(title=operation["title"])


OPERATIONS = {
    "insert_performer": Kind(
        insert_performer,
        _tell_inserted,
        {"id": is_new_id, "title": is_text, "after": is_id_or_null},
        {"position": is_text_or_null},
    ),
    "move_performer": Kind(
        move_performer, _tell_moved, {"performer": is_id, "after": is_id_or_null}
    ),
    "remove_performer": Kind(remove_performer, _tell_removed, {"performer": is_id}),
    "merge_performers": Kind(merge_performers, _tell_merged, {"performer": is_id, "into": is_id}),
    "set_position": Kind(
        set_position,
        _tell_named,
        {"performer": is_id, "position": is_text_or_null, "title": is_text},
    ),
}
