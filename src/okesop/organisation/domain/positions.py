"""Positions: made, renamed, abolished."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import belongings, grants
from okesop.organisation.models import Assignment, Grant, Position, Unit

NAMED = 3


class TitleTaken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The unit has a position of this title."""


class StillHeld(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Somebody holds it, or work hangs on it."""


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
    """Write what a position is called, whether it leads its unit and whether it still exists.

    Raises `TitleTaken`, and `StillHeld` where it is to be abolished while somebody holds it or work hangs on it.
    """
    if position.is_active and not active:
        _is_free(position, timezone.localdate(at))
    before = {"title": position.title, "head": position.is_head, "active": position.is_active}
    position.title, position.is_head, position.is_active = title, is_head, active
    _store(position)
    if before["head"] != is_head:
        grants.follow_head(position, by=by, at=at)
    detail = {"before": before}
    trail.record("organisation.change_position", position, by=by, at=at, detail=detail)


def _is_free(position: Position, today: date) -> None:
    still = Assignment.objects.filter(Q(until_on=None) | Q(until_on__gte=today), position=position)
    held = still.select_related("person").order_by("from_on").first()
    if held is not None:
        raise StillHeld(
            _("Jabatan ini masih dipangku %(name)s. Akhiri dahulu penugasannya.")
            % {"name": held.person.name}
        )
    hanging = belongings.hanging_on(position)
    if hanging:
        raise StillHeld(
            _("Pada jabatan ini masih bergantung: %(what)s. Pindahkan dahulu.")
            % {"what": ", ".join(str(one.title) for one in hanging[:NAMED])}
        )


def _store(position: Position) -> None:
    try:
        with transaction.atomic():
            position.save()
    except IntegrityError as error:
        raise TitleTaken(_("Jabatan ini sudah ada di unit tersebut.")) from error
