"""The one way to write a document: fixed order of keys, UTF-8, texts letter for letter as typed.

Nothing is normalised (no NFC, no trimming): the hash is of what the author wrote. Optional keys that say nothing
are left out, so that two programs that write the same document write the same bytes.
"""

import json
from datetime import date
from typing import Any

from okesop.core.document import FORMAT, Edge, Identity, Node, Performer, SopDocument, Step
from okesop.core.places import LIST_NAMES


def as_data(document: SopDocument) -> dict[str, Any]:
    """Return the document as the JSON value of ``sop-document/1``."""
    return {
        "format": FORMAT,
        "identity": identity_data(document.identity),
        **{name: list(getattr(document, name)) for name in LIST_NAMES},
        "performers": [performer_data(performer) for performer in document.performers],
        "steps": [step_data(step) for step in document.steps],
        "nodes": [node_data(node) for node in document.nodes],
        "edges": [edge_data(edge) for edge in document.edges],
    }


def canonical(document: SopDocument) -> bytes:
    """Return the document as canonical JSON text in UTF-8."""
    data = as_data(document)
    return json.dumps(
        data, ensure_ascii=False, separators=(",", ":"), check_circular=False
    ).encode()


def sha256(document: SopDocument) -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal."""
    import hashlib  # noqa: PLC0415 -- slow import

    return hashlib.sha256(canonical(document)).hexdigest()


def _date(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def _said(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def identity_data(identity: Identity) -> dict[str, Any]:
    """Return the head of the form as its JSON value."""
    return {
        "number": identity.number,
        "title": identity.title,
        "created": _date(identity.created),
        "revised": _date(identity.revised),
        "effective": _date(identity.effective),
        "approver_position": identity.approver_position,
        "approver_name": identity.approver_name,
        "approver_nip": identity.approver_nip,
        "institution": list(identity.institution),
        "unit": identity.unit,
        **_said(
            acting_as=identity.acting_as,
            next_review=_date(identity.next_review),
            nature=identity.nature,
            service_promise=identity.service_promise,
        ),
    }


def performer_data(performer: Performer) -> dict[str, Any]:
    """Return one column as its JSON value."""
    said = _said(position=performer.position)
    return {"id": performer.id, "title": performer.title, **said}


def step_data(step: Step) -> dict[str, Any]:
    """Return one row as its JSON value."""
    return {
        "id": step.id,
        **_said(no=step.no),
        "activity": step.activity,
        "requirements": step.requirements,
        "time": step.time,
        "output": step.output,
        "note": step.note,
    }


def node_data(node: Node) -> dict[str, Any]:
    """Return one symbol as its JSON value."""
    return {
        "id": node.id,
        "step": node.step,
        "performer": node.performer,
        "kind": node.kind.value,
        "label": node.label,
        **_said(span=list(node.span) if node.span else None),
    }


def edge_data(edge: Edge) -> dict[str, Any]:
    """Return one line as its JSON value."""
    return {
        "from": edge.source,
        "to": edge.target,
        "label": edge.label,
        **_said(
            joint=edge.joint or None,
            leave=edge.leave.value if edge.leave else None,
            side=edge.side.value if edge.side else None,
        ),
    }
