"""How far long work is, and what came of it, for the person who asked for it."""

import secrets
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from okesop.tasks.enums import ProgressState

if TYPE_CHECKING:
    from django.contrib.auth.models import _User


def new_handle() -> str:
    """Return an unguessable name for an address."""
    return secrets.token_urlsafe(16)


class ProgressQuerySet(models.QuerySet["Progress"]):
    """Filters of long work."""

    def visible_to(self, user: "_User") -> Self:
        """Keep what the person asked for himself."""
        return self.filter(user=user)

    def open(self) -> Self:
        """Keep what goes on."""
        return self.filter(state__in=[ProgressState.WAITING, ProgressState.RUNNING])


class Progress(models.Model):
    """Long work of one person: counts while it goes on, then what came of it."""

    handle = models.CharField(max_length=22, unique=True, default=new_handle)
    user: "models.ForeignKey[_User, _User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=200)
    state = models.CharField(
        max_length=10, choices=ProgressState.choices, default=ProgressState.WAITING
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    result = models.CharField(max_length=500, default="", blank=True)
    url = models.CharField(max_length=500, default="", blank=True)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=ProgressState.values), name="progress_state_known"
            ),
        ]
        indexes = [models.Index(fields=["user", "-asked_at"], name="progress_of_user")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """It goes on."""
        return self.state in {ProgressState.WAITING, ProgressState.RUNNING}
