"""A suggestion that the drafter sets aside, with a reason."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.models.version import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Waiver(models.Model):
    """One finding (rule at a place) that stays counted and visible, but no longer asks."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="waivers")
    rule = models.CharField(max_length=16)
    place = models.CharField(max_length=200)
    reason = models.TextField()
    by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "rule", "place"], name="waiver_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="waiver_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.place}"
