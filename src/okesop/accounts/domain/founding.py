"""What the first installation asks of accounts."""

from datetime import datetime

from okesop.accounts.domain.queries import codes
from okesop.accounts.models import SetupCode, User


def use_up(typed: str, *, at: datetime) -> bool:
    """Use the set-up code up; tell whether it counted."""
    code = codes.fitting_setup(typed, at=at)
    # One conditional DELETE: two browsers with the same code cannot both win.
    return bool(code and SetupCode.objects.filter(pk=code.pk).delete()[0])


def give_first_password(user: User, password: str, *, at: datetime) -> None:
    """Set the password that the first administrator chose."""
    user.set_password(password)
    user.password_set_at = at
    user.save(update_fields=["password", "password_set_at"])
