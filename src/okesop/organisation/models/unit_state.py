"""What a unit was called and where it stood, from a day to a day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models.expressions import Combinable

from okesop.organisation import access
from okesop.organisation.models.unit import Unit


class UnitStateQuerySet(models.QuerySet["UnitState"]):
    """Filters of states."""

    def on(self, day: date | Combinable | None = None) -> Self:
        """Keep what was so on a day, by default today."""
        return self.filter(access.holds_on(access.TODAY if day is None else day))


class UnitState(models.Model):
    """A unit as it was in these days, both included; on days without a state it did not exist or was closed.

    The columns of `Unit` say the same for today; `domain.units` writes both.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="states")
    parent = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = UnitStateQuerySet.as_manager()

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(until_on__isnull=True),
                name="unit_has_one_present_state",
            ),
            models.UniqueConstraint(fields=["unit", "from_on"], name="unit_state_from_a_day_once"),
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="unit_state_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name
