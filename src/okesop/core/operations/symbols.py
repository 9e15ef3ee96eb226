"""Symbols: put, change kind, move, remove, join, part, span."""

from dataclasses import replace

from okesop.core import bounds
from okesop.core.document import Edge, Node, NodeKind, SopDocument
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import name_answers, settle
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import Place, hook, unhook
from okesop.core.operations.shape import is_id, is_kind, is_mode, is_new_id
from okesop.core.operations.steps import TAKEN_ID
from okesop.core.operations.telling import step_of, symbol_of
from okesop.core.operations.texts import GONE_PERFORMER, GONE_STEP
from okesop.core.operations.workbench import ONE_DECISION, closed, opened, symbol
from okesop.core.text import Sentence

_TOO_MANY = Sentence("SOP paling banyak {most} simbol.", "An SOP has at most {most} symbols.")
_ROW_TAKEN = Sentence(
    "Langkah {number} sudah memiliki simbol. Pindahkan simbol itu ke sini, atau kerjakan bersama?",
    "Step {number} has a symbol already. Move it here, or make it joint work?",
)
_CELL_TAKEN = Sentence("Sel ini sudah berisi simbol.", "This cell has a symbol already.")
_WHICH = Sentence(
    "Langkah {number} memiliki beberapa simbol; pilih simbol yang hendak dipindahkan.",
    "Step {number} has several symbols; choose the one to move.",
)
_TARGET_TAKEN = Sentence(
    "Langkah {number} sudah memiliki simbol; kosongkan dahulu atau gabungkan sebagai kegiatan bersama.",
    "Step {number} has a symbol already; clear it first, or join them.",
)
_SPAN_TAKEN = Sentence(
    "Ada simbol lain di antara kolom-kolom itu pada langkah {number}.",
    "Another symbol stands between these columns in step {number}.",
)


def put_symbol(document: SopDocument, operation: Operation) -> Outcome:
    """Set a symbol into a cell; into a row that has one only as the author chose (``mode``)."""
    chart, ends = opened(document)
    step, performer, mode = operation["step"], operation["performer"], operation.get("mode")
    _check_put(chart, operation)
    row = chart.row(step)
    if row and mode == "move":
        _bring(chart, row, performer)
        return closed(document, chart, ends)
    node = Node(operation["id"], step, performer, NodeKind(operation["kind"]))
    if row:
        _join_row(chart, node)
    else:
        chart.add_node(node)
        inner = chart.before(step) is not None and chart.after(step) is not None
        stops = inner and node.kind is NodeKind.TERMINATOR
        hook(chart, step, Place(leaves=not stops), ends)
    return closed(document, chart, ends)


def _bring(chart: Chart, row: list[Node], performer: str) -> None:
    own = {end for node in row for end in healing.own_ends(chart, node.id)}
    movable = [node for node in row if node.id not in own]
    if len(movable) != 1:
        raise Refused(_WHICH.filled(number=chart.number(row[0].step)))
    _shift(chart, movable[0], performer)


def _shift(chart: Chart, node: Node, performer: str) -> None:
    """Bring a symbol into another column of its row, with the end capsule that shares its cell."""
    for end in healing.own_ends(chart, node.id):
        if chart.nodes[end].performer == node.performer:
            chart.change_node(end, performer=performer)
    chart.change_node(node.id, performer=performer, span=None)
    settle(chart, node.id)


def _check_put(chart: Chart, operation: Operation) -> None:
    step, performer = operation["step"], operation["performer"]
    if step not in chart.order:
        raise Refused(GONE_STEP)
    if performer not in chart.columns:
        raise Refused(GONE_PERFORMER)
    if operation["id"] in chart.nodes:
        raise Refused(TAKEN_ID.filled(id=operation["id"]))
    if len(chart.nodes) >= bounds.NODES:
        raise Refused(_TOO_MANY.filled(most=bounds.NODES))
    row = chart.row(step)
    if any(_covers(chart, node, performer) for node in row):
        raise Refused(_CELL_TAKEN)
    if row and operation.get("mode") is None:
        raise Refused(_ROW_TAKEN.filled(number=chart.number(step)), choices=("move", "join"))


def _covers(chart: Chart, node: Node, performer: str) -> bool:
    first, last = node.span or (node.performer, node.performer)
    columns = chart.columns
    return columns[first] <= columns[performer] <= columns[last]


def _join_row(chart: Chart, node: Node) -> None:
    """Let a new symbol work together with the row's main group."""
    entry = chart.entry(node.step)
    if entry is None:
        return
    group = chart.group(entry.id)
    decides = any(member.kind is NodeKind.DECISION for member in group)
    if decides and node.kind is NodeKind.DECISION:
        raise Refused(ONE_DECISION)
    rounded = any(member.kind is NodeKind.TERMINATOR for member in group)
    if node.kind is not NodeKind.DECISION:
        kind = NodeKind.TERMINATOR if rounded else NodeKind.PROCESS
        node = replace(node, kind=kind)
    chart.add_node(node)
    chart.add_edge(Edge(entry.id, node.id, joint=True))
    settle(chart, node.id)
    if node.kind is NodeKind.DECISION:
        name_answers(chart, node.id)


def move_symbol(document: SopDocument, operation: Operation) -> Outcome:
    """Move a symbol to another cell, with its answers and with what the author leads to it."""
    chart, ends = opened(document)
    node = symbol(chart, operation["node"])
    step = operation.get("step") or node.step
    performer = operation.get("performer") or node.performer
    _check_move(chart, node, step, performer)
    if step == node.step:
        if performer != node.performer:
            _shift(chart, node, performer)
        return closed(document, chart, ends)
    place = _leave_row(chart, node)
    for key in (node.id, *healing.own_ends(chart, node.id)):
        chart.change_node(key, step=step, performer=performer, span=None)
    hook(chart, step, place, ends)
    return closed(document, chart, ends)


def _check_move(chart: Chart, node: Node, step: str, performer: str) -> None:
    if step not in chart.order:
        raise Refused(GONE_STEP)
    if performer not in chart.columns:
        raise Refused(GONE_PERFORMER)
    others = [other for other in chart.row(step) if other.id != node.id]
    if step == node.step:
        own = healing.own_ends(chart, node.id)
        if any(_covers(chart, other, performer) for other in others if other.id not in own):
            raise Refused(_CELL_TAKEN)
    elif others:
        raise Refused(_TARGET_TAKEN.filled(number=chart.number(step)))


def _leave_row(chart: Chart, node: Node) -> Place:
    """Take the symbol out of its row; alone in it, it takes its place in the sequence along."""
    own = healing.own_ends(chart, node.id)
    rest = [other for other in chart.row(node.step) if other.id not in (node.id, *own)]
    if not rest:
        return unhook(chart, node.step)
    mates = [mate.id for mate in chart.group(node.id) if mate.id != node.id]
    if not mates:
        return Place(enters=False, leaves=False)
    said = [key for key in chart.exits(node.id) if key not in healing.onward(chart, node)]
    kept = [chart.edges[key] for key in said]
    for key in said:
        chart.drop_edge(key)
    healing.leave_group(chart, node.id, mates)
    for edge in kept:
        chart.add_edge(edge)
    return Place()


def remove_symbol(document: SopDocument, operation: Operation) -> Outcome:
    """Take a symbol away and heal the arrows over the gap."""
    chart, ends = opened(document)
    node = symbol(chart, operation["node"])
    redirected = healing.remove(chart, [node.id])
    outcome = closed(document, chart, ends)
    healing.tell_moved(chart, redirected, document)
    return Outcome(outcome.document, tuple(chart.notices))


def set_span(document: SopDocument, operation: Operation) -> Outcome:
    """Let a symbol stand over several columns, or over one."""
    chart, ends = opened(document)
    node = symbol(chart, operation["node"])
    columns = chart.columns
    if operation["first"] not in columns or operation["last"] not in columns:
        raise Refused(GONE_PERFORMER)
    first, last = sorted((operation["first"], operation["last"]), key=columns.__getitem__)
    for other in chart.row(node.step):
        start, end = other.span or (other.performer, other.performer)
        apart = columns[end] < columns[first] or columns[start] > columns[last]
        if other.id != node.id and not apart:
            raise Refused(_SPAN_TAKEN.filled(number=chart.number(node.step)))
    span = (first, last) if first != last else None
    chart.change_node(node.id, performer=first, span=span)
    settle(chart, node.id)
    return closed(document, chart, ends)


_PUT = Sentence("menaruh simbol pada {what}", "put a symbol into {what}")
_MOVED = Sentence("memindahkan simbol {what}", "moved the symbol of {what}")
_REMOVED = Sentence("menghapus simbol {what}", "removed the symbol of {what}")
_WIDTH = Sentence("mengubah lebar simbol {what}", "changed the width of the symbol of {what}")


def _tell_put(document: SopDocument, operation: Operation) -> Sentence:
    return _PUT.filled(what=step_of(document, operation["step"]))


OPERATIONS = {
    "put_symbol": Kind(
        put_symbol,
        _tell_put,
        {"id": is_new_id, "step": is_id, "performer": is_id, "kind": is_kind},
        {"mode": is_mode},
    ),
    "move_symbol": Kind(
        move_symbol,
        lambda d, o: _MOVED.filled(what=symbol_of(d, o["node"])),
        {"node": is_id},
        {"step": is_id, "performer": is_id},
    ),
    "remove_symbol": Kind(
        remove_symbol, lambda d, o: _REMOVED.filled(what=symbol_of(d, o["node"])), {"node": is_id}
    ),
    "set_span": Kind(
        set_span,
        lambda d, o: _WIDTH.filled(what=symbol_of(d, o["node"])),
        {"node": is_id, "first": is_id, "last": is_id},
    ),
}
