"""A unit of the office."""

from typing import TYPE_CHECKING, Self

from django.db import models

from okesop.organisation import access
from okesop.organisation.enums import Role

if TYPE_CHECKING:
    from okesop.accounts.models import User


class UnitQuerySet(models.QuerySet["Unit"]):
    """Filters of units."""

    def visible_to(self, user: "User") -> Self:
        """Keep the units in which the user works today and all below them; an administrator sees all."""
        return self.filter(access.units_of(user, "pk"))

    def kept_by(self, user: "User") -> Self:
        """Keep the units that the user looks after."""
        return self.filter(access.units_where(user, [Role.ADMINISTRATOR]))

    def below(self, unit: "Unit") -> Self:
        """Keep the unit and all units below it."""
        return self.filter(pk__in=access.Subtrees(Unit.objects.filter(pk=unit.pk).values("pk")))

    def roots(self) -> Self:
        """Keep the offices: units without a unit above."""
        return self.filter(parent__isnull=True)


class Unit(models.Model):
    """An office (no parent) or a part of one, as it is today; `UnitState` tells how it was on other days.

    ``letterhead`` is what stands above its name on paper, line by line. ``merged_into`` took over what it did.
    """

    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, default="", blank=True)
    code = models.CharField(max_length=20, default="", blank=True)
    letterhead = models.TextField(default="", blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["place", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="unit_name_once"),
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(parent__isnull=True),
                name="unit_office_name_once",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="unit_has_a_name"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="unit_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name
