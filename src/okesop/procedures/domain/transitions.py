"""The life of a version in one table, and the one place that writes its state.

Every move is one conditional UPDATE: the state and the turn that the mover saw must still be there. Two people who
press a button together, a stale tab, or an approval of what was just returned cannot both win, on any database and
under any interleaving. The picture in `docs/life.md` is made from this table.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.organisation.enums import Role
from okesop.procedures.enums import Move, VersionState
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from okesop.accounts.models import User


class Need(StrEnum):
    """What a move requires beside state and role."""

    NO_FINDINGS = "no_findings"
    NOTE = "note"
    VERIFICATION = "verification"
    NO_VERIFICATION = "no_verification"
    UNTOUCHED = "untouched"
    PASSWORD = "password"  # noqa: S105 -- the name of a requirement
    NOT_THE_LAST = "not_the_last"
    THE_LAST = "the_last"
    ADDRESS = "address"
    EFFECTIVE_DAY = "effective_day"
    REASON = "reason"


NEEDS: "dict[Need, Promise]" = {
    Need.NO_FINDINGS: gettext_lazy("tanpa temuan wajib pada tahapnya"),
    Need.NOTE: gettext_lazy("paling sedikit satu catatan terbuka dari putaran ini"),
    Need.VERIFICATION: gettext_lazy("alur unit kerjanya memuat verifikasi"),
    Need.NO_VERIFICATION: gettext_lazy("alur unit kerjanya tanpa verifikasi"),
    Need.UNTOUCHED: gettext_lazy("belum ada yang memutuskan pada putaran ini"),
    Need.PASSWORD: gettext_lazy("kata sandi dimasukkan sekali lagi"),
    Need.NOT_THE_LAST: gettext_lazy("masih ada pengesah sesudahnya"),
    Need.THE_LAST: gettext_lazy("pengesah terakhir"),
    Need.ADDRESS: gettext_lazy("alamat umum pemasangan sudah diatur"),
    Need.EFFECTIVE_DAY: gettext_lazy("tanggal mulai berlaku, sesudah versi sebelumnya"),
    Need.REASON: gettext_lazy("tanggal dan alasan"),
}


@dataclass(frozen=True, slots=True)
class Transition:
    """A move from one state to the next, who makes it, and what it requires."""

    move: Move
    source: VersionState
    target: VersionState
    role: Role
    needs: tuple[Need, ...] = ()


S = VersionState
TRANSITIONS = (
    Transition(
        Move.SUBMIT, S.DRAFT, S.SUBMITTED, Role.AUTHOR, (Need.VERIFICATION, Need.NO_FINDINGS)
    ),
    Transition(
        Move.SUBMIT, S.DRAFT, S.VERIFIED, Role.AUTHOR, (Need.NO_VERIFICATION, Need.NO_FINDINGS)
    ),
    Transition(Move.TAKE_BACK, S.SUBMITTED, S.DRAFT, Role.AUTHOR, (Need.UNTOUCHED,)),
    Transition(
        Move.TAKE_BACK, S.VERIFIED, S.DRAFT, Role.AUTHOR, (Need.NO_VERIFICATION, Need.UNTOUCHED)
    ),
    Transition(Move.VERIFY, S.SUBMITTED, S.VERIFIED, Role.VERIFIER, (Need.NO_FINDINGS,)),
    Transition(Move.SEND_BACK, S.SUBMITTED, S.DRAFT, Role.VERIFIER, (Need.NOTE,)),
    Transition(Move.SEND_BACK, S.VERIFIED, S.DRAFT, Role.APPROVER, (Need.NOTE,)),
    Transition(
        Move.APPROVE,
        S.VERIFIED,
        S.VERIFIED,
        Role.APPROVER,
        (Need.NOT_THE_LAST, Need.NO_FINDINGS, Need.PASSWORD),
    ),
    Transition(
        Move.APPROVE,
        S.VERIFIED,
        S.APPROVED,
        Role.APPROVER,
        (Need.THE_LAST, Need.NO_FINDINGS, Need.PASSWORD, Need.ADDRESS, Need.EFFECTIVE_DAY),
    ),
    Transition(Move.REVOKE, S.APPROVED, S.REVOKED, Role.APPROVER, (Need.REASON,)),
)


class NotAllowedNow(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The version stands elsewhere than the mover saw, or the move does not exist from there."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who moves a version, when, and at which turn of it he looked."""

    by: "User"
    at: datetime
    seen: int


def of(move: Move, version: Version, *, target: VersionState | None = None) -> Transition:
    """Return the transition that a move makes from where the version stands.

    Raises:
        NotAllowedNow: there is none.
    """
    for transition in TRANSITIONS:
        if (transition.move, transition.source) == (move, version.state) and target in {
            None,
            transition.target,
        }:
            return transition
    raise NotAllowedNow(refusal(version))


def go(version: Version, transition: Transition, *, hand: Hand, **changes: Any) -> None:
    """Move the version; what goes with the move is stored in the same UPDATE.

    Raises:
        NotAllowedNow: it stands elsewhere by now, or it moved since the mover looked.
    """
    unmoved = Version.objects.filter(pk=version.pk, state=transition.source, turn=hand.seen)
    moved = unmoved.update(
        state=transition.target, turn=hand.seen + 1, moved_at=hand.at, **changes
    )
    if not moved:
        raise NotAllowedNow(refusal(Version.objects.filter(pk=version.pk).first()))
    version.refresh_from_db()


def refusal(version: Version | None) -> str:
    """Say that the version stands elsewhere than expected."""
    if version is None:
        return _("Versi ini sudah dihapus oleh orang lain.")
    return _(
        "Status SOP ini sudah berubah menjadi %(status)s sejak halaman ini dibuka. Tidak ada yang diubah; "
        "muat ulang halaman untuk melihat keadaannya."
    ) % {"status": version.get_state_display()}
