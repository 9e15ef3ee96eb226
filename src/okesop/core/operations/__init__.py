"""Editing is a list of small operations on a document; see ``docs/formats/operations.md``.

Undo, autosave, history, two people in one draft and later comparison all stand on them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from types import MappingProxyType

from okesop.core import bounds
from okesop.core.canonical import canonical
from okesop.core.document import SopDocument
from okesop.core.operations import (
    exits,
    items,
    joining,
    kinds,
    performers,
    restore,
    steps,
    symbols,
    texts,
)
from okesop.core.operations.difference import difference
from okesop.core.operations.outcome import Applied, Kind, Operation, Outcome, Refused
from okesop.core.operations.shape import check, malformed
from okesop.core.places import LIST_NAMES
from okesop.core.text import Sentence

__all__ = [
    "OPERATIONS",
    "Applied",
    "Operation",
    "Refused",
    "apply",
    "apply_change",
    "describe",
    "validate",
]

OPERATIONS: Mapping[str, Kind] = MappingProxyType(
    {
        **texts.OPERATIONS,
        **items.OPERATIONS,
        **steps.OPERATIONS,
        **performers.OPERATIONS,
        **symbols.OPERATIONS,
        **kinds.OPERATIONS,
        **joining.OPERATIONS,
        **exits.OPERATIONS,
        **restore.OPERATIONS,
    }
)

_TOO_LARGE = Sentence(
    "Dokumen ini akan melebihi 5 MB. Bagi menjadi beberapa SOP.",
    "This document would be over 5 MB. Split it into several SOPs.",
)
_TOO_MANY = Sentence(
    "Perubahan ini terlalu besar (lebih dari {most} bagian). Bagi menjadi beberapa bagian.",
    "This change is too large (over {most} parts). Split it up.",
)
_TOO_MANY_SYMBOLS = Sentence(
    "Bagan paling banyak {nodes} simbol dan {edges} panah. Bagi menjadi beberapa SOP.",
    "A chart has at most {nodes} symbols and {edges} arrows. Split it into several SOPs.",
)
_CHANGED = Sentence("mengubah dokumen", "changed the document")
_WORST_ESCAPE = 6
"""A control character takes six bytes in JSON; no character takes more."""
_FRAME = 1_500_000
"""More than the ids, symbols and arrows of a document within its bounds can take."""


def validate(operation: object) -> None:
    """Check an operation that came from outside: its kind, its fields and their bounds.

    Raises:
        Refused: it is none, or it is ``restore``, which only ``apply`` makes.
    """
    if not isinstance(operation, Mapping) or operation.get("op") == "restore":
        raise malformed("op")
    check(operation, _kind(operation))


def apply(document: SopDocument, operation: Operation) -> Applied:
    """Apply one operation.

    Raises:
        Refused: it cannot be applied; nothing is changed.
    """
    return apply_change(document, (operation,))


def apply_change(document: SopDocument, operations: Iterable[Operation]) -> Applied:
    """Apply operations that stand or fall together, and are undone together.

    Raises:
        Refused: one of them cannot be applied; none is then.
    """
    after = document
    notices: list[Sentence] = []
    for number, operation in enumerate(operations):
        if number >= bounds.OPERATIONS:
            raise Refused(_TOO_MANY.filled(most=bounds.OPERATIONS))
        outcome = _perform(after, operation)
        after = outcome.document
        notices += outcome.notices
    _check_size(after)
    made = difference(document, after)
    return Applied(after, made.undo, made.places, tuple(notices))


def describe(operation: Operation, document: SopDocument) -> Sentence:
    """Say what an operation does, for the history; ``document`` is the one before it."""
    kind = OPERATIONS.get(str(operation.get("op")))
    try:
        return kind.tell(document, operation) if kind else _CHANGED
    except (KeyError, IndexError, TypeError, AttributeError):
        return _CHANGED


def _kind(operation: Operation) -> Kind:
    name = operation.get("op")
    kind = OPERATIONS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise malformed("op")
    return kind


def _perform(document: SopDocument, operation: Operation) -> Outcome:
    if not isinstance(operation, Mapping):
        raise malformed("op")
    kind = _kind(operation)
    check(operation, kind)
    return kind.perform(document, operation)


def _check_size(document: SopDocument) -> None:
    if len(document.nodes) > bounds.NODES or len(document.edges) > bounds.EDGES:
        raise Refused(_TOO_MANY_SYMBOLS.filled(nodes=bounds.NODES, edges=bounds.EDGES))
    if sum(map(len, _texts(document))) * _WORST_ESCAPE + _FRAME < bounds.FILE_BYTES:
        return
    if len(canonical(document)) > bounds.FILE_BYTES:
        raise Refused(_TOO_LARGE)


def _texts(document: SopDocument) -> Iterator[str]:
    """Yield every text that an author can type, so that the document need not be written to be weighed."""
    yield from filter(None, map(str, astuple(document.identity)))
    for name in LIST_NAMES:
        yield from getattr(document, name)
    yield from (performer.title for performer in document.performers)
    for step in document.steps:
        yield from (step.activity, step.requirements, step.time, step.output, step.note)
    yield from (node.label for node in document.nodes if node.label)
    yield from (edge.label for edge in document.edges if edge.label)
