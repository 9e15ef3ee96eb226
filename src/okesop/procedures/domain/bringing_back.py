"""A draft set back to how it was after one of its changes: an edit like any other, which can be undone."""

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from okesop.core.operations import apply_change
from okesop.core.operations.difference import difference
from okesop.core.text import Sentence
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import rebuilding
from okesop.procedures.domain.changes import Outcome, Result, Stamp, locked, new_change, overtake
from okesop.procedures.models import Version

_SAID = Sentence(
    "memulihkan keadaan sesudah perubahan {sequence}",
    "brought back the state after change {sequence}",
)


class NoSuchChange(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The draft has no change of that number."""


@transaction.atomic
def bring_back(version: Version, sequence: int, *, stamp: Stamp) -> Outcome:
    """Set a draft to the state after the change ``sequence``; all that came later stays in its history.

    Raises:
        DraftClosed: the version is no draft any more. NoSuchChange.
    """
    version = locked(version)
    if not rebuilding.FIRST <= sequence <= version.sequence:
        raise NoSuchChange(_("Perubahan itu tidak ada pada draf ini."))
    document = documents.read(version)
    way = difference(rebuilding.as_it_was(version, sequence), document).undo
    done = apply_change(document, [way])
    overtake(version, stamp.by)
    change = new_change(version, document, done, stamp)
    change.change_id = f"back-{sequence}-{get_random_string(22)}"
    change.operations, change.undo = [way], done.undo
    said = _SAID.filled(sequence=sequence)
    change.summary = [[said.id, said.en]]
    change.save()
    findings = documents.store(version, done.document, by=stamp.by, at=stamp.at)
    result = Result(change.change_id, None, done.notices, done.places)
    return Outcome(version, done.document, findings, (result,), told=True)
