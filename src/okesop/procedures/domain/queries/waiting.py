"""What waits for a person's decision, or for his mending."""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, HandedItem
from okesop.procedures.enums import VersionState
from okesop.procedures.models import ChainApprover, DraftChange, Version, seats

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models.version import VersionQuerySet

UNIT = "procedure__unit"
DRAFTS = "procedures.draft"
"""The sort of what is handed over with a position."""


def to_verify(user: "User") -> "VersionQuerySet":
    """Return what was submitted to this person as verifier."""
    submitted = Version.objects.filter(state=VersionState.SUBMITTED)
    return submitted.filter(access.units_where(user, [Role.VERIFIER], UNIT))


def to_approve(user: "User") -> "VersionQuerySet":
    """Return what waits for this person's approval: his role covers it, and his turn has come."""
    verified = Version.objects.filter(state=VersionState.VERIFIED)
    return verified.filter(access.units_where(user, [Role.APPROVER], UNIT), has_the_turn(user))


def to_mend(user: "User") -> "VersionQuerySet":
    """Return the drafts of this person that came back with notes."""
    returned = Version.objects.drafts().filter(returned_at__isnull=False)
    writes = access.units_where(user, [Role.AUTHOR], UNIT)
    return returned.filter(writes, written_by(user))


def has_the_turn(user: "User") -> Q:
    """Return the filter of the versions whose way names nobody next, or a position of this person."""
    step = ChainApprover.objects.filter(
        chain=OuterRef("chain"), order=OuterRef("approvals_given") + 1
    )
    held = Assignment.objects.filter(seats.approving(user)).values("position")
    return Q(chain__isnull=True) | ~Q(Exists(step)) | Q(Exists(step.filter(position__in=held)))


def written_by(user: "User") -> Q:
    """Keep the drafts that ``user`` began or wrote in, and those handed to him with a position."""
    wrote = DraftChange.objects.filter(version=OuterRef("pk"), author=user)
    handed = HandedItem.objects.held_by(user, DRAFTS).values("key")
    return Q(procedure__created_by=user) | Q(Exists(wrote)) | Q(pk__in=handed)
