"""What an administrator sets for the life of SOPs: public address, numbers, hands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.organisation.models import Position, Unit
from okesop.procedures.forms.life import ISO, day_input
from okesop.procedures.models.number import DEFAULT, LONGEST

MOST_APPROVERS = 3


def _units() -> "forms.ModelChoiceField[Unit]":
    return forms.ModelChoiceField(
        label=_("Unit kerja"), queryset=Unit.objects.filter(is_active=True), empty_label=None
    )


class AddressForm(forms.Form):
    """The address that codes on paper lead to."""

    alamat = forms.CharField(
        label=_("Alamat umum"),
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )


class NumberingForm(forms.Form):
    """How the SOPs of a unit and of those below it are numbered."""

    unit = _units()
    templat = forms.CharField(label=_("Templat nomor"), max_length=LONGEST, initial=DEFAULT)
    klasifikasi = forms.CharField(label=_("Kode klasifikasi"), max_length=40, required=False)


class KeptNumberForm(forms.Form):
    """A number that is kept free: the next one, or one behind a serial that is given out already."""

    unit = _units()
    sesudah = forms.IntegerField(
        label=_("Sisipkan sesudah nomor urut"),
        required=False,
        min_value=1,
        max_value=1_000_000,
    )
    alasan = forms.CharField(label=_("Alasan"), max_length=400)


class ChainForm(forms.Form):
    """Through whose hands the SOPs of a unit go."""

    unit = _units()
    sejak = forms.DateField(label=_("Mulai tanggal"), input_formats=[ISO], widget=day_input())
    verifikasi = forms.BooleanField(
        label=_("Diverifikasi sebelum disahkan"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Position.objects.active().filter(grants__role="approver").distinct()
        for order in range(1, MOST_APPROVERS + 1):
            self.fields[f"pengesah_{order}"] = forms.ModelChoiceField(
                label=_("Pengesah %(order)d") % {"order": order},
                queryset=seats.select_related("unit"),
                required=False,
                empty_label="",
            )

    def approvers(self) -> list[Position]:
        """Return the positions in their order."""
        given = (self.cleaned_data.get(f"pengesah_{n}") for n in range(1, MOST_APPROVERS + 1))
        return [position for position in given if position is not None]
