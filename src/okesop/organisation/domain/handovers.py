"""Handing over at a rotation: what belongs to a position passes to whoever holds it next."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import belongings
from okesop.organisation.models import Assignment, HandedItem, Handover, Person, Position


@transaction.atomic
def hand_over(
    assignment: Assignment, *, taker: Person | None, note: str = "", by: User, at: datetime
) -> Handover:
    """Record what the holder of a position has in hand and pass it on; without a taker it waits for the next holder."""
    position, giver = assignment.position, assignment.person
    items = belongings.in_hand(position, giver)
    handover = Handover.objects.create(
        assignment=assignment, taker=taker, at=at, by=by, note=note.strip()
    )
    HandedItem.objects.bulk_create(
        HandedItem(
            handover=handover,
            sort=one.sort,
            key=one.key,
            kind=one.kind,
            title=one.title,
            detail=one.detail,
        )
        for one in items
    )
    detail = {"position": position.pk, "taker": taker.pk if taker else None, "items": len(items)}
    trail.record("organisation.hand_over", giver, by=by, at=at, detail=detail)
    return handover


def take_over(position: Position, taker: Person, *, by: User | None, at: datetime) -> int:
    """Give the next holder of a position what waits for him; return how many handings-over that were."""
    waiting = Handover.objects.filter(assignment__position=position, taker=None)
    found = waiting.exclude(assignment__person=taker).update(taker=taker)
    if found:
        detail = {"position": position.pk}
        trail.record("organisation.take_over", taker, by=by, at=at, detail=detail)
    return found


def awaiting(positions: Collection[int]) -> set[int]:
    """Return those of the positions (by key) for whose next holder something waits."""
    waiting = Handover.objects.filter(taker=None, assignment__position__in=set(positions))
    return set(waiting.values_list("assignment__position", flat=True))
