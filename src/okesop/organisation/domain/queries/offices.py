"""The office with its positions and who holds them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from okesop.organisation.models import Assignment, Position, Unit

MANY = 300
"""Positions that a page lists at most; beyond, it counts them by unit, or asks for the unit first."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How many positions a unit has, and how many people hold one."""

    positions: int = 0
    people: int = 0


def with_positions(*, on: date | None = None) -> QuerySet[Unit]:
    """Return all units; each has `positions` with `held`, the assignments of a day (today): three queries in all."""
    held = Assignment.objects.on(on).select_related("person")
    positions = Position.objects.prefetch_related(
        Prefetch("assignments", queryset=held, to_attr="held")
    )
    return Unit.objects.prefetch_related(Prefetch("positions", queryset=positions))


def strengths(units: Iterable[Unit], *, on: date | None = None) -> dict[int, Strength]:
    """Return the strength of units on a day (today), by key; two queries."""
    keys = [unit.pk for unit in units]
    positions = _counted(Position.objects.active().filter(unit__in=keys), "unit")
    held = Assignment.objects.on(on).filter(position__unit__in=keys)
    people = _counted(held, "position__unit")
    return {key: Strength(positions.get(key, 0), people.get(key, 0)) for key in keys}


def _counted(rows: "QuerySet[Position] | QuerySet[Assignment]", unit: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(unit).annotate(Count("pk")))


def are_many(positions: "QuerySet[Position]") -> bool:
    """Tell whether there are more positions than a page lists; it counts no further."""
    return positions.order_by().values("pk")[: MANY + 1].count() > MANY
