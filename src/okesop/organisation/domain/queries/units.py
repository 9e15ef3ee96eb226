"""The tree of units as pages need it, today and on other days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from okesop.organisation.models import Unit, UnitState


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit, how deep it stands below the first one shown, and what it is called on the day of the tree."""

    unit: Unit
    depth: int
    name: str


def office_name() -> str:
    """Return the name of the office, or nothing before the set-up."""
    office = Unit.objects.roots().first()
    return office.name if office else ""


def tree(units: Iterable[Unit]) -> list[Branch]:
    """Return the units in reading order, each below its parent; a unit whose parent is not among them stands first."""
    shown = list(units)
    return _grown([(unit, unit.parent_id, unit.name) for unit in shown])


def tree_on(day: date, units: Iterable[Unit]) -> list[Branch]:
    """Return those of the units that existed on a day, named and standing as they were then."""
    states = {state.unit_id: state for state in UnitState.objects.on(day)}
    rows = ((unit, states.get(unit.pk)) for unit in units)
    return _grown([(unit, state.parent_id, state.name) for unit, state in rows if state])


def _grown(rows: list[tuple[Unit, int | None, str]]) -> list[Branch]:
    known = {unit.pk for unit, _parent, _name in rows}
    children: dict[int | None, list[tuple[Unit, str]]] = {}
    for unit, parent, name in rows:
        children.setdefault(parent if parent in known else None, []).append((unit, name))
    return list(_walk(children, None, 0))


def _walk(
    children: dict[int | None, list[tuple[Unit, str]]], above: int | None, depth: int
) -> Iterator[Branch]:
    for unit, name in children.get(above, []):
        yield Branch(unit, depth, name)
        yield from _walk(children, unit.pk, depth + 1)
