"""Somebody who works in the office."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Person(models.Model):
    """A person of the office with his official name (titles included) and NIP; ``user`` where he signs in."""

    user: "models.OneToOneField[User | None, User | None]" = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="person",
    )
    name = models.CharField(max_length=200)
    nip = models.CharField(max_length=18, unique=True, null=True, blank=True)
    rank = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
