"""An SOP: what stays the same through all of its versions."""

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.enums import Reach

if TYPE_CHECKING:
    from okesop.accounts.models import User


def public_key() -> str:
    """Return a key of 96 random bits: an address that nobody guesses."""
    return secrets.token_urlsafe(12)


class Procedure(models.Model):
    """One SOP of one unit."""

    key = models.CharField(max_length=24, unique=True, default=public_key, editable=False)
    unit = models.ForeignKey(
        "organisation.Unit", on_delete=models.PROTECT, related_name="procedures"
    )
    reach = models.CharField(max_length=8, choices=Reach.choices, default=Reach.OFFICE)
    created_at = models.DateTimeField()
    created_by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reach__in=Reach.values), name="procedure_reach_known"
            ),
        ]

    def __str__(self) -> str:
        return self.key
