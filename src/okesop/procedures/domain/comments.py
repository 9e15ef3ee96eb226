"""Notes of people on a version: pinned to a place, answered, followed up."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import telling
from okesop.procedures.domain.changes import DraftClosed
from okesop.procedures.domain.places import exists
from okesop.procedures.domain.plain import plain
from okesop.procedures.enums import WRITTEN, VersionState
from okesop.procedures.models import Comment, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User

REVIEWING = {VersionState.SUBMITTED: Role.VERIFIER, VersionState.VERIFIED: Role.APPROVER}


class EmptyComment(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A note without a word."""


class NoSuchPlace(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A note on something that the document does not have."""


@transaction.atomic
def add(version: Version, *, place: str, text: str, by: "User", at: datetime) -> Comment:
    """Note something on a version, or on one of its places; it belongs to the round of review that is on.

    Raises:
        EmptyComment: nothing was written.
        NoSuchPlace: there is no such place; someone may have removed it.
        DraftClosed: the version is approved, and nothing is noted on it any more.
    """
    text = _words(text)
    version = _noted(version)
    if place and not exists(documents.read(version), place):
        raise NoSuchPlace(_("Bagian ini tidak ada, atau baru dihapus orang lain. Pilih lagi."))
    comment = Comment.objects.create(
        version=version,
        round=version.round,
        written_as=_written_as(version, by, at),
        place=place,
        text=text,
        author=by,
        at=at,
    )
    telling.noted(comment)
    return comment


@transaction.atomic
def answer(comment: Comment, *, text: str, by: "User", at: datetime) -> None:
    """Answer a note; a later answer takes the place of the one before. It stays open until it is settled.

    Raises:
        EmptyComment: nothing was written.
        DraftClosed: the version is approved.
    """
    text = _words(text)
    _noted(comment.version)
    comment.answer, comment.answered_by, comment.answered_at = text, by, at
    comment.save(update_fields=["answer", "answered_by", "answered_at"])
    telling.answered(comment, by=by, at=at)


@transaction.atomic
def settle(comment: Comment, *, done: bool, by: "User", at: datetime) -> None:
    """Mark a note as done, or open it again.

    Raises:
        DraftClosed: the version is approved.
    """
    _noted(comment.version)
    comment.done_at = at if done else None
    comment.done_by = by if done else None
    comment.save(update_fields=["done_at", "done_by"])


def _words(text: str) -> str:
    text = plain(text)
    if not text:
        raise EmptyComment(_("Catatan masih kosong. Tulis catatannya dahulu."))
    return text


def _noted(version: Version) -> Version:
    """Return the version read anew and locked, so that it is not approved while somebody notes something."""
    found = Version.objects.select_for_update().filter(pk=version.pk, state__in=WRITTEN).first()
    if found is None:
        raise DraftClosed(_("SOP ini sudah disetujui, jadi catatannya tidak berubah lagi."))
    found.procedure = version.procedure
    return found


def _written_as(version: Version, by: "User", at: datetime) -> str:
    role = REVIEWING.get(VersionState(version.state))
    on = timezone.localdate(at)
    reviews = role and access.holds(by, [role], version.procedure.unit_id, on=on)
    return str(role) if reviews else ""
