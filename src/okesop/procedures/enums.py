"""Choices that are stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VersionState(TextChoices):
    """Where a version stands in its life."""

    DRAFT = "draft", _("Draf")


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
