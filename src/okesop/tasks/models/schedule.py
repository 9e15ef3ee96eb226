"""When a daily task was last queued."""

from django.db import models


class LastRun(models.Model):
    """The last moment for which a daily task was queued; workers agree on it by compare-and-set."""

    task = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.task
