"""Numbers of SOPs: taken one after the other without a gap, reserved, or inserted between two."""

from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_lowercase
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from okesop.audit.domain import trail
from okesop.procedures.domain import numbering
from okesop.procedures.domain.plain import plain
from okesop.procedures.domain.queries import official
from okesop.procedures.enums import NumberKind
from okesop.procedures.models import Number, NumberRegister, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.organisation.models import Unit

SUFFIXES = ascii_lowercase


class NoNumber(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The number that was asked for cannot be given."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which number a version is to get: the next, that of the version before it, or one that was kept free."""

    kept: int | None = None
    same: bool = False


NEXT = Wish()


@dataclass(frozen=True, slots=True)
class Slip:
    """For which unit a number is asked, of which day it is, who asks, and when."""

    unit: "Unit"
    on: date
    by: "User"
    at: datetime


@transaction.atomic
def take(version: Version, wish: Wish, *, slip: Slip) -> Number:
    """Return the number of a version that is being approved.

    Raises:
        NoNumber: there is none to keep, or somebody took it first.
    """
    if wish.same:
        return _same(version)
    if wish.kept is not None:
        return _kept(slip.unit, wish.kept)
    return _next(slip, NumberKind.ISSUED)


@transaction.atomic
def reserve(slip: Slip, *, reason: str) -> Number:
    """Take the next number of a unit and keep it free, with the reason.

    Raises:
        NoNumber: no reason was given.
    """
    number = _next(slip, NumberKind.RESERVED, _reason(reason))
    detail = {"reason": number.reason}
    trail.record("procedures.number.reserve", number, by=slip.by, at=slip.at, detail=detail)
    return number


@transaction.atomic
def insert(slip: Slip, *, after: int, reason: str) -> Number:
    """Make a number behind serial ``after`` ("123.a"), with the reason.

    Raises:
        NoNumber: no reason, no such serial, or all its letters are used.
    """
    reason = _reason(reason)
    register = _locked(register_of(slip.unit, slip.on))
    taken = register.numbers.filter(serial=after).values_list("suffix", flat=True)
    if not taken:
        raise NoNumber(_("Belum ada nomor urut %(serial)d pada tahun ini.") % {"serial": after})
    free = next((letter for letter in SUFFIXES if letter not in set(taken)), None)
    if free is None:
        raise NoNumber(_("Semua huruf sisipan pada nomor ini sudah terpakai."))
    number = _stored(register, slip, (after, free), NumberKind.INSERTED, reason)
    detail = {"reason": reason}
    trail.record("procedures.number.insert", number, by=slip.by, at=slip.at, detail=detail)
    return number


@transaction.atomic
def arrange(slip: Slip, *, template: str, classification: str) -> NumberRegister:
    """Give a unit a register of its own for a year, or change how its coming numbers are written.

    Raises:
        numbering.WrongTemplate: the template makes no number.
    """
    values = {
        "template": numbering.checked(template),
        "classification": classification.strip()[:40],
    }
    year = slip.on.year
    register, _made = NumberRegister.objects.update_or_create(
        unit=slip.unit, year=year, defaults=values
    )
    detail = {**values, "year": year}
    trail.record("procedures.number.arrange", register, by=slip.by, at=slip.at, detail=detail)
    return register


def register_of(unit: "Unit", on: date) -> NumberRegister:
    """Return the register of the unit, or of the nearest above it that has one, for the year of a day.

    A new year begins with the template of the year before; an office without any register gets one at its top.
    """
    coming = _coming(unit, on)
    if coming._state.adding:  # noqa: SLF001 -- Django's own way to ask
        values = {"template": coming.template, "classification": coming.classification}
        found, _made = NumberRegister.objects.get_or_create(
            unit=coming.unit, year=coming.year, defaults=values
        )
        return found
    return coming


def preview(unit: "Unit", on: date) -> str:
    """Return the number that would be taken now; nothing is kept."""
    register = _coming(unit, on)
    return _text(register, unit, on, (register.last + 1, ""))


def free(unit: "Unit", on: date) -> list[Number]:
    """Return the numbers of the year that were reserved or inserted and not taken yet."""
    register = _coming(unit, on)
    if register._state.adding:  # noqa: SLF001 -- Django's own way to ask
        return []
    kept = register.numbers.exclude(kind=NumberKind.ISSUED)
    return list(kept.filter(versions__isnull=True))


def _coming(unit: "Unit", on: date) -> NumberRegister:
    """Return the register that counts for a year; where the year has none yet, as it would begin, not stored."""
    line = official.upwards(unit)
    for each in line:
        known = NumberRegister.objects.filter(unit=each, year__lte=on.year).first()
        if known is not None and known.year == on.year:
            return known
        if known is not None:
            return NumberRegister(
                unit=each,
                year=on.year,
                template=known.template,
                classification=known.classification,
            )
    return NumberRegister(unit=line[-1], year=on.year)


def _same(version: Version) -> Number:
    earlier = Version.objects.filter(
        procedure=version.procedure_id, number__lt=version.number, issued__isnull=False
    ).order_by("-number")
    found = earlier.select_related("issued").first()
    if found is None or found.issued is None:
        raise NoNumber(_("Belum ada versi sebelumnya yang bernomor."))
    return found.issued


def _kept(unit: "Unit", pk: int) -> Number:
    kept = Number.objects.exclude(kind=NumberKind.ISSUED).select_for_update().filter(pk=pk).first()
    if kept is None or kept.versions.exists():
        raise NoNumber(_("Nomor cadangan itu sudah dipakai. Pilih nomor lain."))
    units = {each.pk for each in official.upwards(unit)}
    if kept.register.unit_id not in units:
        raise NoNumber(_("Nomor cadangan itu milik unit kerja lain."))
    return kept


def _next(slip: Slip, kind: NumberKind, reason: str = "") -> Number:
    register = _locked(register_of(slip.unit, slip.on))
    NumberRegister.objects.filter(pk=register.pk).update(last=F("last") + 1)
    return _stored(register, slip, (register.last + 1, ""), kind, reason)


def _locked(register: NumberRegister) -> NumberRegister:
    # Whoever comes second waits here until the first is stored, or rolled back with its number.
    return NumberRegister.objects.select_for_update().get(pk=register.pk)


def _stored(
    register: NumberRegister, slip: Slip, place: tuple[int, str], kind: NumberKind, reason: str
) -> Number:
    serial, suffix = place
    return Number.objects.create(
        register=register,
        serial=serial,
        suffix=suffix,
        text=_text(register, slip.unit, slip.on, place),
        kind=kind,
        reason=reason,
        by=slip.by,
        at=slip.at,
    )


def _text(register: NumberRegister, unit: "Unit", on: date, place: tuple[int, str]) -> str:
    serial, suffix = place
    # A division's own register writes the division's code on the numbers of all its parts.
    issuer = register.unit if register.unit.parent_id else unit
    names = {"klasifikasi": register.classification or "000", "unit": unit_code(issuer)}
    return numbering.written(register.template, serial=serial, suffix=suffix, on=on, names=names)


def unit_code(unit: "Unit") -> str:
    """Return the code or the short name of the unit, else of the nearest above it that has one."""
    for each in official.upwards(unit):
        if each.code or each.short_name:
            return each.code or each.short_name
    return unit.name


def _reason(text: str) -> str:
    text = plain(text)
    if not text:
        raise NoNumber(_("Tulis alasannya, supaya pembaca berikutnya mengerti."))
    return text
