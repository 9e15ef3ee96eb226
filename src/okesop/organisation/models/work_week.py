"""On which days and at which hours the office works."""

from django.db import models
from django.utils.dates import WEEKDAYS

DAYS = range(7)


class WorkWeek(models.Model):
    """The hours of a week from a day on, until another week begins (in Ramadan, for instance)."""

    from_on = models.DateField(unique=True)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["from_on"]

    def __str__(self) -> str:
        return self.name


class WorkHours(models.Model):
    """The hours of one weekday (0 is Monday), with a rest or without; a day without hours is free."""

    week = models.ForeignKey(WorkWeek, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    begins = models.TimeField()
    ends = models.TimeField()
    rest_begins = models.TimeField(null=True, blank=True)
    rest_ends = models.TimeField(null=True, blank=True)

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["week", "weekday"], name="work_hours_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(weekday__in=DAYS), name="work_hours_weekday_known"
            ),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("begins")), name="work_hours_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(rest_begins__isnull=True, rest_ends__isnull=True)
                | models.Q(
                    rest_begins__gt=models.F("begins"),
                    rest_ends__gt=models.F("rest_begins"),
                    ends__gt=models.F("rest_ends"),
                ),
                name="work_hours_rest_within",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday_name} {self.begins:%H.%M}-{self.ends:%H.%M}"

    @property
    def weekday_name(self) -> str:
        """Return the name of the day ("Senin")."""
        return str(WEEKDAYS[self.weekday])
