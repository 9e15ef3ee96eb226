"""Where a person stands: the positions he holds, the roles that they bring, and what was lent to and by him."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from okesop.organisation.models import Assignment, Delegation, Grant

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Seat:
    """A position that somebody holds, with its roles: the units, by role."""

    assignment: Assignment
    grants: list[Grant]


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it on one day; what is lent from a later day on is told as well."""

    seats: list[Seat]
    lent: list[Delegation]
    borrowed: list[Delegation]


def of(user: "User", day: date) -> Standing:
    """Return where a person stands on a day."""
    grants = Grant.objects.on(day).select_related("unit").order_by("role", "pk")
    held = seats(user, day).prefetch_related(
        Prefetch("position__grants", queryset=grants, to_attr="current")
    )
    return Standing(
        seats=[Seat(one, _current(one)) for one in held],
        lent=list(_loans(day).filter(assignment__person__user=user)),
        borrowed=list(_loans(day).filter(person__user=user)),
    )


def _current(assignment: Assignment) -> list[Grant]:
    found: list[Grant] = vars(assignment.position)["current"]
    return found


def seats(user: "User", day: date) -> QuerySet[Assignment]:
    """Return the positions that a person holds on a day, the first one held first."""
    held = Assignment.objects.on(day).filter(person__user=user)
    return held.select_related("position__unit", "person").order_by("from_on", "pk")


def _loans(day: date) -> QuerySet[Delegation]:
    going_on = Delegation.objects.filter(until_on__gte=day)
    rows = going_on.select_related("assignment__position__unit", "assignment__person", "person")
    return rows.prefetch_related("roles").order_by("from_on", "pk")
