"""A process of ours that runs the embedded queue."""

from django.db import models


class Worker(models.Model):
    """A running worker; ``seen_at`` by the clock of the database. Without a fresh one its calls go back."""

    id = models.CharField(max_length=32, primary_key=True)
    machine = models.CharField(max_length=100)
    process = models.PositiveIntegerField()
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.machine}:{self.process}"
