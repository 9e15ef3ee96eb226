"""A note of a person on a draft or on one of its places."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Comment(models.Model):
    """What somebody noted; ``place`` is empty for the whole draft."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="comments")
    place = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField()
    author: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
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
        ]

    def __str__(self) -> str:
        return self.text[:40]
