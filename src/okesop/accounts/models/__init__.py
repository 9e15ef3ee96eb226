"""Who signs in, with what, and where he is signed in."""

from okesop.accounts.models.code import OneTimeCode, SetupCode
from okesop.accounts.models.session import Session
from okesop.accounts.models.user import User

__all__ = ["OneTimeCode", "Session", "SetupCode", "User"]
