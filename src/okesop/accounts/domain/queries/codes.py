"""Which one-time code counts."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password

from okesop.accounts.models import OneTimeCode, SetupCode, User


def normal(typed: str) -> str:
    """Return a code as it was made: capitals without gaps, with letters that look alike made one."""
    bare = "".join(letter for letter in typed.upper() if letter.isalnum())
    return bare.translate(str.maketrans("OIL", "011"))


def fitting(user: User, typed: str, *, at: datetime) -> OneTimeCode | None:
    """Return the person's open code where it fits and has not expired."""
    code = user.codes.open().filter(expires_at__gt=at).first()
    if code is None:
        make_password(typed)  # takes the time of a comparison: nobody learns who has an open code
        return None
    return code if check_password(normal(typed), code.digest) else None


def fitting_setup(typed: str, *, at: datetime) -> SetupCode | None:
    """Return the set-up code where it fits, has not expired, and nobody looks after the office yet."""
    if User.objects.administrators().exists():
        return None
    codes = SetupCode.objects.filter(expires_at__gt=at)
    return next((code for code in codes if check_password(normal(typed), code.digest)), None)
