"""Positions: made, renamed, abolished."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import grants
from okesop.organisation.models import Grant, Position, Unit


class TitleTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The unit has a position of this title."""


@transaction.atomic
def create(
    unit: Unit,
    title: str,
    *,
    is_head: bool = False,
    place: int = 0,
    by: User | None,
    at: datetime,
) -> Position:
    """Make a position with its usual roles in a unit, listed after smaller places; raises `TitleTaken`."""
    position = Position(unit=unit, title=title, is_head=is_head, place=place)
    _store(position)
    given = Grant.objects.bulk_create(grants.usual(position, timezone.localdate(at)))
    detail = {"roles": [grant.role for grant in given]}
    trail.record("organisation.create_position", position, by=by, at=at, detail=detail)
    return position


@transaction.atomic
def change(
    position: Position, *, title: str, is_head: bool, active: bool, by: User, at: datetime
) -> None:
    """Write what a position is called, whether it leads its unit and whether it still exists; raises `TitleTaken`."""
    before = {"title": position.title, "head": position.is_head, "active": position.is_active}
    position.title, position.is_head, position.is_active = title, is_head, active
    _store(position)
    if before["head"] != is_head:
        grants.follow_head(position, by=by, at=at)
    detail = {"before": before}
    trail.record("organisation.change_position", position, by=by, at=at, detail=detail)


def _store(position: Position) -> None:
    try:
        with transaction.atomic():
            position.save()
    except IntegrityError as error:
        raise TitleTaken(_("Jabatan ini sudah ada di unit tersebut.")) from error
