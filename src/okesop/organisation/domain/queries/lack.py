"""Why somebody may not, and who could change it: "Mengapa saya tidak bisa?"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from okesop.accounts.models import User
from okesop.organisation import access
from okesop.organisation.enums import AssignmentKind, Role
from okesop.organisation.models import Assignment, Person, Position, Unit
from okesop.organisation.rights import NEEDS

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

NAMED = 5

Givers = tuple[tuple[Person, Position | None], ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """The roles that are missing (one of them would do) over a unit, and who can give one: at most five."""

    roles: tuple[Role, ...]
    unit: Unit
    givers: Givers

    @property
    def role(self) -> str:
        """Return the missing roles in words: "Verifikator", "Penyusun atau Pimpinan"."""
        return " / ".join(str(role.label) for role in self.roles)


def lack(user: User, roles: Sequence[Role], unit: Unit) -> Lack | None:
    """Return what the user lacks to act in one of the roles over a unit today; None where he lacks nothing."""
    if access.holds(user, roles, unit.pk):
        return None
    return Lack(tuple(roles), unit, _givers(unit))


def _givers(unit: Unit) -> Givers:
    """Return who looks after a unit: by a role over it, then by his account; three queries."""
    above = access.Lines(Unit.objects.filter(pk=unit.pk).values("pk"))
    by_role = Assignment.objects.on().filter(
        access.holds_on(access.TODAY, "position__grants__"),
        position__grants__role=Role.ADMINISTRATOR,
        position__grants__unit__in=above,
        person__user__is_active=True,
    )
    found: dict[int, tuple[Person, Position | None]] = {}
    for held in by_role.select_related("person", "position"):
        found.setdefault(held.person_id, (held.person, held.position))
    flagged = Person.objects.filter(user__in=User.objects.administrators())
    positions = _positions(flagged)
    for person in flagged:
        found.setdefault(person.pk, (person, positions.get(person.pk)))
    return tuple(found.values())[:NAMED]


def _positions(people: "QuerySet[Person]") -> dict[int, Position]:
    held = Assignment.objects.on().filter(person__in=people).select_related("position")
    definitive_last = sorted(held, key=lambda one: one.kind == AssignmentKind.DEFINITIVE)
    return {one.person_id: one.position for one in definitive_last}


def why_not(user: User, permission: str, obj: "Model | None") -> Lack | None:
    """Return which role a permission on an object misses; None where it is not a role that is missing."""
    return lacks(user, [permission], obj).get(permission)


def lacks(user: User, permissions: Iterable[str], obj: "Model | None") -> dict[str, Lack]:
    """Return which roles some permissions on one object miss, by permission; who can give them is asked once a unit."""
    found: dict[str, Lack] = {}
    givers = cache(_givers)
    for name in permissions:
        need = NEEDS.get(name)
        if need is None or need.is_met(user, obj):
            continue
        unit = need.unit_of(obj) or Unit.objects.roots().first()
        if unit is not None:
            found[name] = Lack(need.roles, unit, givers(unit))
    return found
