"""The way of an empty installation to its first SOP: office, emblem, people, SOP. Gone as soon as all is there."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.accounts.models import User
from okesop.files.models import Emblem
from okesop.organisation.models import Assignment, Position, Unit
from okesop.procedures.models import Version


@dataclass(frozen=True, slots=True)
class Way:
    """A door to do a step by: its word and the name of its address."""

    label: Promise
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is, why, by which doors, and whether it is done."""

    title: Promise
    reason: Promise
    ways: tuple[Way, ...]
    is_done: bool


def steps(user: User) -> list[Step]:
    """Return the steps for whoever looks after the office, nothing once all are done; one query."""
    if not user.is_administrator:
        return []
    there = {
        "has_emblem": Exists(Emblem.objects.filter(unit=OuterRef("pk"))),
        "has_seats": Exists(Position.objects.all()),
        "has_people": Exists(Assignment.objects.all()),
        "has_sop": Exists(Version.objects.all()),
    }
    office = Unit.objects.roots().annotate(**there).values(*there).first() or {}
    if office and all(office.values()):
        return []
    return _steps(office)


def _steps(done: dict[str, bool]) -> list[Step]:
    return [
        Step(
            _("Kantor dan unitnya"),
            _("Susun unit kerja dan jabatannya; wewenang melekat pada jabatan."),
            (Way(_("Susun unit dan jabatan"), "organisation:settings"),),
            is_done=done.get("has_seats", False),
        ),
        Step(
            _("Lambang"),
            _("Tercetak di kepala setiap formulir SOP."),
            (Way(_("Unggah lambang"), "files:emblem"),),
            is_done=done.get("has_emblem", False),
        ),
        Step(
            _("Orang dan jabatannya"),
            _("Seluruh pegawai sekaligus dari Excel, atau satu per satu."),
            (
                Way(_("Impor dari Excel"), "organisation:import"),
                Way(_("Tambah orang"), "organisation:person-new"),
            ),
            is_done=done.get("has_people", False),
        ),
        Step(
            _("SOP pertama"),
            _("Mulai dari SOP siap pakai, salinan Excel atau Word, atau formulir kosong."),
            (Way(_("Buat SOP"), "procedures:create"),),
            is_done=done.get("has_sop", False),
        ),
    ]
