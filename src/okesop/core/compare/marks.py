"""The signs of a comparison on both charts: rows, columns, symbols and arrows, as classes of the stylesheet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from okesop.core.compare.change import Change, ChangeKind
from okesop.core.compare.edits import Edit
from okesop.core.document import Edge, Node
from okesop.core.flowchart.svg import Looks

if TYPE_CHECKING:
    from okesop.core.compare import Comparison

_GONE, _COME, _OTHER = "del", "add", "move"


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs on one chart: kinds of change by step and by performer, and the looks of symbols and arrows."""

    rows: Mapping[str, tuple[ChangeKind, ...]]
    columns: Mapping[str, tuple[ChangeKind, ...]]
    looks: Looks


def marks_of(comparison: "Comparison") -> tuple[Marks, Marks]:
    """Return the signs on the older and on the newer chart."""
    rows, columns = _kinds(comparison.changes)
    edits = [edit for change in comparison.changes for edit in change.edits]
    return (
        Marks(rows, columns, _looks(edits, older=True)),
        Marks(rows, columns, _looks(edits, older=False)),
    )


def _kinds(
    changes: Iterable[Change],
) -> tuple[dict[str, tuple[ChangeKind, ...]], dict[str, tuple[ChangeKind, ...]]]:
    rows: dict[str, list[ChangeKind]] = defaultdict(list)
    columns: dict[str, list[ChangeKind]] = defaultdict(list)
    for change in changes:
        section, _, key = change.place.partition("/")
        for step in change.steps if section == "steps" else ():
            rows[step].append(change.kind)
        if section == "performers":
            columns[key].append(change.kind)
    return (
        {step: tuple(kinds) for step, kinds in rows.items()},
        {key: tuple(kinds) for key, kinds in columns.items()},
    )


def _looks(edits: Iterable[Edit], *, older: bool) -> Looks:
    symbols: dict[str, str] = {}
    arrows: dict[tuple[str, str], str] = {}
    for edit in edits:
        item = edit.before if older else edit.after
        if isinstance(item, Node):
            symbols[item.id] = _look(edit, older=older)
        elif isinstance(item, Edge):
            arrows[item.source, item.target] = _look(edit, older=older)
    return Looks(symbols, arrows)


def _look(edit: Edit, *, older: bool) -> str:
    if edit.before is not None and edit.after is not None:
        return _OTHER
    return _GONE if older else _COME
