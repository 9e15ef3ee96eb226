"""An e-mail that was put together."""

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from okesop.accounts.models import User


def new_token() -> str:
    """Return what makes a Message-ID the only one of its kind."""
    return secrets.token_hex(16)


class Mail(models.Model):
    """What is sent to a person in one message: fixed before it is sent, so that a second try is the same message."""

    user: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    token = models.CharField(max_length=32, unique=True, default=new_token)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.token
