"""A note of a person on a version or on one of its places, its answer, and whether it is followed up."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Comment(models.Model):
    """What somebody noted; ``place`` is empty for the whole SOP.

    ``round`` is the round of review in which it was written, 0 before the first; ``written_as`` the role in which a
    verifier or an approver wrote it, empty for those who write the draft. It is open until somebody marks it as done.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="comments")
    round = models.PositiveSmallIntegerField(default=0)
    written_as = models.CharField(max_length=20, default="", blank=True)
    place = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField()
    author: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    answer = models.TextField(default="", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by: "models.ForeignKey[User | None, User | None]" = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    done_at = models.DateTimeField(null=True, blank=True)
    done_by: "models.ForeignKey[User | None, User | None]" = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="comment_has_text"),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="comment_done_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | (
                    ~models.Q(answer="")
                    & models.Q(answered_at__isnull=False, answered_by__isnull=False)
                ),
                name="comment_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]
