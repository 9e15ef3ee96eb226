"""The way of a unit's SOPs from the author to the last approver."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Grant
from okesop.procedures.domain.queries import official
from okesop.procedures.models import Chain, ChainApprover, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.organisation.models import Position, Unit


class NoChain(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A way that nobody could go."""


@transaction.atomic
def decide(
    unit: "Unit",
    *,
    verified: bool,
    approvers: Sequence["Position"],
    from_on: date,
    by: "User",
    at: datetime,
) -> Chain:
    """Set the way from a day on for what is submitted then; what is on its way goes on as it began.

    Raises:
        NoChain: a position stands in it twice, or may not approve for the unit.
    """
    if len({position.pk for position in approvers}) < len(approvers):
        raise NoChain(_("Satu jabatan hanya dapat mengesahkan satu kali dalam satu alur."))
    for position in approvers:
        if not _may_approve(position, unit, from_on):
            raise NoChain(
                _(
                    "%(position)s belum berperan sebagai Pengesah untuk %(unit)s. Beri peran itu dahulu."
                )
                % {"position": position, "unit": unit}
            )
    chain = Chain.objects.create(
        unit=unit, from_on=from_on, verified=verified, created_at=at, created_by=by
    )
    ChainApprover.objects.bulk_create(
        ChainApprover(chain=chain, order=order, position=position)
        for order, position in enumerate(approvers, start=1)
    )
    detail = {"verified": verified, "approvers": [str(position) for position in approvers]}
    trail.record("procedures.chain.decide", unit, by=by, at=at, detail=detail)
    return chain


def of(unit: "Unit", on: date) -> Chain | None:
    """Return the chain of the unit, or of the nearest above it that has one; None stands for the plain way.

    The plain way is: verified, then approved once by anybody who holds the role over the unit.
    """
    for each in official.upwards(unit):
        found = own(each, on)
        if found is not None:
            return found
    return None


def own(unit: "Unit", on: date) -> Chain | None:
    """Return the chain that was set for this very unit and counts on a day."""
    return Chain.objects.on(on).filter(unit=unit).first()


def is_verified(chain: Chain | None) -> bool:
    """Tell whether the way has a verification."""
    return chain is None or chain.verified


def approvals_needed(version: Version) -> int:
    """Return how many approvers a version needs."""
    return max(1, version.chain.approvers.count()) if version.chain else 1


def _may_approve(position: "Position", unit: "Unit", on: date) -> bool:
    above = [each.pk for each in official.upwards(unit)]
    granted = Grant.objects.filter(access.holds_on(on), position=position, role=Role.APPROVER)
    return granted.filter(unit__in=above).exists()
