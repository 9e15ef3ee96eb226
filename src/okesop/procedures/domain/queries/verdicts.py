"""What a code on paper is told: in force, replaced, revoked, not yet; never a name of a person, never a NIP."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.procedures.domain.queries import official, timeline
from okesop.procedures.enums import Move, Reach, Status
from okesop.procedures.models import Version
from okesop.ui.templatetags import written

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer: one word, one sentence, and what may be told beside it.

    ``open_code`` is the code of a PDF that everybody may have, ``key`` that of the SOP for people who sign in.
    """

    word: Words
    sentence: Words
    icon: str
    look: str = ""
    title: str = ""
    facts: tuple[tuple[Words, str], ...] = ()
    open_code: str = ""
    open_words: Words = ""
    key: str = ""
    advice: Words = ""


UNKNOWN = Verdict(
    gettext_lazy("Kode tidak dikenal"),
    gettext_lazy(
        "Tidak ada SOP dengan kode ini pada pemasangan ini. Pindai sekali lagi, atau tanyakan kepada unit penerbit."
    ),
    "question-mark",
    "old",
)
SLOW_DOWN = Verdict(
    gettext_lazy("Terlalu sering"),
    gettext_lazy("Alamat ini terlalu sering dibuka dari tempat Anda. Coba lagi sebentar."),
    "hourglass",
    "old",
)


def of(code: str, *, at: datetime) -> Verdict | None:
    """Return the answer for a code at a moment; None where there is no such code."""
    today = timezone.localdate(at)
    coded = Version.objects.filter(code=code).standing(today)
    version = coded.select_related("procedure__unit__parent__parent").first()
    if version is None:
        return None
    match version.standing:
        case Status.IN_FORCE:
            return _in_force(version, at)
        case Status.SUPERSEDED:
            return _replaced(version, today)
        case Status.REVOKED:
            return _revoked(version)
        case _:
            return _coming(version)


def open_version(code: str) -> Version | None:
    """Return the version with a code whose PDF everybody may have."""
    found = Version.objects.filter(code=code, procedure__reach=Reach.PUBLIC)
    return found.select_related("pdf").first()


def _in_force(version: Version, at: datetime) -> Verdict:
    sentence = _("Kertas ini versi %(number)d, versi yang berlaku pada %(day)s pukul %(clock)s.")
    values = {"number": version.number, "day": written.day(at), "clock": written.clock(at)}
    since = ((_("Berlaku sejak"), written.day(version.effective_on)),)
    return Verdict(
        _("Berlaku"),
        sentence % values,
        "rosette-discount-check",
        title=_title(version),
        facts=_facts(version, since + _signed(version)),
        open_code=_open(version),
        open_words=_("Unduh PDF resmi"),
        key=_key(version),
        advice=_("Cocokkan nomor di atas dengan yang tercetak pada kertas Anda."),
    )


def _replaced(version: Version, today: date) -> Verdict:
    successor = timeline.replacing(version, today)
    current = Version.objects.in_force(today).filter(procedure=version.procedure_id).first()
    ended = successor.effective_on if successor and successor.effective_on else today
    values = {"number": version.number, "day": written.day(ended)}
    sentence = _("Kertas ini versi %(number)d dan tidak dipakai lagi sejak %(day)s.") % values
    if current is not None:
        sentence += " " + _("Gunakan versi %(number)d.") % {"number": current.number}
    span = _("%(first)s sampai %(last)s") % {
        "first": written.day(version.effective_on),
        "last": written.day(ended - timedelta(days=1)),
    }
    return Verdict(
        _("Sudah digantikan"),
        sentence,
        "replace",
        "old",
        title=_title(version),
        facts=_facts(version, ((_("Berlaku"), span),)),
        open_code=_open(current) if current else "",
        open_words=_("Buka versi %(number)d yang berlaku") % {"number": current.number}
        if current
        else "",
        key=_key(version),
        advice=_("Mohon turunkan atau musnahkan cetakan lama ini."),
    )


def _revoked(version: Version) -> Verdict:
    act = version.approvals.filter(kind=Move.REVOKE).last()
    day = written.day(version.revoked_on)
    reason = ((_("Alasan"), act.note),) if act and _is_told(version) else ()
    return Verdict(
        _("Dicabut"),
        _("Kertas ini versi %(number)d dan dicabut sejak %(day)s. Tidak ada penggantinya.")
        % {"number": version.number, "day": day},
        "ban",
        "gone",
        title=_title(version),
        facts=_facts(version, ((_("Dicabut sejak"), day), *reason)),
        key=_key(version),
        advice=_("Mohon turunkan atau musnahkan cetakan ini."),
    )


def _coming(version: Version) -> Verdict:
    day = written.day(version.effective_on)
    return Verdict(
        _("Belum berlaku"),
        _("Kertas ini versi %(number)d. Sudah disetujui, dan berlaku mulai %(day)s.")
        % {"number": version.number, "day": day},
        "calendar-event",
        "old",
        title=_title(version),
        facts=_facts(version, ((_("Berlaku mulai"), day),)),
        key=_key(version),
        advice=_("Sampai tanggal itu, pakailah versi sebelumnya."),
    )


def _is_told(version: Version) -> bool:
    return version.procedure.reach != Reach.INTERNAL


def _title(version: Version) -> str:
    return str(version) if _is_told(version) else ""


def _open(version: Version) -> str:
    return (version.code or "") if version.procedure.reach == Reach.PUBLIC else ""


def _key(version: Version) -> str:
    return version.key if _is_told(version) else ""


def _facts(version: Version, more: tuple[tuple[Words, str], ...]) -> tuple[tuple[Words, str], ...]:
    units = ", ".join(unit.name for unit in official.upwards(version.procedure.unit))
    return ((_("Nomor"), version.number_text), (_("Unit kerja"), units), *more)


def _signed(version: Version) -> tuple[tuple[Words, str], ...]:
    """Name the position that approved, without the person."""
    act = version.approvals.filter(kind=Move.APPROVE).last()
    return ((_("Disetujui oleh"), act.position),) if act and _is_told(version) else ()
