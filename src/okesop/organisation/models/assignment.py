"""Who held which position from when until when."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models.expressions import Combinable

from okesop.organisation import access
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models.person import Person
from okesop.organisation.models.position import Position

if TYPE_CHECKING:
    from okesop.accounts.models import User


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Filters of assignments."""

    def on(self, day: date | Combinable | None = None) -> Self:
        """Keep what holds on a day, by default today by the database's clock in the office's zone."""
        return self.filter(access.holds_on(access.TODAY if day is None else day))


class Assignment(models.Model):
    """A person in a position from a day to a day, both included; without an end it goes on."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="assignments")
    kind = models.CharField(
        max_length=12, choices=AssignmentKind.choices, default=AssignmentKind.DEFINITIVE
    )
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="assignment_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=AssignmentKind.values), name="assignment_kind_known"
            ),
        ]
        indexes = [models.Index(fields=["person", "from_on"], name="assignment_of_person")]

    def __str__(self) -> str:
        prefix = "" if self.kind == AssignmentKind.DEFINITIVE else f"{self.get_kind_display()} "
        return f"{prefix}{self.position}"

    def lent_to(self, user: "User") -> bool:
        """Tell whether the user acts by a right that somebody else's position lent him."""
        return self.person.user_id != user.pk

    def spoken_for(self, user: "User") -> str:
        """Return as what the user acts: "Kepala Bagian Umum", "Plt. …", or "a.n. …" where it was lent."""
        return f"a.n. {self}" if self.lent_to(user) else str(self)
