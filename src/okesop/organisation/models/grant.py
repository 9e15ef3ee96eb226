"""What a position may do, and over which units."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models.expressions import Combinable

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models.position import Position
from okesop.organisation.models.unit import Unit


class GrantQuerySet(models.QuerySet["Grant"]):
    """Filters of grants."""

    def on(self, day: date | Combinable | None = None) -> Self:
        """Keep what holds on a day, by default today by the database's clock in the office's zone."""
        return self.filter(access.holds_on(access.TODAY if day is None else day))


class Grant(models.Model):
    """A position holds a role over a unit and all below it, from a day to a day, both included.

    Withdrawn counts at once: the last day is then the day before, which may lie before the first.
    """

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "role", "unit"],
                condition=models.Q(until_on__isnull=True),
                name="grant_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="grant_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"
