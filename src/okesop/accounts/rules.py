"""Who may look after accounts."""

from rules.permissions import add_perm
from rules.predicates import predicate

from okesop.accounts.models import User


@predicate
def is_administrator(user: User) -> bool:
    """Look after the office: units, people, accounts."""
    return user.is_administrator


add_perm("accounts.manage", is_administrator)
