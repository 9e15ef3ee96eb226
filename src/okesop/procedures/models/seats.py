"""In whose name somebody may approve where a unit's way names the position."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q
from django.db.models.expressions import Combinable

from okesop.organisation import access
from okesop.organisation.enums import Role

if TYPE_CHECKING:
    from okesop.accounts.models import User


def approving(user: "User", on: date | Combinable = access.TODAY) -> Q:
    """Return the filter of the assignments by which a person may approve: his own, and those lent to him."""
    lent = access.holds_on(on, "delegations__") & Q(
        delegations__person__user=user, delegations__roles__role=Role.APPROVER
    )
    return access.holds_on(on) & (Q(person__user=user) | lent)
