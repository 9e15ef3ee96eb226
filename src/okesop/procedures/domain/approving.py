"""Approval in the system: the last approver freezes the version, and nothing of it ever changes again.

It is called so, and never a certified signature: who, as which position, when, over which content.
"""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.core.document import SopDocument
from okesop.core.rules import Stage
from okesop.files.domain import store
from okesop.organisation.models import Assignment
from okesop.procedures.domain import chains, life, numbers, sealing, transitions
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.numbers import Slip, Wish
from okesop.procedures.domain.plain import plain
from okesop.procedures.domain.sealing import Seal
from okesop.procedures.domain.transitions import Hand
from okesop.procedures.enums import Move, VersionState
from okesop.procedures.models import Procedure, Version
from okesop.ui.templatetags import written


class WrongDay(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The version cannot take effect, or be revoked, on that day."""


class NoReason(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """An SOP is revoked with a reason."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the last approver decides: the first day, the number, and whether the change is a large one."""

    effective_on: date
    wish: Wish = numbers.NEXT
    material: bool = True


@transaction.atomic
def approve(version: Version, decision: Decision, *, hand: Hand) -> None:
    """Approve as the one whose turn it is; the last in order freezes the version.

    Raises:
        NotAllowedNow, NotTheirs, Blocked, WrongDay, NoNumber, NoPublicAddress, paper.TooManyPagesError.
    """
    version = life.held(version)
    given = version.approvals_given + 1
    last = given >= chains.approvals_needed(version)
    target = VersionState.APPROVED if last else VersionState.VERIFIED
    transition = transitions.of(Move.APPROVE, version, target=target)
    actor = life.acting(version, transition, hand)
    seen_sha256 = version.sha256
    changes: dict[str, Any] = {"approvals_given": given}
    if last:
        changes |= _sealed(version, decision, actor, hand)
    else:
        life.refuse_blocked(version, Stage.SUBMIT)
    transitions.go(version, transition, hand=hand, **changes)
    documents.index(version)
    life.signed(version, transition, actor, hand, seen_sha256=seen_sha256)


@transaction.atomic
def revoke(version: Version, *, on: date, reason: str, hand: Hand) -> None:
    """End an approved version from a day on.

    Raises:
        NotAllowedNow, NotTheirs, NoReason; WrongDay: the day is past, or the version was replaced by then.
    """
    version = life.held(version)
    transition = transitions.of(Move.REVOKE, version)
    actor = life.acting(version, transition, hand)
    reason = plain(reason)
    if not reason:
        raise NoReason(_("Tulis alasan pencabutan."))
    if on < timezone.localdate(hand.at):
        raise WrongDay(_("Pencabutan berlaku paling cepat hari ini."))
    Procedure.objects.select_for_update().get(pk=version.procedure_id)
    if _is_replaced(version, on):
        raise WrongDay(_("Versi ini sudah digantikan pada tanggal itu."))
    transitions.go(version, transition, hand=hand, revoked_on=on)
    life.signed(version, transition, actor, hand, note=reason)


def earliest(version: Version, today: date) -> date:
    """Return the first day on which a version may take effect."""
    before = _latest_before(version)
    floor = date.min if version.imported else today
    after = date.fromordinal(before.toordinal() + 1) if before else date.min
    return max(floor, after)


def _sealed(version: Version, decision: Decision, actor: Assignment, hand: Hand) -> dict[str, Any]:
    """Return the columns that freeze a version."""
    Procedure.objects.select_for_update().get(pk=version.procedure_id)
    today = timezone.localdate(hand.at)
    _refuse_day(version, decision.effective_on, today)
    slip = Slip(version.procedure.unit, today, hand.by, hand.at)
    number = numbers.take(version, decision.wish, slip=slip)
    seal = Seal(number, decision.effective_on, actor, secrets.token_urlsafe(16))
    document = sealing.filled(documents.read(version), seal)
    _refuse_blocked(version, document)
    pdf = sealing.printed(version, document, seal, at=hand.at)
    return {
        **documents.columns(document),
        "approved_at": hand.at,
        "effective_on": decision.effective_on,
        "material": decision.material,
        "issued": number,
        "code": seal.code,
        "pdf": store.keep(pdf, kind="application/pdf", at=hand.at),
    }


def _refuse_day(version: Version, effective_on: date, today: date) -> None:
    first = earliest(version, today)
    if effective_on < first:
        raise WrongDay(_("Versi ini berlaku paling cepat %(day)s.") % {"day": written.day(first)})


def _refuse_blocked(version: Version, document: SopDocument) -> None:
    found = documents.findings(version, document, stage=Stage.APPROVE)
    blocking = tuple(finding for finding in found if finding.blocks)
    if blocking:
        raise life.Blocked(blocking)


def _latest_before(version: Version) -> date | None:
    others = Version.objects.took_effect(date.max).filter(procedure=version.procedure_id)
    days = others.exclude(pk=version.pk).order_by("-effective_on")
    return days.values_list("effective_on", flat=True).first()


def _is_replaced(version: Version, on: date) -> bool:
    later = Version.objects.took_effect(on).filter(procedure=version.procedure_id)
    return later.filter(number__gt=version.number).exists()
