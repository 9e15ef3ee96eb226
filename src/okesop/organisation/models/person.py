"""Somebody who works in the office."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models

from okesop.organisation import access
from okesop.organisation.enums import Role

if TYPE_CHECKING:
    from okesop.accounts.models import User


class PersonQuerySet(models.QuerySet["Person"]):
    """Filters of people."""

    def kept_by(self, user: "User") -> Self:
        """Keep the people whom the user looks after: nothing they hold, now or later, reaches beyond his units.

        Whoever gives somebody a code to sign in with could use that account himself; so it may open no door that he
        has not got.
        """
        if user.is_administrator:
            return self
        beyond = _beyond(user)
        borrows = models.Q(
            borrowed__until_on__gte=access.TODAY, borrowed__assignment__in=beyond.values("pk")
        )
        return (
            self.exclude(pk__in=beyond.values("person"))
            .exclude(pk__in=Person.objects.filter(borrows).values("pk"))
            .exclude(user__is_administrator=True)
        )


def _beyond(user: "User") -> "models.QuerySet[Any, Any]":
    """Return the assignments, of today or later, of positions that stand or reach beyond the user's units."""
    goes_on = models.Q(until_on__isnull=True) | models.Q(until_on__gte=access.TODAY)
    keeps = [Role.ADMINISTRATOR]
    grants = apps.get_model("organisation", "Grant").objects.filter(goes_on)
    far = grants.exclude(access.units_where(user, keeps, "unit"))
    stands = access.units_where(user, keeps, "position__unit")
    reaches = models.Q(position__in=far.values("position"))
    assignments = apps.get_model("organisation", "Assignment").objects
    return assignments.filter(goes_on).filter(~stands | reaches)


class Person(models.Model):
    """A person of the office with his official name (titles included) and NIP; ``user`` where he signs in."""

    user: "models.OneToOneField[User | None, User | None]" = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="person",
    )
    name = models.CharField(max_length=200)
    nip = models.CharField(max_length=18, unique=True, null=True, blank=True)
    rank = models.CharField(max_length=80, default="", blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
