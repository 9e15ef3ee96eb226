"""The way of a version as a line of marks: what happened, where it stands, what is still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from okesop.procedures.domain import chains
from okesop.procedures.domain.queries import receivers
from okesop.procedures.enums import Move, Status
from okesop.procedures.models import Approval, Version
from okesop.ui.templatetags import written

DONE, NOW, WAIT, COMING = "done", "now", "wait", ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; ``look`` is done, now, wait (needs a hand) or "" (still to come)."""

    look: str
    title: str
    detail: str = ""


def of(version: Version, on: date) -> list[Mark]:
    """Return the marks of the round that is on, or of the last one."""
    acts = list(version.approvals.select_related("by"))
    return [_begun(version), *_round(version, acts, on), *_ending(version, acts, on)]


def past(version: Version) -> list[Mark]:
    """Return everything that was decided about a version, the newest first."""
    acts = version.approvals.select_related("by").order_by("-turn")
    return [*(_told(act) for act in acts), _begun(version)]


def _begun(version: Version) -> Mark:
    by = version.procedure.created_by.name if version.number == 1 else ""
    return Mark(DONE, _("Disusun"), ", ".join(filter(None, (by, written.day(version.created_at)))))


def _told(act: Approval) -> Mark:
    look = WAIT if act.kind == Move.SEND_BACK else DONE
    said = f"{act.by.name}, {act.position}, {written.day(act.at)} {written.clock(act.at)}"
    return Mark(look, act.get_kind_display(), f"{said}. {act.note}" if act.note else said)


def _round(version: Version, acts: list[Approval], on: date) -> Iterator[Mark]:
    now = [act for act in acts if act.round == version.round]
    last = now[-1] if now else None
    if version.is_draft:
        yield from _draft(version, last, on)
        return
    yield from (_told(act) for act in now if act.kind not in {Move.REVOKE, Move.TAKE_BACK})
    waits = receivers.waiting_for(version, on)
    if waits is None:
        return
    submitted = version.standing == Status.SUBMITTED
    yield Mark(NOW, _("Verifikasi") if submitted else _("Pengesahan"), _desk(waits))
    if submitted:
        yield Mark(COMING, _("Pengesahan"), receivers.of_verified(version, on).desk)


def _draft(version: Version, last: Approval | None, on: date) -> Iterator[Mark]:
    if last is not None and last.kind == Move.SEND_BACK:
        yield _told(last)
    yield Mark(NOW, _("Ditulis"), _("diubah %(day)s") % {"day": written.day(version.updated_at)})
    receiver = receivers.of_draft(version, on)
    if chains.is_verified(chains.of(version.procedure.unit, on)):
        yield Mark(COMING, _("Verifikasi"), receiver.desk)
        yield Mark(COMING, _("Pengesahan"), receivers.of_verified(version, on).desk)
    else:
        yield Mark(COMING, _("Pengesahan"), receiver.desk)


def _ending(version: Version, acts: list[Approval], on: date) -> Iterator[Mark]:
    if not version.is_sealed or version.effective_on is None:
        return
    first = written.day(version.effective_on)
    match version.standing:
        case Status.APPROVED:
            yield Mark(NOW, _("Akan berlaku"), _("mulai %(day)s") % {"day": first})
        case Status.IN_FORCE:
            yield Mark(NOW, _("Berlaku"), _("sejak %(day)s") % {"day": first})
        case Status.SUPERSEDED:
            yield Mark(DONE, _("Berlaku"), _("sejak %(day)s") % {"day": first})
            yield Mark(NOW, _("Digantikan"), _since(replaced_on(version, on)))
        case _:
            yield Mark(DONE, _("Berlaku"), _("sejak %(day)s") % {"day": first})
    if version.revoked_on is not None:
        reason = next((act.note for act in acts if act.kind == Move.REVOKE), "")
        look = NOW if version.standing == Status.REVOKED else COMING
        yield Mark(look, _("Dicabut"), f"{_since(version.revoked_on)}. {reason}")


def replaced_on(version: Version, on: date) -> date | None:
    """Return the day on which a later version took its place; None where none has."""
    successor = replacing(version, on)
    return successor.effective_on if successor else None


def replacing(version: Version, on: date) -> Version | None:
    """Return the version that took its place by a day."""
    later = Version.objects.took_effect(on).filter(
        procedure=version.procedure_id, number__gt=version.number
    )
    return later.order_by("effective_on", "number").first()


def _since(day: date | None) -> str:
    return _("sejak %(day)s") % {"day": written.day(day)} if day else ""


def _desk(receiver: receivers.Receiver) -> str:
    names = ", ".join(receiver.names)
    return f"{receiver.desk}: {names}" if names else receiver.desk
