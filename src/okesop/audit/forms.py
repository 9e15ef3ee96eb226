"""The filters of the trail, as they stand in its address."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import get_user_model
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import BigAutoField
from django.utils.translation import gettext as _

from okesop.audit.domain.queries.acts import Filters
from okesop.audit.table import table
from okesop.ui.chip import Chip
from okesop.ui.templatetags.written import day

DAYS = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(9000, 1, 1))]
KEPT = ("siapa", "orang", "jenis", "kunci", "objek", "sejak", "sampai")


def _day() -> forms.DateField:
    return forms.DateField(required=False, input_formats=["%Y-%m-%d"], validators=DAYS)


def _number() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=BigAutoField.MAX_BIGINT)


class TrailForm(forms.Form):
    """What the trail is narrowed to; a value that makes no sense narrows nothing."""

    siapa = forms.CharField(required=False, max_length=200)
    orang = _number()
    jenis = forms.CharField(required=False, max_length=80)
    kunci = forms.CharField(required=False, max_length=64)
    objek = forms.CharField(required=False, max_length=200)
    sejak = _day()
    sampai = _day()
    lama = _number()
    baru = _number()

    def filters(self) -> Filters:
        """Return what was understood."""
        self.is_valid()
        given: dict[str, Any] = self.cleaned_data
        return Filters(
            who=given.get("siapa") or "",
            person=given.get("orang"),
            kind=given.get("jenis") or "",
            key=given.get("kunci") or "",
            thing=given.get("objek") or "",
            since=given.get("sejak"),
            until=given.get("sampai"),
            older=given.get("lama"),
            newer=given.get("baru"),
        )

    def address(self) -> str:
        """Return the filters as they stand in an address, without the page."""
        return urlencode(self._kept())

    def chips(self) -> list[Chip]:
        """Return the filters that are on, each with the address without it."""
        kept, found = self._kept(), self.filters()
        person = get_user_model().objects.filter(pk=found.person).first() if found.person else None
        said = {
            "siapa": (_("Siapa"), found.who),
            "orang": (_("Oleh"), person.name if person else ""),
            "jenis": (_("Jenis objek"), table().THINGS.get(found.kind, found.kind)),
            "kunci": (_("Nomor objek"), found.key),
            "objek": (_("Objek"), found.thing),
            "sejak": (_("Sejak"), day(found.since)),
            "sampai": (_("Sampai"), day(found.until)),
        }
        return [
            Chip(label, str(text), "?" + urlencode({n: v for n, v in kept.items() if n != name}))
            for name, (label, text) in said.items()
            if text
        ]

    def _kept(self) -> dict[str, str]:
        return {name: self.data[name] for name in KEPT if self.data.get(name)}
