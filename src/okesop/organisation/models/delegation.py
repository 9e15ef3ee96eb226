"""Rights of a position, lent for a time by whoever holds it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models.expressions import Combinable

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models.assignment import Assignment
from okesop.organisation.models.person import Person


class DelegationQuerySet(models.QuerySet["Delegation"]):
    """Filters of delegations."""

    def on(self, day: date | Combinable | None = None) -> Self:
        """Keep what holds on a day, by default today; the assignment behind it must hold as well."""
        when = access.TODAY if day is None else day
        return self.filter(access.holds_on(when), access.holds_on(when, "assignment__"))


class Delegation(models.Model):
    """Roles that a person may use in the name of another's position, from a day to a day, both included.

    It ends with the assignment that it comes from; the one who lends keeps his own rights. Ended early counts at
    once: the last day is then the day before, which may lie before the first.
    """

    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="delegations"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="borrowed")
    from_on = models.DateField()
    until_on = models.DateField()
    reason = models.CharField(max_length=300)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="delegation_has_a_reason"),
        ]
        indexes = [models.Index(fields=["person", "until_on"], name="delegation_to_person")]

    def __str__(self) -> str:
        return f"{self.assignment} → {self.person}"


class DelegatedRole(models.Model):
    """One of the roles that a delegation lends."""

    delegation = models.ForeignKey(Delegation, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["delegation", "role"], name="delegated_role_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="delegated_role_known"
            ),
        ]

    def __str__(self) -> str:
        return self.get_role_display()
