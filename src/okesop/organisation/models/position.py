"""A position: rights and work belong to it, people come and go."""

from typing import TYPE_CHECKING, Self

from django.db import models

from okesop.organisation import access
from okesop.organisation.models.unit import Unit

if TYPE_CHECKING:
    from okesop.accounts.models import User


class PositionQuerySet(models.QuerySet["Position"]):
    """Filters of positions."""

    def visible_to(self, user: "User") -> Self:
        """Keep the positions of the units that the user sees."""
        return self.filter(access.units_of(user, "unit"))

    def active(self) -> Self:
        """Leave out what was abolished."""
        return self.filter(is_active=True, unit__is_active=True)


class Position(models.Model):
    """A position in a unit; ``is_head`` leads the unit."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="positions")
    title = models.CharField(max_length=200)
    is_head = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["-is_head", "place", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title"], name="position_title_once"),
            models.CheckConstraint(condition=~models.Q(title=""), name="position_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
