"""Which position holds which role over a unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Grant, Position, Unit


@dataclass(frozen=True, slots=True)
class Line:
    """A position, who holds it today, and its roles over the unit."""

    position: Position
    holders: list[Assignment]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Above:
    """A role that positions hold over the unit because they hold it over one above."""

    role: Role
    grants: list[Grant]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The positions of a unit, positions of other units with a role over it, and what comes from above."""

    own: list[Line]
    others: list[Line]
    inherited: list[Above] = field(default_factory=list)


def matrix(unit: Unit, *, added: int | None = None) -> Matrix:
    """Return the matrix of a unit today, with one more position of another unit where it is wanted; three queries."""
    above = access.Lines(Unit.objects.filter(pk=unit.pk).values("pk"))
    grants = list(
        Grant.objects.on().filter(unit__in=above).select_related("position__unit", "unit")
    )
    direct = [grant for grant in grants if grant.unit_id == unit.pk]
    holding = {grant.position_id for grant in direct} | ({added} if added else set())
    positions = Position.objects.active().filter(Q(unit=unit) | Q(pk__in=holding))
    lines = _lines(list(positions.select_related("unit").order_by(*ORDER)), direct)
    return Matrix(
        own=[line for line in lines if line.position.unit_id == unit.pk],
        others=[line for line in lines if line.position.unit_id != unit.pk],
        inherited=_by_role([grant for grant in grants if grant.unit_id != unit.pk]),
    )


def _by_role(grants: Sequence[Grant]) -> list[Above]:
    found = [Above(role, [grant for grant in grants if grant.role == role]) for role in Role]
    return [above for above in found if above.grants]


ORDER = ("unit__place", "unit__name", "-is_head", "place", "title", "pk")


def _lines(positions: Sequence[Position], grants: Sequence[Grant]) -> list[Line]:
    holders: dict[int, list[Assignment]] = {}
    held = Assignment.objects.on().filter(position__in=[position.pk for position in positions])
    for assignment in held.select_related("person"):
        holders.setdefault(assignment.position_id, []).append(assignment)
    roles: dict[int, set[Role]] = {}
    for grant in grants:
        roles.setdefault(grant.position_id, set()).add(Role(grant.role))
    return [
        Line(one, holders.get(one.pk, []), frozenset(roles.get(one.pk, set())))
        for one in positions
    ]


def of_position(position: Position, *, on: date | None = None) -> list[Grant]:
    """Return the roles of a position on a day (today), by unit."""
    return list(Grant.objects.on(on).filter(position=position).select_related("unit"))
