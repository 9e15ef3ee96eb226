"""A position passes from one person to the next, with what belongs to it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from okesop.organisation import access
from okesop.organisation.models.assignment import Assignment
from okesop.organisation.models.person import Person

if TYPE_CHECKING:
    from okesop.accounts.models import User


class Handover(models.Model):
    """What the holder of a position handed over; ``taker`` is empty until somebody holds the position next."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="handovers")
    taker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="taken_over"
    )
    at = models.DateTimeField()
    by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.assignment.person} → {self.taker or '…'}"


class HandedItemQuerySet(models.QuerySet["HandedItem"]):
    """Filters of what was handed over."""

    def held_by(self, user: "User", sort: str) -> Self:
        """Keep what was handed to the user with a position that he holds today."""
        held = access.holds_on(access.TODAY, "handover__assignment__position__assignments__")
        mine = models.Q(
            handover__taker__user=user,
            handover__assignment__position__assignments__person__user=user,
        )
        return self.filter(held & mine, sort=sort)


class HandedItem(models.Model):
    """One thing that was handed over: its row (``sort``, ``key``) and how it was called then."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="items")
    sort = models.CharField(max_length=40)
    key = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=80)
    title = models.TextField()
    detail = models.TextField(default="", blank=True)

    objects = HandedItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["handover", "sort", "key"], name="handed_item_once"),
        ]
        indexes = [models.Index(fields=["sort", "key"], name="handed_item_by_key")]

    def __str__(self) -> str:
        return self.title
