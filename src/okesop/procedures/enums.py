"""Choices that are stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VersionState(TextChoices):
    """Where a version stands in its life, as it is stored; only `domain.transitions` writes it."""

    DRAFT = "draft", _("Draf")
    SUBMITTED = "submitted", _("Diajukan")
    VERIFIED = "verified", _("Diverifikasi")
    APPROVED = "approved", _("Disetujui")
    REVOKED = "revoked", _("Dicabut")


WRITTEN = (VersionState.DRAFT, VersionState.SUBMITTED, VersionState.VERIFIED)
"""The states of a version on its way; an SOP has at most one such version."""

SEALED = (VersionState.APPROVED, VersionState.REVOKED)
"""The states in which document, hash and PDF never change again."""


class Status(TextChoices):
    """Where a version stands on a day, as the screen says it: state and dates together (`models.standing`)."""

    DRAFT = "draft", _("Draf")
    RETURNED = "returned", _("Perlu Perbaikan")
    SUBMITTED = "submitted", _("Diajukan")
    VERIFIED = "verified", _("Diverifikasi")
    APPROVED = "approved", _("Disetujui")
    IN_FORCE = "in_force", _("Berlaku")
    SUPERSEDED = "superseded", _("Digantikan")
    REVOKED = "revoked", _("Dicabut")


LIVING = (Status.APPROVED, Status.IN_FORCE)
"""Where an approved version stands that is in force or will be."""
STATES: dict[Status, tuple[VersionState, ...]] = {
    Status.DRAFT: (VersionState.DRAFT,),
    Status.RETURNED: (VersionState.DRAFT,),
    Status.SUBMITTED: (VersionState.SUBMITTED,),
    Status.VERIFIED: (VersionState.VERIFIED,),
    Status.APPROVED: SEALED,
    Status.IN_FORCE: SEALED,
    Status.SUPERSEDED: SEALED,
    Status.REVOKED: (VersionState.REVOKED,),
}
"""In which states a version can stand somewhere: what an index finds before days are compared."""


class Move(TextChoices):
    """What somebody does to the state of a version."""

    SUBMIT = "submit", _("Diajukan")
    TAKE_BACK = "take_back", _("Ditarik kembali")
    VERIFY = "verify", _("Diverifikasi")
    SEND_BACK = "send_back", _("Dikembalikan dengan catatan")
    APPROVE = "approve", _("Disetujui")
    REVOKE = "revoke", _("Dicabut")


class Reach(TextChoices):
    """Who may read an approved SOP."""

    INTERNAL = "internal", _("Unit kerja sendiri")
    OFFICE = "office", _("Seluruh kantor")
    PUBLIC = "public", _("Siapa pun, lewat kode QR")


class NumberKind(TextChoices):
    """How a number came about: next in line, kept free on purpose, or put between two others."""

    ISSUED = "issued", _("Berurutan")
    RESERVED = "reserved", _("Dicadangkan")
    INSERTED = "inserted", _("Disisipkan")


class ChangeKind(TextChoices):
    """What brought a change about: typing, or taking back, or doing again."""

    EDIT = "edit", _("perubahan")
    UNDO = "undo", _("pengurungan")
    REDO = "redo", _("pengulangan")


class Standing(TextChoices):
    """Whether an edit counts: it does, it was undone, or it was undone and then overtaken."""

    DONE = "done", _("berlaku")
    UNDONE = "undone", _("diurungkan")
    GONE = "gone", _("tidak dapat diulangi")
