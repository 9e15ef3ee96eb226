"""One-time codes: made, handed over by an administrator, used once."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from okesop.accounts.models import OneTimeCode, SetupCode, User
from okesop.audit.domain import trail

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # 32 signs: no O, I, L, U
SIGNS = 12  # 60 random bits
SETUP_VALID = timedelta(hours=24)


def _made() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))


def _printed(code: str) -> str:
    return "-".join(code[start : start + 4] for start in range(0, SIGNS, 4))


@transaction.atomic
def issue(user: User, *, by: User, at: datetime) -> str:
    """Make the code with which ``user`` sets his own password; return it as it is shown, once.

    An earlier code of the person stops counting. The password that he has goes on counting until he sets a new one.
    """
    withdraw(user, by=by, at=at)
    code = _made()
    OneTimeCode.objects.create(
        user=user,
        digest=make_password(code),
        issued_by=by,
        issued_at=at,
        expires_at=at + settings.CODE_VALID,
    )
    trail.record("accounts.issue_code", user, by=by, at=at)
    return _printed(code)


def withdraw(user: User, *, by: User, at: datetime) -> bool:
    """Let an open code count no longer; tell whether there was one."""
    withdrawn = user.codes.open().update(withdrawn_at=at)
    if withdrawn:
        trail.record("accounts.withdraw_code", user, by=by, at=at)
    return bool(withdrawn)


@transaction.atomic
def issue_setup(*, at: datetime) -> str | None:
    """Make the code for the first installation, or return nothing where the office has an administrator."""
    if User.objects.administrators().exists():
        return None
    SetupCode.objects.all().delete()
    code = _made()
    SetupCode.objects.create(digest=make_password(code), issued_at=at, expires_at=at + SETUP_VALID)
    return _printed(code)
