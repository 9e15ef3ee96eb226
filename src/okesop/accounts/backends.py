"""How Django finds the account of a name and a password, or of a name and a one-time code."""

from datetime import datetime

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from okesop.accounts.domain.queries import codes
from okesop.accounts.models import User


class _AccountBackend(BaseBackend):
    def get_user(self, user_id: int) -> User | None:
        """Return the account of a session; one that was deactivated is signed out at once."""
        return User.objects.active().filter(pk=user_id).first()


class NameBackend(_AccountBackend):
    """NIP or user name, and the person's own password."""

    def authenticate(  # type: ignore[override]  # Django picks a backend by its arguments
        self,
        request: HttpRequest | None,  # noqa: ARG002 -- Django's signature
        username: str,
        password: str,
    ) -> User | None:
        """Return the active account that fits; every refusal takes the time of one hash."""
        user = User.objects.active().named(username).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) else None


class CodeBackend(_AccountBackend):
    """NIP or user name, and a one-time code that still counts ``at`` this moment."""

    def authenticate(  # type: ignore[override]  # Django picks a backend by its arguments
        self,
        request: HttpRequest | None,  # noqa: ARG002 -- Django's signature
        username: str,
        code: str,
        at: datetime,
    ) -> User | None:
        """Return the active account that fits; the code is used up by `domain.passwords` alone."""
        user = User.objects.active().named(username).first()
        if user is None:
            User().set_password(code)
            return None
        return user if codes.fitting(user, code, at=at) else None
