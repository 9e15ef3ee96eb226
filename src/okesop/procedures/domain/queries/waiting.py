"""What waits for a person's decision, or for his mending."""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, HandedItem
from okesop.procedures.enums import VersionState
from okesop.procedures.models import ChainApprover, DraftChange, seats

if TYPE_CHECKING:
    from okesop.accounts.models import User

UNIT = "procedure__unit"
DRAFTS = "procedures.draft"
"""The sort of what is handed over with a position."""


def to_verify(user: "User") -> Q:
    """Keep what was submitted to this person as verifier."""
    return Q(state=VersionState.SUBMITTED) & access.units_where(user, [Role.VERIFIER], UNIT)


def to_approve(user: "User") -> Q:
    """Keep what waits for this person's approval: his role covers it, and his turn has come."""
    covered = access.units_where(user, [Role.APPROVER], UNIT)
    return Q(state=VersionState.VERIFIED) & covered & has_the_turn(user)


def to_mend(user: "User") -> Q:
    """Keep the drafts of this person that came back with notes; one query."""
    return came_back(user) & written_by(user)


def came_back(user: "User") -> Q:
    """Keep the drafts that came back with notes to those who write in this person's units."""
    returned = Q(state=VersionState.DRAFT, returned_at__isnull=False)
    return returned & access.units_where(user, [Role.AUTHOR], UNIT)


def has_the_turn(user: "User") -> Q:
    """Return the filter of the versions whose way names nobody next, or a position of this person."""
    step = ChainApprover.objects.filter(
        chain=OuterRef("chain"), order=OuterRef("approvals_given") + 1
    )
    held = Assignment.objects.filter(seats.approving(user)).values("position")
    return Q(chain__isnull=True) | ~Q(Exists(step)) | Q(Exists(step.filter(position__in=held)))


def written_by(user: "User") -> Q:
    """Keep the drafts that ``user`` began or wrote in, and those handed to him with a position; one query.

    The few that were handed to him are looked up first: a counter that asks four times for them is four times as dear.
    """
    wrote = DraftChange.objects.filter(version=OuterRef("pk"), author=user)
    handed = list(HandedItem.objects.held_by(user, DRAFTS).values_list("key", flat=True))
    return Q(procedure__created_by=user) | Q(Exists(wrote)) | Q(pk__in=handed)
