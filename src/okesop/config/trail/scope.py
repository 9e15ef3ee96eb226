"""To which unit an entry belongs, and whose entries a person may read."""

from django.db.models import Model, Q

from okesop.accounts.models import User
from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Person, Unit

READERS = (Role.AUDITOR, Role.ADMINISTRATOR)
OWNERS = ("procedure", "version", "position", "assignment", "person", "user")
"""Through which column a thing that names no unit belongs to one."""


def unit_of(thing: Model) -> int | None:
    """Return the unit to which a thing belongs now; None for what belongs to the whole installation."""
    if isinstance(thing, Unit):
        return int(thing.pk)
    if isinstance(thing, User):
        return _place(Q(person__user=thing))
    if isinstance(thing, Person):
        return _place(Q(person=thing))
    unit = getattr(thing, "unit_id", None)
    if unit is not None:
        return int(unit)
    owner = next((name for name in OWNERS if getattr(thing, f"{name}_id", None)), None)
    return unit_of(getattr(thing, owner)) if owner else None


def _place(who: Q) -> int | None:
    """Return the unit of the position that somebody holds today, for good before for a time."""
    held = Assignment.objects.filter(who, access.holds_on(access.TODAY))
    units = held.order_by("-kind", "pk").values_list("position__unit", flat=True)
    return units.first()


def seen_by(user: "User") -> Q:
    """Return the filter of the entries that a person may read.

    An administrator reads all; who holds the role of auditor or administrator over units reads what belongs to them,
    and what belongs to no unit where he holds it over a whole office.
    """
    if user.is_administrator:
        return Q()
    seen = access.units_where(user, READERS, "unit")
    whole = Unit.objects.filter(access.units_where(user, READERS), parent=None).exists()
    return seen | Q(unit=None) if whole else seen
