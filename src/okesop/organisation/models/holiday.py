"""A day on which the office does not work."""

from django.db import models

from okesop.organisation.enums import HolidayKind


class Holiday(models.Model):
    """A national or local holiday, or a day of joint leave; ``to_check`` until somebody held it against the decree."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=10, choices=HolidayKind.choices, default=HolidayKind.NATIONAL
    )
    to_check = models.BooleanField(default=False)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="holiday_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=HolidayKind.values), name="holiday_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name
