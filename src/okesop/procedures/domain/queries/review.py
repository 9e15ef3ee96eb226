"""What somebody reads before a version moves on: the document, its findings, its notes."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Case, When
from django.utils.translation import gettext as _

from okesop.core.document import SopDocument
from okesop.core.places import IDENTITY_NAMES, LIST_NAMES, STEP_NAMES
from okesop.core.rules import Finding
from okesop.procedures.domain import changes
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.places import where
from okesop.procedures.domain.queries import comparison, leaf, receivers, timeline, ways
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.models import Comment, Version
from okesop.ui.templatetags import written

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Blocking:
    """A finding that stands in the way, with its place in words and its address in the editor."""

    where: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is read: who, where, what, what was answered, whether it is followed up."""

    comment: Comment
    at: str
    where: str
    answered: str

    @property
    def done(self) -> bool:
        """Whether the follow-up is closed."""
        return self.comment.done_at is not None


@dataclass(frozen=True, slots=True)
class Round:
    """The notes of one round, the open ones first."""

    number: int
    notes: tuple[Note, ...]


def of(user: "User", version: Version, on: date) -> dict[str, Any]:
    """Return what the page of a review shows."""
    outcome = changes.as_it_stands(version)
    return {
        **leaf.of(outcome),
        "ways": ways.of(user, version, on),
        "marks": timeline.of(version, on),
        "compared": compared(version),
        "change": comparison.told(user, version.key, compared(version)),
        "rounds": rounds(version, outcome.document),
        "places": places(outcome.document),
        "blocking": [_blocking(each) for each in outcome.findings if each.blocks],
        "may_note": user.has_perm("procedures.note_version", version),
    }


def of_draft(version: Version, on: date) -> dict[str, Any]:
    """Return what the page before a submission shows."""
    document = documents.read(version)
    found = documents.recount(version, document)
    return {
        "version": version,
        "receiver": receivers.of_draft(version, on),
        "blocking": [_blocking(each) for each in found if each.blocks],
        "hints": sum(not each.blocks and each.waived is None for each in found),
        "open_notes": version.comments.filter(done_at=None, answer="").count(),
    }


def compared(version: Version) -> tuple[str, str, str] | None:
    """Return the two states that tell a reviewer what changed, and the words for it: since the last round, or version.

    The names are those of `states`: "2" is version 2 as it stands, "2r1" as it was submitted for the first time.
    """
    here = str(version.number)
    if version.round > 1:
        return f"{here}r{version.round - 1}", here, _("Yang berubah sejak putaran lalu")
    if version.number > 1:
        return str(version.number - 1), here, _("Yang berubah sejak versi lalu")
    return None


def first_note(version: Version) -> Comment | None:
    """Return the note that the author of a returned draft begins with: the first open one of that round on a place."""
    if version.returned_at is None:
        return None
    asked = version.comments.filter(round=version.round, done_at=None).exclude(written_as="")
    asked = asked.select_related("author")
    return asked.order_by(Case(When(place="", then=1), default=0), "at", "pk").first()


def rounds(version: Version, document: SopDocument) -> list[Round]:
    """Return the notes by round, the latest round first."""
    found = version.comments.select_related("author", "answered_by", "done_by")
    ordered = sorted(found, key=lambda note: (-note.round, note.done_at is not None, note.at))
    return [
        Round(number, tuple(_note(document, each) for each in group))
        for number, group in groupby(ordered, key=lambda note: note.round)
    ]


def places(document: SopDocument) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what a note can be pinned to, in groups, with the words for it."""
    identity = [
        (f"identity/{name}", where(document, f"identity/{name}")) for name in IDENTITY_NAMES
    ]
    lists = [(name, where(document, name)) for name in LIST_NAMES]
    groups = [(_("Identitas"), [*identity, *lists])]
    for row, step in enumerate(document.steps, start=1):
        spots = [f"steps/{step.id}", *(f"steps/{step.id}/{name}" for name in STEP_NAMES)]
        groups.append(
            (
                _("Langkah %(row)d") % {"row": row},
                [(spot, where(document, spot)) for spot in spots],
            )
        )
    return groups


def _blocking(finding: Finding) -> Blocking:
    return Blocking(spoken(finding.where), spoken(finding.message), finding.place)


def _note(document: SopDocument, comment: Comment) -> Note:
    answered = ""
    if comment.answered_at and comment.answered_by:
        answered = f"{comment.answered_by.name}, {written.moment(comment.answered_at)}"
    place = where(document, comment.place) if comment.place else _("Seluruh SOP")
    return Note(comment, written.moment(comment.at), place, answered)
