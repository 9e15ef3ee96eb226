"""The keys of calls that wait in the embedded queue."""

from django.db import models


class WaitingKey(models.Model):
    """Holds a place: while the row is there, no second call with this key is queued.

    The worker removes it as it takes the call. Who finds it there locks it until his transaction ends, so that the
    call is not taken before the rows that it must see are committed.
    """

    key = models.CharField(max_length=200, primary_key=True)
    call = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return self.key
