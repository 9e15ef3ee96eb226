"""Symbols and arrows go back to where a change found them.

Where nothing but texts has changed since (``seal``), they go back exactly, so that undo of a series in reverse order
gives the very document back. Otherwise ``merging`` fits them into what others have drawn meanwhile.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from okesop.core.document import Node, SopDocument
from okesop.core.operations.difference import keyed, leaving, seal
from okesop.core.operations.making import MAKE, Section, changed_back, ordered_back
from okesop.core.operations.merging import merged
from okesop.core.operations.outcome import Operation, Outcome


def reflow(
    before: SopDocument, document: SopDocument, operation: Operation, kept: frozenset[str]
) -> Outcome:
    """Take the change of symbols and arrows back.

    ``document`` is ``before`` with its rows and columns back in place, the added ones still among them; ``kept`` are
    the places of those that must stay.
    """
    if "seal" not in operation:
        return Outcome(document)
    if not kept and operation["seal"] == seal(before):
        return Outcome(_exactly(document, operation))
    if not kept and _is_plain(operation) and _is_as_left(document, operation):
        return Outcome(_pruned(_exactly(document, operation)))
    outcome = merged(before, document, operation, kept)
    return Outcome(_pruned(outcome.document), outcome.notices)


def _is_plain(operation: Operation) -> bool:
    """Tell whether no symbol came, went or changed its row."""
    nodes, steps = operation.get("nodes", {}), operation.get("steps", {})
    shifted = any("step" in changed for changed in nodes.get("change", {}).values())
    return not (shifted or "insert" in nodes or "remove" in nodes or "moved" in steps)


def _is_as_left(document: SopDocument, operation: Operation) -> bool:
    """Tell whether others have left alone the arrows of the symbols concerned."""
    ways = operation.get("edges", {}).get("leaving", {})
    return bool(leaving(keyed("edges", document.edges), ways) == ways)


def _exactly(document: SopDocument, operation: Operation) -> SopDocument:
    """Return the document with the values that the change found."""
    values: dict[str, Any] = {
        name: _section(document, name, operation.get(name, {})) for name in ("nodes", "edges")
    }
    return replace(document, **values)


def _section(document: SopDocument, name: str, section: Section) -> tuple[Any, ...]:
    items = keyed(name, getattr(document, name))
    for key, changed in section.get("change", {}).items():
        if key in items:
            items[key] = changed_back(name, items[key], changed)
    for key in section.get("remove", ()):
        items.pop(key, None)
    back = {key: value for key, value in section.get("insert", {}).items() if key not in items}
    items |= {key: MAKE[name](value) for key, value in back.items()}
    return ordered_back(items, section)


def _pruned(document: SopDocument) -> SopDocument:
    """Drop what stands on a row, a column or a symbol that is gone; let spans run from left to right."""
    steps, performers = document.step_index(), document.performer_index()
    nodes = tuple(
        _straightened(node, performers)
        for node in document.nodes
        if node.step in steps and {node.performer, *(node.span or ())} <= performers.keys()
    )
    row = {node.id: node.step for node in nodes}
    edges = tuple(
        edge
        for edge in document.edges
        if edge.source in row
        and edge.target in row
        and (not edge.joint or row[edge.source] == row[edge.target])
    )
    return replace(document, nodes=nodes, edges=edges)


def _straightened(node: Node, columns: Mapping[str, int]) -> Node:
    if node.span is None or columns[node.span[0]] < columns[node.span[1]]:
        return node
    last, first = node.span
    return replace(node, performer=first, span=(first, last))
