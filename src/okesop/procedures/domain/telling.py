"""Who is told of a move: whoever has the next turn, whoever wrote, and at the end whoever works by it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from okesop.accounts.models import User
from okesop.notifications.domain.sending import About, notify
from okesop.notifications.kinds import Kind
from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment
from okesop.procedures import notices
from okesop.procedures.domain import actors
from okesop.procedures.domain.queries import official
from okesop.procedures.enums import Move, VersionState
from okesop.procedures.models import Comment, Version, seats

if TYPE_CHECKING:
    from okesop.procedures.domain.transitions import Transition

LETTERS = 300


def moved(
    version: Version, transition: "Transition", *, by: User, at: datetime, note: str = ""
) -> None:
    """Tell those whom a move concerns; the version stands where it was moved to."""
    on = timezone.localdate(at)
    for kind, people, page in _concerned(version, transition, on):
        notify(kind.code, people, about=_about(version, page, note), by=by, at=at)


def noted(comment: Comment) -> None:
    """Tell the authors of a note that a verifier or an approver wrote."""
    version = comment.version
    if comment.written_as:
        about = _about(version, "review", comment.text)
        kind, by = notices.NOTED.code, comment.author
        notify(kind, authors(version), about=about, by=by, at=comment.at)


def answered(comment: Comment, *, by: User, at: datetime) -> None:
    """Tell whoever wrote a note of its answer."""
    about = _about(comment.version, "review", comment.answer)
    notify(notices.ANSWERED.code, [comment.author], about=about, by=by, at=at)


def authors(version: Version) -> list[User]:
    """Return who began the SOP, and who handed the version in."""
    handed_in = version.approvals.filter(kind=Move.SUBMIT).values("by")
    return list(User.objects.filter(Q(pk__in=handed_in) | Q(pk=version.procedure.created_by_id)))


def holders(role: Role, version: Version, on: date) -> list[User]:
    """Return who holds a role over the version's unit on a day, on his own or lent to him."""
    above = [unit.pk for unit in official.upwards(version.procedure.unit)]
    granted = access.holds_on(on, "position__grants__") & Q(
        position__grants__role=role, position__grants__unit__in=above
    )
    held = Assignment.objects.filter(access.holds_on(on) & granted)
    lent = held.filter(
        access.holds_on(on, "delegations__"), delegations__roles__role=F("position__grants__role")
    )
    either = Q(person__in=held.values("person")) | Q(person__in=lent.values("delegations__person"))
    return list(User.objects.active().filter(either))


def next_hands(version: Version, on: date) -> list[User]:
    """Return who may approve the version next."""
    position = actors.next_approver(version)
    people = holders(Role.APPROVER, version, on)
    if position is None:
        return people
    return [user for user in people if _sits(user, position.pk, on)]


def _sits(user: User, position: int, on: date) -> bool:
    return Assignment.objects.filter(seats.approving(user, on), position=position).exists()


def _concerned(
    version: Version, transition: "Transition", on: date
) -> Iterable[tuple[Kind, list[User], str]]:
    match transition.move, version.state:
        case Move.SUBMIT, VersionState.SUBMITTED:
            yield notices.SUBMITTED, holders(Role.VERIFIER, version, on), "review"
        case ((Move.SUBMIT | Move.APPROVE), VersionState.VERIFIED):
            yield notices.TO_APPROVE, next_hands(version, on), "review"
        case Move.VERIFY, _:
            yield notices.TO_APPROVE, next_hands(version, on), "review"
            yield notices.VERIFIED, authors(version), "version"
        case Move.SEND_BACK, _:
            yield notices.SENT_BACK, authors(version), "version"
        case Move.APPROVE, _:
            told = authors(version)
            yield notices.APPROVED, told, "version"
            unit = [user for user in holders(Role.PERFORMER, version, on) if user not in told]
            yield notices.IN_FORCE, unit, "version"
        case Move.REVOKE, _:
            yield notices.REVOKED, holders(Role.PERFORMER, version, on), "version"


def _about(version: Version, page: str, detail: str) -> About:
    url = reverse(f"procedures:{page}", args=[version.key, version.number])
    return About(str(version), url, detail[:LETTERS])
