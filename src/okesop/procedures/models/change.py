"""What was done to a draft, in order: history, undo and two people in one draft stand on it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.enums import ChangeKind, Standing
from okesop.procedures.models.json_text import JsonText
from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class DraftChange(models.Model):
    """Operations that stand or fall together.

    ``undo`` is the operation that takes them back, ``texts`` what each cell said before and after, ``summary`` what
    happened as data that ``domain.wording`` turns into a sentence in the reader's language.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="changes")
    sequence = models.PositiveIntegerField()
    change_id = models.CharField(max_length=64)
    client = models.CharField(max_length=64)
    author: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    kind = models.CharField(max_length=8, choices=ChangeKind.choices, default=ChangeKind.EDIT)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.DONE)
    operations = JsonText()
    undo = JsonText()
    places = JsonText()
    texts = JsonText()
    summary = JsonText()
    notices = JsonText()

    class Meta:
        ordering = ["sequence"]
        constraints = [
            models.UniqueConstraint(fields=["version", "sequence"], name="change_in_order"),
            models.UniqueConstraint(fields=["version", "change_id"], name="change_once"),
            models.CheckConstraint(condition=models.Q(sequence__gte=1), name="change_from_one"),
            models.CheckConstraint(
                condition=models.Q(kind__in=ChangeKind.values), name="change_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(standing__in=Standing.values), name="change_standing_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["version", "author", "standing", "sequence"], name="change_by_author"
            ),
            models.Index(fields=["-at"], name="change_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}/{self.sequence}"
