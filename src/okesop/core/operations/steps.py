"""Rows: insert, move, remove; the flow follows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from okesop.core import bounds
from okesop.core.document import Node, NodeKind, SopDocument, Step
from okesop.core.duration import tidy
from okesop.core.operations import healing
from okesop.core.operations.chart import Chart
from okesop.core.operations.joint import chain
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.sequence import Ends, Place, crown, hook, unhook
from okesop.core.operations.shape import is_id_or_null, is_ids, is_new_steps
from okesop.core.operations.telling import step_of
from okesop.core.operations.texts import GONE_PERFORMER, GONE_STEP, clean
from okesop.core.places import STEP_NAMES
from okesop.core.text import Sentence

TAKEN_ID = Sentence(
    "Id “{id}” sudah dipakai. Muat ulang halaman, lalu coba lagi.",
    "The id “{id}” is in use. Reload the page and try again.",
)
_TOO_MANY = Sentence(
    "SOP paling banyak {most} langkah. Bagi menjadi beberapa SOP.",
    "An SOP has at most {most} steps. Split it into several.",
)
_SAME_CELL = Sentence(
    "Satu pelaksana hanya dapat memiliki satu simbol baru pada langkah yang sama.",
    "A performer can get only one new symbol in the same step.",
)
_ONE_DECISION = Sentence(
    "Satu kegiatan bersama hanya dapat memuat satu keputusan.",
    "Joint work can hold only one decision.",
)
_INSERTED = Sentence("menambah {count} langkah", "added steps: {count}")
_MOVED = Sentence("memindahkan {what}", "moved {what}")
_REMOVED = Sentence("menghapus {what}", "removed {what}")
_STEPS = Sentence("{count} langkah", "{count} steps")


def insert_steps(document: SopDocument, operation: Operation) -> Outcome:
    """Insert rows after a row, or first; their symbols are linked between the neighbours."""
    new: Sequence[Mapping[str, Any]] = operation["steps"]
    if len(document.steps) + len(new) > bounds.STEPS:
        raise Refused(_TOO_MANY.filled(most=bounds.STEPS))
    _check_new(document, new)
    at = _place_after(document, operation["after"])
    chart = Chart(document)
    ends = Ends.of(chart)
    rows = [_step(raw) for raw in new]
    chart.order[at:at] = [row.id for row in rows]
    _set_symbols(chart, new, ends)
    crown(chart, ends)
    healing.tell_lost(chart)
    steps = (*document.steps[:at], *rows, *document.steps[at:])
    return Outcome(chart.closed(replace(document, steps=steps)), tuple(chart.notices))


def _check_new(document: SopDocument, new: Sequence[Mapping[str, Any]]) -> None:
    steps, nodes = set(document.step_index()), set(document.node_by_id())
    performers = document.performer_index()
    for raw in new:
        _take(raw["id"], steps)
        symbols = raw.get("symbols") or ()
        cells = {symbol["performer"] for symbol in symbols}
        if not cells <= performers.keys():
            raise Refused(GONE_PERFORMER)
        if len(cells) < len(symbols):
            raise Refused(_SAME_CELL)
        if sum(symbol["kind"] == NodeKind.DECISION for symbol in symbols) > 1:
            raise Refused(_ONE_DECISION)
        for symbol in symbols:
            _take(symbol["id"], nodes)


def _take(key: str, taken: set[str]) -> None:
    if key in taken:
        raise Refused(TAKEN_ID.filled(id=key))
    taken.add(key)


def _step(raw: Mapping[str, Any]) -> Step:
    texts = {name: clean(raw.get(name) or "") for name in STEP_NAMES}
    return Step(raw["id"], **(texts | {"time": tidy(texts["time"])}))


def _set_symbols(chart: Chart, new: Sequence[Mapping[str, Any]], ends: Ends) -> None:
    """Set the new rows' symbols one row after the other, so that each finds its neighbours linked."""
    filled = [raw for raw in new if raw.get("symbols")]
    for number, raw in enumerate(filled):
        for symbol in raw["symbols"]:
            kind = NodeKind(symbol["kind"])
            chart.add_node(Node(symbol["id"], raw["id"], symbol["performer"], kind))
        members = chart.row(raw["id"])
        chain(chart, members)
        capsule = any(member.kind is NodeKind.TERMINATOR for member in members)
        more = number < len(filled) - 1
        inner = chart.before(raw["id"]) is not None and (
            more or chart.after(raw["id"]) is not None
        )
        if capsule and inner and (number == 0 or not more):
            capsule = False
            _unround(chart, members)
        stops = capsule and inner
        hook(chart, raw["id"], Place(leaves=not stops), ends)


def _unround(chart: Chart, members: list[Node]) -> None:
    """A pasted table's own first and last capsule is none in the middle of the chart."""
    for member in members:
        if member.kind is NodeKind.TERMINATOR:
            chart.change_node(member.id, kind=NodeKind.PROCESS)


def _place_after(document: SopDocument, after: str | None) -> int:
    if after is None:
        return 0
    row = document.step_index().get(after)
    if row is None:
        raise Refused(GONE_STEP)
    return row + 1


def move_steps(document: SopDocument, operation: Operation) -> Outcome:
    """Move rows, in the order given, behind a row or to the top."""
    moved: Sequence[str] = operation["steps"]
    index = document.step_index()
    if not set(moved) <= index.keys():
        raise Refused(GONE_STEP)
    after = _anchor(document, operation["after"], moved)
    if _stays(document, moved, after):
        return Outcome(document)
    chart = Chart(document)
    ends = Ends.of(chart)
    places = {}
    for step in sorted(moved, key=index.__getitem__):
        places[step] = unhook(chart, step)
        chart.order.remove(step)
    at = chart.order.index(after) + 1 if after else 0
    for step in reversed(moved):
        chart.order.insert(at, step)
        hook(chart, step, places[step], ends)
    crown(chart, ends)
    healing.tell_lost(chart)
    steps = tuple(document.steps[index[step]] for step in chart.order)
    return Outcome(chart.closed(replace(document, steps=steps)), tuple(chart.notices))


def _anchor(document: SopDocument, after: str | None, moved: Sequence[str]) -> str | None:
    """Return the nearest row at or above ``after`` that does not move itself."""
    _place_after(document, after)
    rows = [step.id for step in document.steps]
    above = rows[: rows.index(after) + 1] if after is not None else []
    return next((step for step in reversed(above) if step not in moved), None)


def _stays(document: SopDocument, moved: Sequence[str], after: str | None) -> bool:
    rows = [step.id for step in document.steps]
    rest = [row for row in rows if row not in moved]
    at = rest.index(after) + 1 if after else 0
    return [*rest[:at], *moved, *rest[at:]] == rows


def remove_steps(document: SopDocument, operation: Operation) -> Outcome:
    """Remove rows; the flow is healed over them and redirected jumps are told."""
    gone = set(operation["steps"])
    index = document.step_index()
    if not gone <= index.keys():
        raise Refused(GONE_STEP)
    chart = Chart(document)
    ends = Ends.of(chart)
    nodes = [node.id for step in operation["steps"] for node in chart.row(step)]
    redirected = healing.remove(chart, nodes)
    chart.order = [step for step in chart.order if step not in gone]
    crown(chart, ends)
    healing.tell_moved(chart, redirected, document)
    healing.tell_lost(chart)
    steps = tuple(step for step in document.steps if step.id not in gone)
    return Outcome(chart.closed(replace(document, steps=steps)), tuple(chart.notices))


def _tell_inserted(_: SopDocument, operation: Operation) -> Sentence:
    return _INSERTED.filled(count=len(operation["steps"]))


def _rows(document: SopDocument, operation: Operation) -> Sentence:
    steps = operation["steps"]
    return step_of(document, steps[0]) if len(steps) == 1 else _STEPS.filled(count=len(steps))


def _tell_moved(document: SopDocument, operation: Operation) -> Sentence:
    return _MOVED.filled(what=_rows(document, operation))


def _tell_removed(document: SopDocument, operation: Operation) -> Sentence:
    return _REMOVED.filled(what=_rows(document, operation))


OPERATIONS = {
    "insert_steps": Kind(
        insert_steps, _tell_inserted, {"after": is_id_or_null, "steps": is_new_steps}
    ),
    "move_steps": Kind(move_steps, _tell_moved, {"steps": is_ids, "after": is_id_or_null}),
    "remove_steps": Kind(remove_steps, _tell_removed, {"steps": is_ids}),
}
