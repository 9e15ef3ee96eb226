"""What stands at a place of a document, and how the place is called."""

from datetime import date

from okesop.core import places
from okesop.core.document import SopDocument
from okesop.procedures.domain.spoken import spoken


def where(document: SopDocument, place: str) -> str:
    """Say in words where ``place`` is: "Langkah 9, Output"."""
    return spoken(places.where(document, place))


def exists(document: SopDocument, place: str) -> bool:
    """Tell whether the document has such a place: a field, a list, a row, a cell, a symbol."""
    name, *rest = place.split("/")
    known: bool
    match name, rest:
        case "identity", [field]:
            known = field in places.IDENTITY_NAMES
        case "steps", [step, *cell] if len(cell) < 2:  # noqa: PLR2004 -- a row or one of its cells
            known = step in document.step_index() and places.STEP_NAMES.keys() >= set(cell)
        case "performers", [performer]:
            known = performer in document.performer_index()
        case "nodes", [node] | [node, "label"]:
            known = node in document.node_by_id()
        case "edges", [source, target]:
            known = any((e.source, e.target) == (source, target) for e in document.edges)
        case _:
            known = name in places.LIST_NAMES and len(rest) < 2  # noqa: PLR2004 -- a list or an entry
    return known


def text_at(document: SopDocument, place: str) -> str | None:
    """Return the text of a cell as its author sees it; None where ``place`` is no text cell."""
    match place.split("/"):
        case ["steps", step, cell] if cell in places.STEP_NAMES:
            return next((getattr(s, cell) or "" for s in document.steps if s.id == step), None)
        case ["identity", field] if field in places.IDENTITY_NAMES:
            return _said(getattr(document.identity, field))
        case ["performers", performer, *_]:
            return next((p.title for p in document.performers if p.id == performer), None)
        case ["nodes", node, "label"]:
            return next((n.label or "" for n in document.nodes if n.id == node), None)
        case _:
            return None


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)
