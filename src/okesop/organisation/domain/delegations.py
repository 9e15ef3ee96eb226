"""Rights lent for a time: delegated by whoever holds the position, ended by him."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.audit.domain import trail
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, DelegatedRole, Delegation, Grant, Person


class NotDelegable(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The days are out of order, the position is not held then, or it does not have these roles."""


@dataclass(frozen=True, slots=True)
class Loan:
    """What is lent to whom: roles, the first and the last day, and why."""

    person: Person
    roles: Collection[Role]
    from_on: date
    until_on: date
    reason: str


def lendable(assignment: Assignment, *, on: date) -> set[Role]:
    """Return the roles that the position holds on a day, over any unit."""
    grants = Grant.objects.on(on).filter(position=assignment.position_id)
    return {Role(role) for role in grants.values_list("role", flat=True)}


@transaction.atomic
def delegate(assignment: Assignment, loan: Loan, *, by: User, at: datetime) -> Delegation:
    """Lend roles of a position to a person for a time; raises `NotDelegable`."""
    _check(assignment, loan, today=timezone.localdate(at))
    delegation = Delegation.objects.create(
        assignment=assignment,
        person=loan.person,
        from_on=loan.from_on,
        until_on=loan.until_on,
        reason=loan.reason.strip(),
    )
    DelegatedRole.objects.bulk_create(
        DelegatedRole(delegation=delegation, role=role) for role in sorted(set(loan.roles))
    )
    detail = {
        "position": assignment.position_id,
        "person": loan.person.pk,
        "roles": sorted(loan.roles),
        "from": loan.from_on,
        "until": loan.until_on,
    }
    trail.record("organisation.delegate", delegation, by=by, at=at, detail=detail)
    return delegation


def _check(assignment: Assignment, loan: Loan, *, today: date) -> None:
    if loan.until_on < loan.from_on:
        raise NotDelegable(_("Hari terakhir tidak boleh mendahului hari pertama."))
    if loan.until_on < today:
        raise NotDelegable(_("Hari terakhir sudah lewat."))
    if loan.person.pk == assignment.person_id:
        raise NotDelegable(_("Pilih orang lain; hak Anda sendiri tetap Anda pegang."))
    if not loan.reason.strip():
        raise NotDelegable(_("Tuliskan alasannya."))
    ended = assignment.until_on is not None and assignment.until_on < loan.from_on
    if ended or loan.from_on < assignment.from_on:
        raise NotDelegable(_("Jabatan ini tidak Anda pangku pada hari pertama delegasi."))
    if not loan.roles or not set(loan.roles) <= lendable(assignment, on=max(loan.from_on, today)):
        raise NotDelegable(_("Jabatan ini tidak memegang peran yang dipilih."))


@transaction.atomic
def end(delegation: Delegation, *, by: User, at: datetime) -> None:
    """Take back what was lent; it counts at once, and the days before stay tellable."""
    last = timezone.localdate(at) - timedelta(days=1)
    if delegation.until_on <= last:
        return
    delegation.until_on = last
    delegation.save(update_fields=["until_on"])
    trail.record("organisation.end_delegation", delegation, by=by, at=at)
