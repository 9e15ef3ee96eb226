"""Writing the trail and holding it against its own chain."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from okesop.audit import origin
from okesop.audit.models import ChainHead, Entry

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

START = "0" * 64
NAME_LETTERS = 200


@transaction.atomic
def record(
    action: str,
    obj: models.Model | None,
    *,
    by: "_User | None",
    at: datetime,
    detail: dict[str, Any] | None = None,
) -> Entry:
    """Append one act to the trail, in the transaction of what it tells.

    ``action`` is a stable code (``procedures.create``), ``obj`` the thing that was acted on, ``by`` nobody for a
    command, ``detail`` what JSON can hold. Call it last in a domain function: the row of the chain's head is
    locked until the transaction ends.
    """
    head = ChainHead.objects.select_for_update().filter(pk=1).first()
    if head is None:
        ChainHead.objects.get_or_create(pk=1, defaults={"sequence": 0, "hash": START})
        head = ChainHead.objects.select_for_update().get(pk=1)
    came_from = origin.current.get()
    entry = Entry(
        sequence=head.sequence + 1,
        at=at,
        by=by,
        action=action,
        kind=obj._meta.label_lower if obj else "",  # noqa: SLF001 -- Django's public door
        key=str(obj.pk) if obj else "",
        name=str(obj).replace("\0", "")[:NAME_LETTERS] if obj else "",
        detail=json.dumps(detail or {}, sort_keys=True, separators=(",", ":"), default=str),
        address=came_from.address,
        device=came_from.device,
        previous=head.hash,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    ChainHead.objects.filter(pk=1).update(sequence=entry.sequence, hash=entry.hash)
    return entry


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holding the trail against its chain gave: ``broken_at`` is the first entry that does not fit."""

    entries: int
    last_hash: str
    broken_at: int | None


def verify() -> Verdict:
    """Hold every entry against its own hash, the one before, and the head of the chain."""
    sequence, last = 0, START
    for entry in Entry.objects.order_by("sequence").iterator(chunk_size=2000):
        expected = (sequence + 1, last, entry.computed_hash())
        if (entry.sequence, entry.previous, entry.hash) != expected:
            return Verdict(sequence, last, sequence + 1)
        sequence, last = entry.sequence, entry.hash
    head = ChainHead.objects.filter(pk=1).first()
    whole = (head.sequence, head.hash) == (sequence, last) if head else sequence == 0
    return Verdict(sequence, last, None if whole else sequence + 1)
