"""As which position somebody acts on a version: what a decision is signed with."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment
from okesop.procedures.models import Version, seats

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.organisation.models import Position


class NotTheirs(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Nobody may do this who does not hold the role over the unit on that day."""


def acting(user: "User", role: Role, version: Version, *, on: date) -> Assignment:
    """Return how the person holds the role over the version's unit on a day.

    Raises:
        NotTheirs: he does not.
    """
    found = access.acting_as(user, [role], version.procedure.unit_id, on=on)
    if found is None:
        raise NotTheirs(
            _("Ini tugas %(role)s; pada tanggal itu Anda tidak memegang peran itu di %(unit)s.")
            % {"role": role.label, "unit": version.procedure.unit}
        )
    return found


def approving(user: "User", version: Version, *, on: date) -> Assignment:
    """Return how the person approves a version whose turn of the chain it is.

    Raises:
        NotTheirs: the chain names another position, or he does not hold the role.
    """
    position = next_approver(version)
    if position is None:
        return acting(user, Role.APPROVER, version, on=on)
    found = _in_seat(user, position, on)
    if found is None:
        raise NotTheirs(
            _("Giliran %(position)s untuk mengesahkan; Anda tidak memegang jabatan itu.")
            % {"position": position}
        )
    return found


def next_approver(version: Version) -> "Position | None":
    """Return the position whose turn it is to approve; None where any approver of the unit may."""
    if version.chain is None:
        return None
    steps = version.chain.approvers.select_related("position")
    step = steps.filter(order=version.approvals_given + 1).first()
    return step.position if step else None


def signed(assignment: Assignment, user: "User") -> str:
    """Return the position in words, as a decision keeps it: "Plt. Kepala Bagian Umum"."""
    if assignment.person.user_id == user.pk:
        return str(assignment)
    return _("a.n. %(position)s (didelegasikan)") % {"position": assignment}


def _in_seat(user: "User", position: "Position", on: date) -> Assignment | None:
    held = Assignment.objects.filter(seats.approving(user, on), position=position)
    own_first = sorted(
        held.select_related("person", "position").distinct(),
        key=lambda each: (each.person.user_id != user.pk, each.pk),
    )
    return next(iter(own_first), None)
