"""Notes of people on a draft."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import locked
from okesop.procedures.domain.places import exists
from okesop.procedures.domain.plain import plain
from okesop.procedures.models import Comment, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class EmptyComment(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A note without a word."""


class NoSuchPlace(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A note on something that the draft does not have."""


@transaction.atomic
def add(version: Version, *, place: str, text: str, by: "User", at: datetime) -> Comment:
    """Note something on the draft, or on one of its places.

    Raises:
        EmptyComment: nothing was written.
        NoSuchPlace: the draft has no such place; someone may have removed it.
        DraftClosed: the version is no draft any more.
    """
    text = plain(text)
    if not text:
        raise EmptyComment(_("Catatan masih kosong. Tulis catatannya dahulu."))
    version = locked(version)
    if place and not exists(documents.read(version), place):
        raise NoSuchPlace(_("Bagian ini tidak ada, atau baru dihapus orang lain. Pilih lagi."))
    return Comment.objects.create(version=version, place=place, text=text, author=by, at=at)


@transaction.atomic
def settle(comment: Comment, *, done: bool, by: "User", at: datetime) -> None:
    """Mark a note as done, or open it again."""
    comment.done_at = at if done else None
    comment.done_by = by if done else None
    comment.save(update_fields=["done_at", "done_by"])
