"""A workbook that waits to be looked at before it is written."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Upload(models.Model):
    """What somebody uploaded last: one for each, gone as soon as it is written or replaced."""

    by: "models.OneToOneField[User, User]" = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
