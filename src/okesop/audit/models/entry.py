"""The append-only trail."""

import hashlib
import json
from datetime import UTC
from typing import TYPE_CHECKING, Any, NoReturn

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

FIRST_LAYOUT, LAYOUT = 1, 2


class AppendOnly(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Somebody tried to change or remove what the trail says."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Reads; the ways to change or remove are closed."""

    def update(self, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly("The trail is append-only.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly("The trail is append-only.")


class Entry(models.Model):
    """One act.

    ``hash`` is SHA-256 over the hash before and every other column, so that a changed, removed or inserted entry
    breaks the chain behind it. ``detail`` is canonical JSON in a text, kept exactly as it was hashed.
    ``as_position`` is the position in which it was done, in words, as it was called on that day; ``before`` and
    ``after`` are SHA-256 of what was changed; ``unit`` is the unit to which it belonged at that time, and decides who
    may read the entry. ``layout`` tells which columns the hash covers: entries of the first layout had none of these
    four.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    layout = models.PositiveSmallIntegerField(default=FIRST_LAYOUT)
    at = models.DateTimeField()
    by: "models.ForeignKey[_User | None, _User | None]" = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    as_position = models.CharField(max_length=400, default="")
    action = models.CharField(max_length=80)
    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    unit = models.BigIntegerField(null=True)
    before = models.CharField(max_length=64, default="")
    after = models.CharField(max_length=64, default="")
    detail = models.TextField(default="{}")
    address = models.CharField(max_length=45, default="")
    device = models.CharField(max_length=255, default="")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["sequence"]
        indexes = [
            models.Index(fields=["kind", "key", "sequence"], name="entry_by_thing"),
            models.Index(fields=["by", "sequence"], name="entry_by_person"),
            models.Index(fields=["unit", "sequence"], name="entry_by_unit"),
            models.Index(fields=["action", "sequence"], name="entry_by_action"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.name}"

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly("The trail is append-only.")

    def computed_hash(self, sequence: int | None = None, previous: str | None = None) -> str:
        """Return what ``hash`` must be, here or at another place of the chain; "" for columns out of their layout."""
        number = self.sequence if sequence is None else sequence
        before = self.previous if previous is None else previous
        newer = [self.as_position, self.unit, self.before, self.after]
        if self.layout == FIRST_LAYOUT and newer == ["", None, "", ""]:
            columns = [number, *self._first_columns(), before]
        elif self.layout == LAYOUT:
            columns = [LAYOUT, number, *self._first_columns(), *newer, before]
        else:
            return ""
        return hashlib.sha256(json.dumps(columns, separators=(",", ":")).encode()).hexdigest()

    def _first_columns(self) -> list[str | int | None]:
        return [
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.by_id,
            self.action,
            self.kind,
            self.key,
            self.name,
            self.detail,
            self.address,
            self.device,
        ]


class ChainHead(models.Model):
    """The last link, in one row: it puts writers in order, and a cut-off end of the trail shows."""

    sequence = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash[:12]}"
