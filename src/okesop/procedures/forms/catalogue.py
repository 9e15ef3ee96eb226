"""The filters of the list, as they stand in its address."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.db.models import BigAutoField

from okesop.procedures.domain.queries.catalogue import STATUSES, Filters, Order, Task, Wanted

EARLIEST = date(1900, 1, 1)
"""Before this no office wrote an SOP, and the first day of the calendar fits into no time zone."""


class FilterForm(forms.Form):
    """What the list is narrowed to; a value that makes no sense narrows nothing."""

    unit = forms.IntegerField(required=False, min_value=1, max_value=BigAutoField.MAX_BIGINT)
    temuan = forms.ChoiceField(required=False, choices=[(w.value, w.value) for w in Wanted])
    milik = forms.ChoiceField(required=False, choices=[("saya", "saya")])
    catatan = forms.ChoiceField(required=False, choices=[("terbuka", "terbuka")])
    status = forms.ChoiceField(required=False, choices=[(name, name) for name in STATUSES])
    tugas = forms.ChoiceField(required=False, choices=[(t.value, t.value) for t in Task])
    sejak = forms.DateField(
        required=False, input_formats=["%Y-%m-%d"], validators=[MinValueValidator(EARLIEST)]
    )
    urut = forms.ChoiceField(required=False, choices=[(o.value, o.value) for o in Order])
    setelah = forms.CharField(required=False, max_length=400)
    sebelum = forms.CharField(required=False, max_length=400)

    def filters(self) -> Filters:
        """Return what was understood."""
        self.is_valid()
        given: dict[str, Any] = self.cleaned_data
        words = self.data.get("cari", "")  # every text asks for something
        return Filters(
            words=words,
            unit=given.get("unit"),
            findings=Wanted(given["temuan"]) if given.get("temuan") else None,
            mine=bool(given.get("milik")),
            noted=bool(given.get("catatan")),
            status=STATUSES.get(given.get("status") or ""),
            task=Task(given["tugas"]) if given.get("tugas") else None,
            since=given.get("sejak") if isinstance(given.get("sejak"), date) else None,
            order=_order(given.get("urut") or "", words),
            after=given.get("setelah") or "",
            before=given.get("sebelum") or "",
        )


def _order(chosen: str, words: str) -> Order:
    """Return the chosen order; without a choice the best answers to the words stand first."""
    if not words.strip():
        return Order.UPDATED if chosen == Order.UPDATED else Order.TITLE
    return Order(chosen or Order.BEST)
