"""Units: made, renamed, moved, merged, closed, opened again; each from a day, and the days before stay tellable."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import assignments
from okesop.organisation.domain.unit_days import Day, WouldCircle, close, correct, present, turn
from okesop.organisation.models import Assignment, Unit


class UnitNameTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A unit beside it has this name."""


class StillInUse(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Open units stand below it."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is written about a unit; ``letterhead`` are the lines above its name on paper."""

    name: str
    short_name: str = ""
    code: str = ""
    letterhead: str = ""
    place: int = 0


FIELDS = tuple(field.name for field in fields(Details))


@transaction.atomic
def create(
    details: Details,
    *,
    parent: Unit | None,
    since: date | None = None,
    by: User | None,
    at: datetime,
) -> Unit:
    """Make a unit below ``parent``, or an office, since a day (today).

    Raises `UnitNameTaken` and `unit_days.WrongDay`.
    """
    unit = Unit(parent=parent)
    _store(unit, details)
    turn(unit, Day.of(since, at))
    trail.record("organisation.create_unit", unit, by=by, at=at)
    return unit


@transaction.atomic
def change(
    unit: Unit,
    details: Details,
    *,
    parent: Unit | None,
    since: date | None = None,
    by: User,
    at: datetime,
) -> None:
    """Write what a unit is called and where it stands since a day; without a day only a mistake is corrected.

    Raises `UnitNameTaken`, `WouldCircle` and `unit_days.WrongDay`.
    """
    before = {"name": unit.name, "parent": unit.parent_id}
    if parent is not None and parent.pk != unit.parent_id:
        _not_below_itself(unit, parent)
    unit.parent = parent
    _store(unit, details)
    if since is None:
        correct(unit)
    elif before != {"name": unit.name, "parent": unit.parent_id} and unit.is_active:
        turn(unit, Day.of(since, at))
    detail = {"before": before, "since": since}
    trail.record("organisation.change_unit", unit, by=by, at=at, detail=detail)


def _not_below_itself(unit: Unit, parent: Unit) -> None:
    # Two moves at once could close a circle that neither sees: the whole tree waits.
    list(Unit.objects.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    if Unit.objects.below(unit).filter(pk=parent.pk).exists():
        raise WouldCircle(_("Unit tidak dapat berada di bawah dirinya sendiri."))


def _store(unit: Unit, details: Details) -> None:
    unit.name, unit.short_name, unit.code = details.name, details.short_name, details.code
    unit.letterhead, unit.place = details.letterhead, details.place
    _save(unit)


def _save(unit: Unit) -> None:
    try:
        with transaction.atomic():
            unit.save()
    except IntegrityError as error:
        raise UnitNameTaken(_("Sudah ada unit dengan nama ini di tempat yang sama.")) from error


@transaction.atomic
def set_active(
    unit: Unit, *, active: bool, since: date | None = None, by: User, at: datetime
) -> None:
    """Close a unit that was dissolved, or open it again, since a day (today); its SOPs and history stay.

    Raises `StillInUse` and `unit_days.WrongDay`.
    """
    if not active and unit.children.filter(is_active=True).exists():
        raise StillInUse(_("Tutup atau pindahkan dahulu unit yang ada di bawahnya."))
    if unit.is_active == active:
        return
    unit.is_active = active
    unit.merged_into = None
    unit.save(update_fields=["is_active", "merged_into"])
    day = Day.of(since, at)
    if active:
        turn(unit, day)
    else:
        close(unit, day)
    detail = {"now": active, "since": day.since}
    trail.record("organisation.set_unit_active", unit, by=by, at=at, detail=detail)


@transaction.atomic
def merge(unit: Unit, into: Unit, *, since: date | None = None, by: User, at: datetime) -> None:
    """Let another unit take over what a unit did since a day (today).

    Units below it move below the other; who holds a position in it holds it until the day before; the unit itself
    closes and stands below the other from now on, so that whoever looks after the other reaches its SOPs.
    Raises `WouldCircle`, `StillInUse` (it is closed), `UnitNameTaken` and `unit_days.WrongDay`.
    """
    if not unit.is_active or not into.is_active:
        raise StillInUse(_("Hanya unit yang masih buka yang dapat digabungkan."))
    _not_below_itself(unit, into)
    day = Day.of(since, at)
    for child in unit.children.filter(is_active=True):
        child.parent = into
        _save(child)
        turn(child, day)
    _vacate(unit, day.before, by=by, at=at)
    unit.parent, unit.is_active, unit.merged_into = into, False, into
    _save(unit)
    close(unit, day)
    detail = {"into": into.pk, "since": day.since}
    trail.record("organisation.merge_unit", unit, by=by, at=at, detail=detail)


def _vacate(unit: Unit, last: date, *, by: User, at: datetime) -> None:
    held = Assignment.objects.filter(position__unit=unit).on(last + timedelta(days=1))
    for assignment in held.select_related("person"):
        assignments.end(assignment, until_on=max(last, assignment.from_on), by=by, at=at)


def name_on(unit: Unit, day: date) -> str:
    """Return what a unit was called on a day; its present name where it did not exist then."""
    state = unit.states.on(day).first()
    return state.name if state else unit.name


def exists_since(unit: Unit, at: datetime) -> date:
    """Return the first day of what is so today."""
    state = present(unit)
    return state.from_on if state else timezone.localdate(at)
