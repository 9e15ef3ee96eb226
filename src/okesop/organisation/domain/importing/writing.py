"""Writing what an import asks for: all of it or nothing."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import assignments, people, positions, units
from okesop.organisation.domain.importing.plan import (
    AssignmentWish,
    PersonWish,
    Plan,
    PositionWish,
    UnitWish,
)
from okesop.organisation.domain.importing.planning import changes, unit_changes
from okesop.organisation.models import Assignment, Person, Unit


class NotClean(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Something is wrong in the workbook; nothing was written."""


@transaction.atomic
def write(plan: Plan, *, by: User, at: datetime) -> int:
    """Write a plan without problems in one transaction; return how much became new or other. Raises `NotClean`."""
    if plan.problems:
        raise NotClean(_("Perbaiki dahulu semua yang ditandai."))
    count = len(changes(plan))
    for unit in plan.units:
        _unit(unit, by, at)
    for position in plan.positions:
        _position(position, by, at)
    _people(plan.people, by, at)
    _assignments(plan.assignments, by, at)
    office = Unit.objects.roots().first()
    trail.record("organisation.import", office, by=by, at=at, detail={"changes": count})
    return count


def _unit(wish: UnitWish, by: User, at: datetime) -> Unit:
    """Write a unit, the one above it first."""
    above = _unit(wish.above, by, at) if wish.above else None
    stored = wish.stored
    if stored is None:
        details = units.Details(wish.name, **wish.written)  # type: ignore[arg-type]  # columns of Details
        stored = wish.stored = units.create(details, parent=above, by=by, at=at)
    elif wish.line is not None and unit_changes(wish):
        written = {name: getattr(stored, name) for name in units.FIELDS}
        details = units.Details(**{**written, **wish.written})
        parent = above or stored.parent
        today = timezone.localdate(at)
        units.change(stored, details, parent=parent, since=today, by=by, at=at)
    wish.line = None  # written; rows below that stand under it find it so
    return stored


def _position(wish: PositionWish, by: User, at: datetime) -> None:
    unit = wish.unit.stored
    if wish.stored is None and unit is not None:
        wish.stored = positions.create(unit, wish.title, is_head=wish.leads, by=by, at=at)
    elif wish.stored is not None and wish.leads != wish.stored.is_head:
        title = wish.stored.title
        positions.change(wish.stored, title=title, is_head=wish.leads, active=True, by=by, at=at)


def _people(wishes: list[PersonWish], by: User, at: datetime) -> None:
    fresh = [wish for wish in wishes if wish.stored is None]
    details = [people.Details(one.name, one.nip, one.rank, one.username) for one in fresh]
    for wish, stored in zip(fresh, people.enrol_all(details, by=by, at=at), strict=True):
        wish.stored = stored
    for wish in wishes:
        if wish.stored is not None and wish.changes:
            people.change(wish.stored, _merged(wish, wish.stored), by=by, at=at)


def _merged(wish: PersonWish, stored: Person) -> people.Details:
    """Return what is written about a person; what the workbook leaves empty stays."""
    username = stored.user.username if stored.user else None
    return people.Details(
        wish.name,
        wish.nip or stored.nip or "",
        wish.rank or stored.rank,
        wish.username or username or "",
    )


def _assignments(wishes: list[AssignmentWish], by: User, at: datetime) -> None:
    fresh = [
        Assignment(
            person=wish.person.stored,
            position=wish.position.stored,
            kind=wish.kind,
            from_on=wish.from_on,
            until_on=wish.until_on,
        )
        for wish in wishes
        if wish.stored is None
    ]
    assignments.assign_all(fresh, by=by, at=at)
    for wish in wishes:
        if wish.stored is not None and wish.changes and wish.until_on is not None:
            assignments.end(wish.stored, until_on=wish.until_on, by=by, at=at)
