"""The office with its positions and who holds them."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from okesop.organisation.models import Assignment, Position, Unit


def with_positions(*, on: date | None = None) -> QuerySet[Unit]:
    """Return all units; each has `positions` with `held`, the assignments of a day (today): three queries in all."""
    held = Assignment.objects.on(on).select_related("person")
    positions = Position.objects.prefetch_related(
        Prefetch("assignments", queryset=held, to_attr="held")
    )
    return Unit.objects.prefetch_related(Prefetch("positions", queryset=positions))
