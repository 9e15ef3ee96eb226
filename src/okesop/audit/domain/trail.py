"""Writing the trail."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from okesop.audit import origin
from okesop.audit.models import ChainHead, Entry
from okesop.audit.models.entry import LAYOUT
from okesop.audit.table import table

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

START = "0" * 64
NAME_LETTERS, POSITION_LETTERS = 200, 400


@transaction.atomic
def record(  # noqa: PLR0913 -- the columns of an act
    action: str,
    obj: models.Model | None,
    *,
    by: "_User | None",
    at: datetime,
    detail: dict[str, Any] | None = None,
    as_position: str = "",
    before: str = "",
    after: str = "",
) -> Entry:
    """Append one act to the trail, in the transaction of what it tells.

    ``action`` is a stable code (``procedures.create``), ``obj`` the thing that was acted on, ``by`` nobody for a
    command, ``detail`` what JSON can hold, ``as_position`` the position in which he acted, ``before`` and ``after``
    the SHA-256 of what was changed. Call it last in a domain function: the row of the chain's head is locked until
    the transaction ends.
    """
    head = _locked_head()
    came_from = origin.current.get()
    entry = Entry(
        sequence=head.sequence + 1,
        layout=LAYOUT,
        at=at,
        by=by,
        as_position=_plain(as_position)[:POSITION_LETTERS],
        action=action,
        kind=obj._meta.label_lower if obj else "",  # noqa: SLF001 -- Django's public door
        key=str(obj.pk) if obj else "",
        name=_plain(str(obj))[:NAME_LETTERS] if obj else "",
        unit=table().unit_of(obj) if obj else None,
        before=before,
        after=after,
        detail=_packed(detail),
        address=came_from.address,
        device=came_from.device,
        previous=head.hash,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    ChainHead.objects.filter(pk=1).update(sequence=entry.sequence, hash=entry.hash)
    return entry


@dataclass(frozen=True, slots=True)
class Act:
    """One of many acts that one command did: its code, the thing, what JSON can hold, and the unit of the thing.

    Who knows the unit says so; else it is asked of the table.
    """

    action: str
    obj: models.Model
    detail: dict[str, Any] = field(default_factory=dict)
    unit: int | EllipsisType | None = ...


@transaction.atomic
def record_all(acts: Iterable[Act], *, by: "_User | None", at: datetime) -> int:
    """Append many acts in their order, as `record` does with one; return how many. Two writes for a thousand."""
    head, came_from = _locked_head(), origin.current.get()
    sequence, previous = head.sequence, head.hash
    entries = []
    for act in acts:
        sequence += 1
        kind = act.obj._meta.label_lower  # noqa: SLF001 -- Django's public door
        unit = table().unit_of(act.obj) if act.unit is ... else act.unit
        entry = Entry(
            sequence=sequence,
            layout=LAYOUT,
            at=at,
            by=by,
            action=act.action,
            kind=kind,
            key=str(act.obj.pk),
            name=_plain(str(act.obj))[:NAME_LETTERS],
            unit=unit,
            detail=_packed(act.detail),
            address=came_from.address,
            device=came_from.device,
            previous=previous,
        )
        previous = entry.hash = entry.computed_hash()
        entries.append(entry)
    Entry.objects.bulk_create(entries, batch_size=500)
    ChainHead.objects.filter(pk=1).update(sequence=sequence, hash=previous)
    return len(entries)


def _packed(detail: dict[str, Any] | None) -> str:
    return json.dumps(detail or {}, sort_keys=True, separators=(",", ":"), default=str)


def _locked_head() -> ChainHead:
    locked = ChainHead.objects.select_for_update()
    head = locked.filter(pk=1).first()
    if head is None:
        ChainHead.objects.get_or_create(pk=1, defaults={"sequence": 0, "hash": START})
        head = locked.get(pk=1)
    return head


def _plain(text: str) -> str:
    return text.replace("\0", "")
