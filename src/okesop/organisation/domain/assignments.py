"""Who holds which position: given from a day, ended on a day, never rewritten."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.domain import handovers
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment, Person, Position


class AlreadyHeld(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The person holds it in these days, or another leads the unit definitively."""


class NeedsAnEnd(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Whoever stands in does so for a time."""


class EndsBeforeItBegins(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The last day lies before the first."""


@transaction.atomic
def assign(  # noqa: PLR0913 -- the columns of an assignment
    person: Person,
    position: Position,
    *,
    from_on: date,
    until_on: date | None = None,
    kind: str = AssignmentKind.DEFINITIVE,
    by: User | None,
    at: datetime,
) -> Assignment:
    """Give a position to a person; raises `AlreadyHeld`, `NeedsAnEnd` and `EndsBeforeItBegins`.

    A leading position has one definitive holder at a time, others may have many; Plt. and Plh. have a last day.
    """
    _in_order(from_on, until_on)
    if kind != AssignmentKind.DEFINITIVE and until_on is None:
        raise NeedsAnEnd(_("Plt. dan Plh. memerlukan hari terakhir."))
    # Two who give the same position at once wait for each other here.
    Position.objects.select_for_update(of=("self",)).get(pk=position.pk)
    held = Assignment.objects.filter(position=position).filter(_meets(from_on, until_on))
    if held.filter(person=person).exists():
        raise AlreadyHeld(_("Orang ini sudah memangku jabatan itu pada hari-hari tersebut."))
    leads = position.is_head and kind == AssignmentKind.DEFINITIVE
    if leads and held.filter(kind=AssignmentKind.DEFINITIVE).exists():
        raise AlreadyHeld(
            _(
                "Jabatan pimpinan ini masih dipangku orang lain. Akhiri dahulu, atau pilih Plt./Plh."
            )
        )
    assignment = Assignment.objects.create(
        person=person, position=position, from_on=from_on, until_on=until_on, kind=kind
    )
    trail.record("organisation.assign", person, by=by, at=at, detail=_told(assignment))
    if kind != AssignmentKind.DAILY:  # who stands in for some days leaves the desk as it is
        handovers.take_over(position, person, by=by, at=at)
    return assignment


@transaction.atomic
def assign_all(many: Sequence[Assignment], *, by: User | None, at: datetime) -> None:
    """Store many assignments that somebody held against each other and against those that are stored."""
    Assignment.objects.bulk_create(many, batch_size=500)
    acts = (
        trail.Act("organisation.assign", one.person, _told(one), one.position.unit_id)
        for one in many
    )
    trail.record_all(acts, by=by, at=at)
    awaited = handovers.awaiting([one.position_id for one in many])
    for one in many:
        if one.position_id in awaited and one.kind != AssignmentKind.DAILY:
            handovers.take_over(one.position, one.person, by=by, at=at)


def _told(one: Assignment) -> dict[str, Any]:
    return {
        "position": one.position_id,
        "from": one.from_on,
        "until": one.until_on,
        "kind": str(one.kind),
    }


@transaction.atomic
def end(assignment: Assignment, *, until_on: date, by: User, at: datetime) -> None:
    """Let an assignment end with a day; raises `EndsBeforeItBegins`."""
    _in_order(assignment.from_on, until_on)
    assignment.until_on = until_on
    assignment.save(update_fields=["until_on"])
    detail = {"position": assignment.position_id, "until": until_on}
    trail.record("organisation.end_assignment", assignment.person, by=by, at=at, detail=detail)


def _in_order(from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < from_on:
        raise EndsBeforeItBegins(_("Hari terakhir tidak boleh mendahului hari pertama."))


def _meets(from_on: date, until_on: date | None) -> Q:
    """Return the filter that keeps assignments with a day in common."""
    goes_on = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    return goes_on & Q(from_on__lte=until_on) if until_on else goes_on
