"""Who has a draft open, and on which cell he stands."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Presence(models.Model):
    """One open tab; it counts for some seconds after it was last seen."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="presences")
    client = models.CharField(max_length=64)
    user: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    cell = models.CharField(max_length=200, default="", blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "client"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.client} {self.cell}"
