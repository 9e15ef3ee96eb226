"""The office with its positions and who holds them."""

from django.db.models import Prefetch, QuerySet

from okesop.organisation.models import Assignment, Position, Unit


def with_positions() -> QuerySet[Unit]:
    """Return all units; each has `positions` with `held`, the assignments of today: three queries in all."""
    held = Assignment.objects.on().select_related("person")
    positions = Position.objects.prefetch_related(
        Prefetch("assignments", queryset=held, to_attr="held")
    )
    return Unit.objects.prefetch_related(Prefetch("positions", queryset=positions))
