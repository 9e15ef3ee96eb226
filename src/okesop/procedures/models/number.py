"""The register of SOP numbers: one row a unit and year, and every number that left it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from okesop.procedures.enums import NumberKind

if TYPE_CHECKING:
    from okesop.accounts.models import User

LONGEST = 200
DEFAULT = "{klasifikasi}/{urut:000}/{unit}/{tahun}"


class NumberRegister(models.Model):
    """How the SOPs of a unit and of those below it are numbered in a year; ``last`` is the serial given out last."""

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    template = models.CharField(max_length=LONGEST, default=DEFAULT)
    classification = models.CharField(max_length=40, default="", blank=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="register_once_a_year"),
            models.CheckConstraint(condition=~models.Q(template=""), name="register_has_template"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"


class Number(models.Model):
    """One number. Serials run from 1 without a gap; an inserted one carries the ``suffix`` of its neighbour ("123.a").

    What is reserved or inserted says why. Versions refer to it; a number that none refers to is free to be taken.
    """

    register = models.ForeignKey(NumberRegister, on_delete=models.PROTECT, related_name="numbers")
    serial = models.PositiveIntegerField()
    suffix = models.CharField(max_length=4, default="", blank=True)
    text = models.CharField(max_length=LONGEST)
    kind = models.CharField(max_length=10, choices=NumberKind.choices)
    reason = models.TextField(default="", blank=True)
    by: "models.ForeignKey[User, User]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["register", "serial", "suffix"]
        constraints = [
            models.UniqueConstraint(fields=["register", "serial", "suffix"], name="number_once"),
            models.CheckConstraint(
                condition=models.Q(kind=NumberKind.ISSUED) | ~models.Q(reason=""),
                name="number_out_of_line_has_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=NumberKind.INSERTED, suffix__gt="")
                | (~models.Q(kind=NumberKind.INSERTED) & models.Q(suffix="")),
                name="number_suffix_where_inserted",
            ),
        ]

    def __str__(self) -> str:
        return self.text
