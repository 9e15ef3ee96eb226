"""A person's own password."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from okesop.accounts.domain.queries import codes
from okesop.accounts.models import OneTimeCode, User
from okesop.audit.domain import trail


class CodeNotAccepted(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The code was used or withdrawn in the meantime."""


def _set(user: User, password: str, *, at: datetime) -> None:
    validate_password(password, user)
    user.set_password(password)
    user.password_set_at = at
    user.save(update_fields=["password", "password_set_at"])


@transaction.atomic
def change(user: User, password: str, *, kept: str, at: datetime) -> None:
    """Set a new password for somebody who is signed in; his sessions end but the one with the handle ``kept``.

    Raises Django's ``ValidationError`` where the password is refused.
    """
    _set(user, password, at=at)
    user.codes.open().update(withdrawn_at=at)
    user.sessions.exclude(handle=kept).delete()
    trail.record("accounts.change_password", user, by=user, at=at)


@transaction.atomic
def set_with_code(user: User, typed: str, password: str, *, at: datetime) -> None:
    """Use a one-time code up and set the person's own password; all his sessions end.

    Raises Django's ``ValidationError`` where the password is refused (the code goes on counting) and
    `CodeNotAccepted` where the code does not count any more.
    """
    code = codes.fitting(user, typed, at=at)
    if code is None or not _use_up(code, at):
        raise CodeNotAccepted(_("Kode ini sudah tidak berlaku. Minta kode baru kepada pengelola."))
    _set(user, password, at=at)
    user.sessions.all().delete()
    trail.record("accounts.set_password_with_code", user, by=user, at=at)


def _use_up(code: OneTimeCode, at: datetime) -> bool:
    # One conditional UPDATE: two browsers with the same code cannot both win.
    return bool(OneTimeCode.objects.open().filter(pk=code.pk).update(used_at=at))
