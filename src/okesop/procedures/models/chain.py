"""Through whose hands the SOPs of a unit go: verified or not, and which positions approve in which order."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from okesop.accounts.models import User


class ChainQuerySet(models.QuerySet["Chain"]):
    """Filters of chains."""

    def on(self, day: date) -> Self:
        """Keep what was decided for a day or before, the latest first."""
        return self.filter(from_on__lte=day).order_by("-from_on", "-pk")


class Chain(models.Model):
    """The way of the SOPs of a unit and of those below it, from a day on, until a later row says otherwise.

    Rows are never changed: an SOP on its way keeps the chain with which it was submitted. Without approvers anybody
    approves who holds the role over the unit, once.
    """

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    verified = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    created_by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = ChainQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-pk"]
        indexes = [models.Index(fields=["unit", "-from_on"], name="chain_of_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.from_on}"


class ChainApprover(models.Model):
    """A position that approves, in its order from 1."""

    chain = models.ForeignKey(Chain, on_delete=models.CASCADE, related_name="approvers")
    order = models.PositiveSmallIntegerField()
    position = models.ForeignKey(
        "organisation.Position", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "order"], name="chain_order_once"),
            models.UniqueConstraint(fields=["chain", "position"], name="chain_position_once"),
            models.CheckConstraint(condition=models.Q(order__gte=1), name="chain_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.position_id}"
