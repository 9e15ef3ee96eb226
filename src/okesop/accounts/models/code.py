"""Codes that are shown once: to set a first or forgotten password, and to set up the office."""

from typing import Self

from django.db import models

from okesop.accounts.models.user import User


class CodeQuerySet(models.QuerySet["OneTimeCode"]):
    """Filters of codes."""

    def open(self) -> Self:
        """Keep what was neither used nor withdrawn; the day of expiry is judged by the caller's clock."""
        return self.filter(used_at__isnull=True, withdrawn_at__isnull=True)


class OneTimeCode(models.Model):
    """Lets one person set his own password once; only a hash is kept."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=128)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = CodeQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="code_one_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class SetupCode(models.Model):
    """Lets whoever started the server name the office and the first administrator; only a hash is kept."""

    digest = models.CharField(max_length=128)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)
