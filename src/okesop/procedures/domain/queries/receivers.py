"""Who receives a version next, in words: what the button says."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Grant, Position, Unit
from okesop.procedures.domain import actors, chains
from okesop.procedures.domain.queries import official
from okesop.procedures.enums import VersionState
from okesop.procedures.models import Version


@dataclass(frozen=True, slots=True)
class Receiver:
    """The desk to which a version goes; ``names`` are the people who sit there on the day."""

    desk: str
    names: tuple[str, ...]


def of_draft(version: Version, on: date) -> Receiver:
    """Return who receives a draft that is handed in."""
    chain = chains.of(version.procedure.unit, on)
    if chains.is_verified(chain):
        return _holders(Role.VERIFIER, version.procedure.unit, on, by_unit=True)
    first = chain.approvers.select_related("position").first() if chain else None
    if first is not None:
        return _seat(first.position, on)
    return _holders(Role.APPROVER, version.procedure.unit, on)


def of_verified(version: Version, on: date) -> Receiver:
    """Return who approves a version next."""
    position = actors.next_approver(version)
    if position is not None:
        return _seat(position, on)
    return _holders(Role.APPROVER, version.procedure.unit, on)


def waiting_for(version: Version, on: date) -> Receiver | None:
    """Return whose turn it is; None where nobody is waited for."""
    if version.state == VersionState.SUBMITTED:
        return _holders(Role.VERIFIER, version.procedure.unit, on, by_unit=True)
    if version.state == VersionState.VERIFIED:
        return of_verified(version, on)
    return None


def _seat(position: Position, on: date) -> Receiver:
    held = Assignment.objects.on(on).filter(position=position).select_related("person")
    return Receiver(position.title, tuple(each.person.name for each in held))


def _holders(role: Role, unit: Unit, on: date, *, by_unit: bool = False) -> Receiver:
    """Return the nearest desk that holds a role over the unit: its own first, then upwards."""
    for each in official.upwards(unit):
        granted = Grant.objects.filter(access.holds_on(on), role=role, unit=each)
        seats = list(granted.select_related("position__unit").order_by("-position__is_head", "pk"))
        if seats:
            desk = seats[0].position.unit.name if by_unit else seats[0].position.title
            held = Assignment.objects.on(on).filter(position__in=[g.position_id for g in seats])
            people = held.select_related("person").order_by("person__name")
            return Receiver(desk, tuple(dict.fromkeys(one.person.name for one in people)))
    return Receiver(_("belum ada %(role)s") % {"role": role.label}, ())
