"""Where the installation is reached from outside: what the codes on paper lead to."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from okesop.accounts.models import User


class PublicAddress(models.Model):
    """An address that was set; the latest row counts."""

    address = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    set_by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.address
