"""Roles of positions over units: given and withdrawn."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.enums import Role
from okesop.organisation.models import Grant, Position, Unit

EVERYBODY = (Role.AUTHOR, Role.PERFORMER)
HEAD = (Role.APPROVER, Role.LEADER)


Cell = tuple[int, Role]
"""A position, by its key, and a role: a cell of the matrix of a unit."""


class AlreadyGranted(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The position has the role over the unit in these days."""


def usual(position: Position, from_on: date) -> list[Grant]:
    """Return the grants, not stored yet, that a position starts with over its own unit.

    Everybody writes and performs; whoever leads the unit approves as well. A small office works with these alone.
    """
    roles = (*EVERYBODY, *HEAD) if position.is_head else EVERYBODY
    return [
        Grant(position=position, role=role, unit=position.unit, from_on=from_on) for role in roles
    ]


@transaction.atomic
def give(
    position: Position,
    role: Role,
    unit: Unit,
    *,
    until_on: date | None = None,
    by: User | None,
    at: datetime,
) -> Grant:
    """Give a position a role over a unit and all below it, from today; raises `AlreadyGranted`."""
    today = timezone.localdate(at)
    # Two who give the same right at once wait for each other here.
    Position.objects.select_for_update().get(pk=position.pk)
    if Grant.objects.on(today).filter(position=position, role=role, unit=unit).exists():
        raise AlreadyGranted(_("Jabatan ini sudah memegang peran itu."))
    grant = Grant.objects.create(
        position=position, role=role, unit=unit, from_on=today, until_on=until_on
    )
    detail = {"role": str(role), "unit": unit.pk, "until": until_on}
    trail.record("organisation.grant", position, by=by, at=at, detail=detail)
    return grant


@transaction.atomic
def withdraw(grant: Grant, *, by: User, at: datetime) -> None:
    """Take a role back; it counts at once, and the days before stay tellable."""
    last = timezone.localdate(at) - timedelta(days=1)
    if grant.until_on is not None and grant.until_on <= last:
        return
    grant.until_on = last
    grant.save(update_fields=["until_on"])
    detail = {"role": grant.role, "unit": grant.unit_id}
    trail.record("organisation.withdraw", grant.position, by=by, at=at, detail=detail)


@transaction.atomic
def rearrange(
    unit: Unit, *, given: Collection[Cell], taken: Collection[Cell], by: User, at: datetime
) -> int:
    """Give and take roles over a unit; return how many changed. What already is so is left."""
    today = timezone.localdate(at)
    held = {
        (grant.position_id, Role(grant.role)): grant
        for grant in Grant.objects.on(today).filter(unit=unit).select_related("position")
    }
    positions = Position.objects.active().in_bulk([position for position, _role in given])
    changed = 0
    for cell in sorted(set(taken) & set(held)):
        withdraw(held[cell], by=by, at=at)
        changed += 1
    for position, role in sorted(set(given) - set(held)):
        if position in positions:
            give(positions[position], role, unit, by=by, at=at)
            changed += 1
    return changed


def follow_head(position: Position, *, by: User, at: datetime) -> None:
    """Give what leading a unit brings to who leads it now, take it from who no longer does."""
    today = timezone.localdate(at)
    held = Grant.objects.on(today).filter(position=position, unit=position.unit_id, role__in=HEAD)
    if not position.is_head:
        for grant in held.select_related("position"):
            withdraw(grant, by=by, at=at)
        return
    there = set(held.values_list("role", flat=True))
    for role in HEAD:
        if role not in there:
            give(position, role, position.unit, by=by, at=at)
