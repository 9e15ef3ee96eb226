"""By which rules the findings of all drafts were counted last."""

from django.db import models


class CountedBy(models.Model):
    """The one row that names the rules (`domain.recounting.fingerprint`) of the last whole count."""

    rules = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.rules
