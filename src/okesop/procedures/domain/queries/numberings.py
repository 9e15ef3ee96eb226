"""How SOPs are numbered and through whose hands they go, for the pages of the settings."""

from datetime import date

from django.db.models import Q

from okesop.organisation.models import Unit
from okesop.procedures.domain import chains
from okesop.procedures.enums import NumberKind
from okesop.procedures.models import Chain, Number, NumberRegister


def registers(on: date) -> list[NumberRegister]:
    """Return the registers of the year."""
    found = NumberRegister.objects.filter(year=on.year).select_related("unit")
    return list(found.order_by("unit__place", "unit__name"))


def kept(on: date) -> list[Number]:
    """Return the numbers of the year that were reserved or inserted, the newest first."""
    apart = Number.objects.exclude(kind=NumberKind.ISSUED).filter(register__year=on.year)
    return list(apart.select_related("by").prefetch_related("versions").order_by("-at", "-pk"))


def ways(on: date) -> list[Chain]:
    """Return the chain that counts on a day, or will count, for each unit that has one of its own."""
    units = Unit.objects.filter(Q(pk__in=Chain.objects.values("unit")))
    found = [chains.own(unit, on) or Chain.objects.filter(unit=unit).last() for unit in units]
    return [chain for chain in found if chain is not None]
