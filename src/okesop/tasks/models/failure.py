"""Why a call went wrong, whatever engine runs it."""

from django.db import models


class Failure(models.Model):
    """The last thing that went wrong with a queued call; ``trace`` is for developers."""

    ref = models.CharField(max_length=40, primary_key=True)
    task = models.CharField(max_length=100)
    attempt = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    trace = models.TextField(default="", blank=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.task}: {self.reason}"
