"""Holding a workbook against the office: the plan of an import, and the plan in words."""

from datetime import date

from django.utils.translation import gettext as _

from okesop.organisation.domain.importing.plan import (
    AssignmentWish,
    Change,
    PersonWish,
    Plan,
    PositionWish,
    UnitWish,
)
from okesop.organisation.domain.importing.positions import positions
from okesop.organisation.domain.importing.posts import posts
from okesop.organisation.domain.importing.reading import Book
from okesop.organisation.domain.importing.sheets import PEOPLE, POSITIONS, SHEETS, UNITS
from okesop.organisation.domain.importing.units import units
from okesop.organisation.models import Unit

ORDER = {sheet.name: place for place, sheet in enumerate(SHEETS)}


def plan(book: Book, *, today: date) -> Plan:
    """Return what a workbook asks for, with all that is wrong in it, in the order of its rows; eight queries."""
    found = Plan(problems=list(book.problems))
    known = units(book.lines[UNITS.name], found)
    seats = positions(book.lines[POSITIONS.name], known, found)
    posts(book.lines[PEOPLE.name], seats, found, today)
    found.problems.sort(key=lambda one: (ORDER[one.sheet], one.row))
    return found


def changes(planned: Plan) -> list[Change]:
    """Return what would become new or other; what already is as the workbook says is left out."""
    rows = (
        *(_unit(wish) for wish in planned.units),
        *(_position(wish) for wish in planned.positions),
        *(_person(wish) for wish in planned.people),
        *(_assignment(wish) for wish in planned.assignments),
    )
    return [change for change in rows if change is not None]


def unit_changes(wish: UnitWish) -> bool:
    """Tell whether a stored unit is written otherwise."""
    stored = wish.stored
    if stored is None:
        return False
    written = any(getattr(stored, name) != value for name, value in wish.written.items())
    return written or _moves(wish, stored)


def _moves(wish: UnitWish, stored: Unit) -> bool:
    above = wish.above.stored if wish.above else None
    return wish.above is not None and (above is None or above.pk != stored.parent_id)


def _unit(wish: UnitWish) -> Change | None:
    if wish.stored is not None and not unit_changes(wish):
        return None
    above = wish.above.name if wish.above else ""
    if wish.stored is not None and wish.stored.parent and _moves(wish, wish.stored):
        above = f"{wish.stored.parent.name} → {above}"
    return Change(_("Unit"), wish.stored is None, wish.name, above)


def _position(wish: PositionWish) -> Change | None:
    if wish.stored is not None and wish.leads == wish.stored.is_head:
        return None
    return Change(_("Jabatan"), wish.stored is None, wish.title, wish.unit.name)


def _person(wish: PersonWish) -> Change | None:
    if wish.stored is not None and not wish.changes:
        return None
    return Change(_("Orang"), wish.stored is None, wish.name, wish.nip or wish.username)


def _assignment(wish: AssignmentWish) -> Change | None:
    if wish.stored is not None and not wish.changes:
        return None
    title = f"{wish.person.name}: {wish.position.title}"
    return Change(_("Penugasan"), wish.stored is None, title, str(wish.kind.label))
