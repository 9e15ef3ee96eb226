"""What somebody decided about a version: the record of each move of its life."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.enums import Move
from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Approval(models.Model):
    """One decision: who, as which position, when, over which content; written once and never changed.

    ``turn`` counts the moves of a version from 1, ``round`` its submissions, ``order`` the approvers in their order.
    ``position`` is what the office called the position that day; ``assignment`` is how the person held it. ``sha256``
    is the hash of the document over which was decided, for the last approval that of the sealed one.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="approvals")
    turn = models.PositiveIntegerField()
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Move.choices)
    order = models.PositiveSmallIntegerField(default=1)
    by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    assignment = models.ForeignKey(
        "organisation.Assignment",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    position = models.CharField(max_length=240, default="", blank=True)
    at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    note = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["turn"]
        constraints = [
            models.UniqueConstraint(fields=["version", "turn"], name="approval_once_a_turn"),
            models.UniqueConstraint(
                fields=["version", "round", "order"],
                condition=models.Q(kind=Move.APPROVE),
                name="approval_once_an_approver",
            ),
            models.UniqueConstraint(
                fields=["version", "round"],
                condition=models.Q(kind=Move.VERIFY),
                name="approval_verified_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=Move.values), name="approval_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}/{self.turn} {self.kind}"
