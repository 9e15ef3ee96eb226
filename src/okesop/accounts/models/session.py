"""Where a person is signed in: listed on his profile and revocable."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from okesop.accounts.models.user import User


class Session(AbstractBaseSession):
    """A session of Django with its person, device and times.

    ``handle`` names it in addresses and forms; the session key itself never leaves the cookie. The columns repeat
    what the session's data says (`sessions.SessionStore` writes both), so that they can be listed.
    """

    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")
    handle = models.CharField(max_length=22, db_index=True)
    device = models.CharField(max_length=255, default="")
    address = models.CharField(max_length=45, default="")
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return the engine that reads and writes this model."""
        from okesop.accounts.sessions import SessionStore  # noqa: PLC0415 -- app ready

        return SessionStore
