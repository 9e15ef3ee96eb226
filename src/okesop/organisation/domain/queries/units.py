"""The tree of units as pages need it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from okesop.organisation.models import Unit


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit and how deep it stands below the first one shown."""

    unit: Unit
    depth: int


def office_name() -> str:
    """Return the name of the office, or nothing before the set-up."""
    office = Unit.objects.roots().first()
    return office.name if office else ""


def tree(units: Iterable[Unit]) -> list[Branch]:
    """Return the units in reading order, each below its parent; a unit whose parent is not among them stands first."""
    shown = list(units)
    known = {unit.pk for unit in shown}
    children: dict[int | None, list[Unit]] = {}
    for unit in shown:
        parent = unit.parent_id if unit.parent_id in known else None
        children.setdefault(parent, []).append(unit)
    return list(_walk(children, None, 0))


def _walk(
    children: dict[int | None, list[Unit]], above: int | None, depth: int
) -> Iterator[Branch]:
    for unit in children.get(above, []):
        yield Branch(unit, depth)
        yield from _walk(children, unit.pk, depth + 1)
