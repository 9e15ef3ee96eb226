"""The address of the list: which filters are on, and the address without each of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.procedures.domain.queries.catalogue import STATUSES
from okesop.ui.chip import Chip
from okesop.ui.templatetags import written

FILTERS = ("unit", "status", "tugas", "temuan", "milik", "catatan", "sejak")
KEPT = ("cari", *FILTERS, "urut")
FINDINGS: Mapping[str, Promise] = {
    "wajib": _("ada yang wajib diperbaiki"),
    "saran": _("hanya saran"),
    "tanpa": _("tanpa yang wajib"),
}


TASKS: Mapping[str, Promise] = {
    "verifikasi": _("verifikasi saya"),
    "pengesahan": _("pengesahan saya"),
    "perbaikan": _("perbaikan saya"),
}


class Address:
    """The kept part of an address: words, filters and order, without the page."""

    def __init__(self, fields: Mapping[str, str], units: Mapping[int, str]) -> None:
        self._fields = {name: fields[name] for name in KEPT if fields.get(name)}
        self._units = {str(key): name for key, name in units.items()}

    def __str__(self) -> str:
        return urlencode(self._fields)

    @property
    def narrowed(self) -> bool:
        """Tell whether words or filters leave something out."""
        return any(name != "urut" for name in self._fields)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The fields that the search box must carry along; new words are answered the best first."""
        return [(name, value) for name, value in self._fields.items() if name in FILTERS]

    @property
    def words(self) -> str:
        """What was searched for."""
        return self._fields.get("cari", "")

    @property
    def by_title(self) -> str:
        """The address sorted by title."""
        return self._with(urut="judul")

    @property
    def by_update(self) -> str:
        """The address sorted by the latest change."""
        return self._with(urut="diubah")

    @property
    def by_best(self) -> str:
        """The address sorted by how well the SOPs answer to the words."""
        return self._without("urut")

    @property
    def bare(self) -> str:
        """The address without any filter."""
        return self._without(*FILTERS, "cari")

    def chips(self) -> Iterator[Chip]:
        """Yield the filters that are on, in a fixed order."""
        for name in FILTERS:
            value = self._fields.get(name)
            said = self._said(name, value) if value else None
            if said:
                yield Chip(said[0], said[1], self._without(name))

    def _said(  # noqa: PLR0911 -- one for each filter
        self, name: str, value: str
    ) -> tuple[str | Promise, str | Promise] | None:
        match name:
            case "unit":
                unit = self._units.get(value)
                return (_("Unit"), unit) if unit else None
            case "status":
                known = STATUSES.get(value)
                return (_("Status"), known.label) if known else None
            case "tugas":
                return (_("Menunggu"), TASKS[value]) if value in TASKS else None
            case "temuan":
                return (_("Temuan"), FINDINGS[value]) if value in FINDINGS else None
            case "milik":
                return (_("Penulis"), _("saya")) if value == "saya" else None
            case "catatan":
                return (_("Catatan"), _("menunggu jawaban")) if value == "terbuka" else None
            case "sejak":
                return _since(value)
        return None

    def _with(self, **values: str) -> str:
        return "?" + urlencode({**self._fields, **values})

    def _without(self, *names: str) -> str:
        return "?" + urlencode({n: v for n, v in self._fields.items() if n not in names})


def _since(value: str) -> tuple[str | Promise, str] | None:
    try:
        return _("Diubah sejak"), written.day(date.fromisoformat(value))
    except ValueError:
        return None
