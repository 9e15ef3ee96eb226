"""Undo and redo of one's own changes, a hundred deep, kept over reloads.

An undo is a change like any other: it is appended to the history with what it did and its own way back, under an id
that names the edit ("undo-12-…"), so that other tabs hear of it and any former state can be made again. What it takes
back is marked, and stays marked until it is done again or overtaken by a new edit.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.crypto import get_random_string

from okesop.core.document import SopDocument
from okesop.core.operations import Refused, apply_change
from okesop.core.text import Sentence
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import Outcome, Result, Stamp, locked, new_change
from okesop.procedures.enums import ChangeKind, Standing
from okesop.procedures.models import DraftChange, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User

DEPTH = 100
NOTHING = {
    ChangeKind.UNDO: Sentence(
        "Tidak ada perubahan Anda yang dapat diurungkan.", "There is no change of yours to undo."
    ),
    ChangeKind.REDO: Sentence(
        "Tidak ada perubahan Anda yang dapat diulangi.", "There is no change of yours to redo."
    ),
}


@transaction.atomic
def undo(version: Version, *, stamp: Stamp) -> Outcome:
    """Take back the author's latest change that counts; other people's cells stay as they are."""
    return _turn(version, ChangeKind.UNDO, stamp)


@transaction.atomic
def redo(version: Version, *, stamp: Stamp) -> Outcome:
    """Do again what the author undid last."""
    return _turn(version, ChangeKind.REDO, stamp)


def possible(version: Version, by: "User") -> tuple[bool, bool]:
    """Tell whether the author can undo, and whether he can redo."""
    standings = {standing for _, standing in _stack(version, by)}
    return Standing.DONE in standings, Standing.UNDONE in standings


def _stack(version: Version, by: "User") -> list[tuple[int, str]]:
    """Return (pk, standing) of the author's latest edits, newest first."""
    edits = version.changes.filter(author=by, kind=ChangeKind.EDIT).exclude(standing=Standing.GONE)
    return list(edits.order_by("-sequence").values_list("pk", "standing")[:DEPTH])


def _turn(version: Version, kind: ChangeKind, stamp: Stamp) -> Outcome:
    version = locked(version)
    document = documents.read(version)
    change = _next(version, kind, stamp.by)
    if change is None:
        return _refused(version, document, NOTHING[kind])
    taken = change.undo
    try:
        done = apply_change(document, [taken])
    except Refused as refusal:
        # Left in place it would bar the way to everything before it.
        change.standing = Standing.GONE
        change.save(update_fields=["standing"])
        return _refused(version, document, refusal.message)
    change.standing = Standing.UNDONE if kind == ChangeKind.UNDO else Standing.DONE
    change.undo = done.undo
    change.save(update_fields=["standing", "undo"])
    row = new_change(version, document, done, stamp)
    row.change_id = f"{kind}-{change.sequence}-{get_random_string(22)}"
    row.kind = kind
    row.operations, row.undo = [taken], done.undo
    row.summary = change.summary
    row.save()
    findings = documents.store(version, done.document, by=stamp.by, at=stamp.at)
    result = Result(row.change_id, None, done.notices, done.places)
    return Outcome(version, done.document, findings, (result,), told=True)


def _next(version: Version, kind: ChangeKind, by: "User") -> DraftChange | None:
    wanted = Standing.DONE if kind == ChangeKind.UNDO else Standing.UNDONE
    keys = [pk for pk, standing in _stack(version, by) if standing == wanted]
    if not keys:
        return None
    return DraftChange.objects.get(pk=keys[0] if kind == ChangeKind.UNDO else keys[-1])


def _refused(version: Version, document: SopDocument, message: Sentence) -> Outcome:
    findings = documents.findings(version, document)
    return Outcome(version, document, findings, (Result("undo", message=message),))
