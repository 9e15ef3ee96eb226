"""A version as it was after any of its changes: the document of today with what came later taken back.

Each change keeps its way back, and in the state that it left this way is exact. Where an edit was undone later, the
way back that is stored with it is the one to do it again; its own is then what the first undo of it did.
"""

from okesop.core.document import SopDocument
from okesop.core.operations import apply_change
from okesop.procedures.domain import document as documents
from okesop.procedures.enums import ChangeKind
from okesop.procedures.models import DraftChange, Version

FIRST = 1
"""The sequence of a version when it was made."""


def as_it_was(version: Version, sequence: int) -> SopDocument:
    """Return the document after the change with this sequence; 1 is how the version began."""
    document = documents.read(version)
    undone: dict[int, object] = {}
    for change in _later(version, sequence):
        back = change.undo
        if change.kind == ChangeKind.UNDO:
            undone[_edit_of(change)] = change.operations[0]
        elif change.kind == ChangeKind.EDIT:
            back = undone.get(change.sequence, back)
        document = apply_change(document, [back]).document
    return document


def _later(version: Version, sequence: int) -> list[DraftChange]:
    if sequence >= version.sequence:
        return []
    changes = version.changes.filter(sequence__gt=sequence).order_by("-sequence")
    return list(changes.only("version", "sequence", "kind", "change_id", "operations", "undo"))


def _edit_of(change: DraftChange) -> int:
    """Return the sequence of the edit that an undo took back."""
    return int(change.change_id.split("-")[1])
