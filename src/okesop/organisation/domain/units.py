"""Units: made, renamed, moved, closed, opened again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.models import Unit


class UnitNameTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A unit beside it has this name."""


class WouldCircle(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A unit cannot stand below itself."""


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


@transaction.atomic
def create(details: Details, *, parent: Unit | None, by: User | None, at: datetime) -> Unit:
    """Make a unit below ``parent``, or an office; raises `UnitNameTaken`."""
    unit = Unit(parent=parent)
    _store(unit, details)
    trail.record("organisation.create_unit", unit, by=by, at=at)
    return unit


@transaction.atomic
def change(unit: Unit, details: Details, *, parent: Unit | None, by: User, at: datetime) -> None:
    """Write what a unit is called and where it stands; raises `UnitNameTaken` and `WouldCircle`."""
    before = str(unit)
    if parent and Unit.objects.below(unit).filter(pk=parent.pk).exists():
        raise WouldCircle(_("Unit tidak dapat berada di bawah dirinya sendiri."))
    unit.parent = parent
    _store(unit, details)
    trail.record("organisation.change_unit", unit, by=by, at=at, detail={"before": before})


def _store(unit: Unit, details: Details) -> None:
    unit.name, unit.short_name, unit.code = details.name, details.short_name, details.code
    unit.letterhead, unit.place = details.letterhead, details.place
    try:
        with transaction.atomic():
            unit.save()
    except IntegrityError as error:
        raise UnitNameTaken(_("Sudah ada unit dengan nama ini di tempat yang sama.")) from error


@transaction.atomic
def set_active(unit: Unit, *, active: bool, by: User, at: datetime) -> None:
    """Close a unit that was dissolved, or open it again; its SOPs and history stay. Raises `StillInUse`."""
    if not active and unit.children.filter(is_active=True).exists():
        raise StillInUse(_("Tutup atau pindahkan dahulu unit yang ada di bawahnya."))
    if unit.is_active != active:
        unit.is_active = active
        unit.save(update_fields=["is_active"])
        trail.record("organisation.set_unit_active", unit, by=by, at=at, detail={"now": active})
