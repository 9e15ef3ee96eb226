"""From a draft to the verge of approval: submit, take back, verify, send back with notes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.audit.domain import trail
from okesop.core.rules import Finding, Stage
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment
from okesop.procedures.domain import actors, chains, telling, transitions
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.plain import plain
from okesop.procedures.domain.queries import integrity
from okesop.procedures.domain.transitions import Hand, Transition
from okesop.procedures.enums import Move, VersionState
from okesop.procedures.models import Approval, Comment, Version

REVIEWERS = (Role.VERIFIER, Role.APPROVER)


class Blocked(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Findings of the rules stand in the way of the move; ``findings`` says where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        count = len(findings)
        text = ngettext(
            "Ada %(count)d isian wajib yang harus diperbaiki dahulu.",
            "Ada %(count)d isian wajib yang harus diperbaiki dahulu.",
            count,
        )
        super().__init__(text % {"count": count})


class NothingNoted(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """An SOP is sent back with at least one note that says why."""


class AlreadyDecided(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """Somebody decided in this round; the author waits for the others."""


@transaction.atomic
def submit(version: Version, *, hand: Hand) -> None:
    """Hand a draft in: to the verifier, or to the approver where the unit's way has no verification.

    Raises:
        NotAllowedNow, NotTheirs, Blocked.
    """
    version = held(version)
    chain = chains.of(version.procedure.unit, timezone.localdate(hand.at))
    verified = chains.is_verified(chain)
    target = VersionState.SUBMITTED if verified else VersionState.VERIFIED
    transition = transitions.of(Move.SUBMIT, version, target=target)
    actor = acting(version, transition, hand)
    refuse_blocked(version, Stage.SUBMIT)
    moved = {"round": version.round + 1, "approvals_given": 0, "chain": chain}
    transitions.go(version, transition, hand=hand, returned_at=None, **moved)
    signed(version, transition, actor, hand)


@transaction.atomic
def take_back(version: Version, *, hand: Hand) -> None:
    """Take a version back that nobody has decided about in this round; it is a draft again.

    Raises:
        NotAllowedNow, NotTheirs, AlreadyDecided.
    """
    version = held(version)
    transition = transitions.of(Move.TAKE_BACK, version)
    actor = acting(version, transition, hand)
    decided = version.approvals.filter(round=version.round, kind__in=(Move.VERIFY, Move.APPROVE))
    if decided.exists():
        raise AlreadyDecided(_("Sudah ada yang memutuskan, jadi tidak dapat ditarik kembali."))
    transitions.go(version, transition, hand=hand)
    signed(version, transition, actor, hand)


@transaction.atomic
def verify(version: Version, *, hand: Hand) -> None:
    """Pass a submitted version on to its approver.

    Raises:
        NotAllowedNow, NotTheirs, Blocked.
    """
    version = held(version)
    transition = transitions.of(Move.VERIFY, version)
    actor = acting(version, transition, hand)
    refuse_blocked(version, Stage.SUBMIT)
    transitions.go(version, transition, hand=hand)
    signed(version, transition, actor, hand)


@transaction.atomic
def send_back(version: Version, *, note: str = "", hand: Hand) -> None:
    """Return a version to its author with the notes of this round; ``note`` is one more, on the whole.

    Raises:
        NotAllowedNow, NotTheirs, NothingNoted.
    """
    version = held(version)
    transition = transitions.of(Move.SEND_BACK, version)
    actor = acting(version, transition, hand)
    note = plain(note)
    if note:
        Comment.objects.create(
            version=version,
            round=version.round,
            written_as=transition.role,
            text=note,
            author=hand.by,
            at=hand.at,
        )
    noted = version.comments.filter(round=version.round, done_at__isnull=True)
    if not noted.exclude(written_as="").exists():
        raise NothingNoted(_("Tulis paling sedikit satu catatan, supaya penyusun tahu sebabnya."))
    transitions.go(version, transition, hand=hand, returned_at=hand.at)
    signed(version, transition, actor, hand)


def acting(version: Version, transition: Transition, hand: Hand) -> Assignment:
    """Return as which position somebody makes a move.

    Raises:
        NotTheirs: he may not.
    """
    on = timezone.localdate(hand.at)
    if transition.source == VersionState.VERIFIED and transition.role == Role.APPROVER:
        return actors.approving(hand.by, version, on=on)
    return actors.acting(hand.by, transition.role, version, on=on)


def refuse_blocked(version: Version, stage: Stage) -> None:
    """Refuse what the rules forbid at a stage. Raises Blocked."""
    found = documents.findings(version, documents.read(version), stage=stage)
    blocking = tuple(finding for finding in found if finding.blocks)
    if blocking:
        raise Blocked(blocking)


def signed(
    version: Version,
    transition: Transition,
    actor: Assignment,
    hand: Hand,
    *,
    note: str = "",
    seen_sha256: str = "",
) -> None:
    """Record who made the move, as which position, over which content (``seen_sha256`` before it was sealed)."""
    position = actors.signed(actor, hand.by)
    order = version.approvals_given if transition.move == Move.APPROVE else 1
    Approval.objects.create(
        version=version,
        turn=version.turn,
        round=version.round,
        kind=transition.move,
        order=order,
        by=hand.by,
        assignment=actor,
        position=position,
        at=hand.at,
        sha256=version.sha256,
        note=note,
    )
    telling.moved(version, transition, by=hand.by, at=hand.at, note=note)
    trail.record(
        f"procedures.version.{transition.move}",
        version,
        by=hand.by,
        at=hand.at,
        detail={
            "round": version.round,
            "from": transition.source,
            "to": transition.target,
            **integrity.sealed_facts(version),
        },
        as_position=position,
        before=seen_sha256 or version.sha256,
        after=version.sha256,
    )


def held(version: Version) -> Version:
    """Return the version read anew, with its row locked until the transaction ends.

    Raises:
        NotAllowedNow: it is gone.
    """
    # Without joins: PostgreSQL drops a row whose join no longer fits once it waited for the lock.
    found = Version.objects.select_for_update().filter(pk=version.pk).first()
    if found is None:
        raise transitions.NotAllowedNow(transitions.refusal(None))
    return found
