"""States of an SOP that can be set beside each other: a version, one of its rounds, or any of its changes.

A state has a short name in addresses: ``2`` is version 2 as it stands, ``2r1`` as it was submitted for the first time,
``2s15`` as it was after its 15th change.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from okesop.core.document import SopDocument
from okesop.organisation import access
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import rebuilding
from okesop.procedures.enums import Move, Status
from okesop.procedures.models import Approval, Version
from okesop.procedures.models.version import REVIEWERS, WRITERS, VersionQuerySet

if TYPE_CHECKING:
    from okesop.accounts.models import User

_NAME = re.compile(r"([1-9]\d{0,3})(?:([rs])([1-9]\d{0,8}))?")
ROUND, CHANGE = "r", "s"
_BADGES = {Status.IN_FORCE: "in_force"}


class NoSuchState(Exception):  # noqa: N818 -- answered with 404, like everything that one may not see
    """The SOP has no such state, or not for this person."""


@dataclass(frozen=True, slots=True)
class State:
    """One state: its name in addresses, the version, and the document as it was then."""

    name: str
    version: Version
    document: SopDocument

    @property
    def title(self) -> str:
        """The state in words."""
        return titled(self.version.number, self.name)

    @property
    def sequence(self) -> int | None:
        """The change after which the draft was so; None for a version or a round."""
        _number, mark, count = self.name.partition(CHANGE)
        return int(count) if mark else None

    @property
    def is_whole(self) -> bool:
        """Whether it is the version as it stands, and so has its standing."""
        return self.name.isdigit()

    @property
    def standing(self) -> str:
        """Where the version stands today, as the badge knows it."""
        return self.status.value

    @property
    def status(self) -> Status:
        """Where the version stands today."""
        return Status(getattr(self.version, "standing"))  # noqa: B009 -- annotated by the query


def titled(number: int, name: str) -> str:
    """Return "Versi 2", "Versi 2, putaran 1" or "Versi 2, perubahan 15"."""
    values = {"version": number, "n": re.split(r"[rs]", name)[-1]}
    if ROUND in name:
        return _("Versi %(version)d, putaran %(n)s") % values
    if CHANGE in name:
        return _("Versi %(version)d, perubahan %(n)s") % values
    return _("Versi %(version)d") % values


def pair(user: "User", key: str, old: str, new: str) -> tuple[State, State]:
    """Return two states of one SOP.

    Raises:
        NoSuchState: one of them is none, or not for this person.
    """
    asked = [_NAME.fullmatch(name) for name in (old, new)]
    numbers = {int(match[1]) for match in asked if match}
    seen = Version.objects.visible_to(user).whole()
    found = {v.number: v for v in seen.filter(procedure__key=key, number__in=numbers)}
    states = []
    for name, match in zip((old, new), asked, strict=True):
        version = found.get(int(match[1])) if match else None
        if match is None or version is None:
            raise NoSuchState(name)
        if match[2] and not _works_on(user, version):
            raise NoSuchState(name)
        states.append(State(name, version, _document(version, match)))
    return states[0], states[1]


def offered(user: "User", key: str) -> list[tuple[str, str]]:
    """Return (name, words) of every version and round of an SOP that the person may see, newest first."""
    seen = Version.objects.visible_to(user).filter(procedure__key=key)
    numbers = dict(seen.order_by("-number").values_list("pk", "number"))
    worked_on = _worked_on(user).filter(pk__in=numbers)
    rounds = Approval.objects.filter(version__in=worked_on, kind=Move.SUBMIT).order_by("-round")
    submitted = list(rounds.values_list("version_id", "round"))
    names = [
        name
        for pk, number in numbers.items()
        for name in (str(number), *(f"{number}r{r}" for version, r in submitted if version == pk))
    ]
    return [(name, titled(int(re.split(r"[rs]", name)[0]), name)) for name in names]


def filmed(user: "User", key: str) -> set[int]:
    """Return the numbers of the versions whose changes the person may step through, where there are any."""
    worked_on = _worked_on(user).filter(procedure__key=key, sequence__gt=rebuilding.FIRST)
    seen = Version.objects.visible_to(user).filter(pk__in=worked_on.values("pk"))
    return set(seen.values_list("number", flat=True))


def latest(user: "User", key: str) -> tuple[str, str]:
    """Return the names of the two states that one asks for first: the newest, and what it is to replace.

    Raises:
        NoSuchState: the person may see nothing of this SOP.
    """
    seen = Version.objects.visible_to(user).filter(procedure__key=key).order_by("-number")
    versions = list(seen.light()[:2])
    if not versions:
        raise NoSuchState(key)
    newest = versions[0]
    if len(versions) > 1:
        return str(versions[1].number), str(newest.number)
    past = f"r{newest.round}" if newest.round and newest.is_draft else f"s{rebuilding.FIRST}"
    return f"{newest.number}{past}", str(newest.number)


def _worked_on(user: "User") -> VersionQuerySet:
    """Keep what somebody writes, verifies or approves: who only reads an SOP sees no draft of it, not even a past one."""
    if user.is_administrator:
        return Version.objects.all()
    roles = (*WRITERS, *REVIEWERS)
    return Version.objects.filter(access.units_where(user, roles, "procedure__unit"))


def _works_on(user: "User", version: Version) -> bool:
    return _worked_on(user).filter(pk=version.pk).exists()


def _document(version: Version, asked: re.Match[str]) -> SopDocument:
    if not asked[2]:
        return documents.read(version)
    count = int(asked[3])
    if asked[2] == CHANGE:
        if count > version.sequence:
            raise NoSuchState(asked[0])
        return rebuilding.as_it_was(version, count)
    submitted = version.approvals.filter(kind=Move.SUBMIT, round=count).values_list(
        "at", flat=True
    )
    at = submitted.first()
    if at is None:
        raise NoSuchState(asked[0])
    changes = version.changes.filter(at__lte=at).order_by("-sequence")
    sequence = changes.values_list("sequence", flat=True).first()
    return rebuilding.as_it_was(version, sequence or rebuilding.FIRST)
