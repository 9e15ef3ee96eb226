"""How a person wants to be told."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.notifications.enums import Rhythm

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Preference(models.Model):
    """A person's choice; without a row he is told everything here and nothing by e-mail.

    ``muted`` names optional kinds that he is not told at all, ``unmailed`` those that do not go by e-mail. E-mail
    goes only to an ``address`` that he confirmed.
    """

    user: "models.OneToOneField[User, User]" = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    address = models.EmailField(default="", blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices, default=Rhythm.NONE)
    muted = models.JSONField(default=list, blank=True)
    unmailed = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rhythm__in=Rhythm.values), name="preference_rhythm_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def mailed(self) -> bool:
        """E-mail may go out to him."""
        return self.rhythm != Rhythm.NONE and self.confirmed_at is not None
