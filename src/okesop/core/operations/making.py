"""Rows, columns, symbols and arrows from their plain values, as a ``restore`` carries them."""

from collections.abc import Callable, Mapping
from typing import Any

from okesop.core.document import Edge, Node, NodeKind, Performer, Side, Step
from okesop.core.operations.difference import COLUMNS, SECTIONS
from okesop.core.operations.ordering import placed

Section = Mapping[str, Any]


def node_of(data: Section) -> Node:
    """Return a symbol."""
    span = data.get("span")
    ends = (span[0], span[1]) if span else None
    kind = NodeKind(data["kind"])
    return Node(data["id"], data["step"], data["performer"], kind, data.get("label"), ends)


def edge_of(data: Section) -> Edge:
    """Return an arrow or a line of joint work."""
    leave, side = (Side(data[key]) if data.get(key) else None for key in ("leave", "side"))
    joint = bool(data.get("joint"))
    return Edge(data["from"], data["to"], data.get("label"), joint, leave, side)


MAKE: Mapping[str, Callable[[Section], Any]] = {
    "performers": lambda data: Performer(**data),
    "steps": lambda data: Step(**data),
    "nodes": node_of,
    "edges": edge_of,
}


def changed_back(name: str, item: Any, changed: Section) -> Any:
    """Return the item with its former values, where it still has those of the change."""
    value = SECTIONS[name](item)
    kept = {field for field, (made, _) in changed.items() if value.get(field) != made}
    if kept & COLUMNS:
        kept |= COLUMNS
    value |= {field: then for field, (_, then) in changed.items() if field not in kept}
    return MAKE[name](value)


def ordered_back(items: Mapping[str, Any], section: Section) -> tuple[Any, ...]:
    """Return the items with those that came back or had moved where they stood."""
    keys = {*section.get("insert", ()), *section.get("moved", ())} & items.keys()
    return tuple(items[key] for key in placed(list(items), section.get("order", ()), keys))
