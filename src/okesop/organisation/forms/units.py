"""What is typed about units and positions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.accounts.models import User
from okesop.organisation.domain import units
from okesop.organisation.forms.day import DAY
from okesop.organisation.models import Unit


class UnitForm(forms.Form):
    """A unit and where it stands."""

    name = forms.CharField(label=_("Nama unit"), max_length=200)
    short_name = forms.CharField(label=_("Singkatan"), max_length=40, required=False)
    code = forms.CharField(label=_("Kode nomor"), max_length=20, required=False)
    parent = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Di bawah"),
        required=False,
        empty_label=_("tidak ada, ini kantor"),
    )
    place = forms.IntegerField(label=_("Urutan"), min_value=0, max_value=999, initial=0)
    letterhead = forms.CharField(
        label=_("Kepala formulir"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    since = forms.DateField(label=_("Berlaku sejak"), required=False, widget=DAY)

    def __init__(self, *args: Any, keeper: User, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        kept = Unit.objects.kept_by(keeper).filter(is_active=True)
        above = unit.parent if unit else None
        # The highest unit that somebody looks after stays where others put it.
        field.disabled = bool(above and not kept.filter(pk=above.pk).exists())
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Unit.objects.filter(pk=above.pk) if above and field.disabled else kept

    def details(self) -> units.Details:
        """Return what is written about the unit."""
        return units.Details(**{name: self.cleaned_data[name] for name in units.FIELDS})

    def place_since(self) -> dict[str, Any]:
        """Return the unit above and since when."""
        return {name: self.cleaned_data[name] for name in ("parent", "since")}


class ClosingForm(forms.Form):
    """From which day a unit is closed, or open again."""

    since = forms.DateField(label=_("Berlaku sejak"), required=False, widget=DAY)


class MergingForm(ClosingForm):
    """Which unit takes over, and since when."""

    into = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Digabungkan ke"), empty_label=_("pilih unit")
    )
    field_order = ("into", "since")

    def __init__(self, *args: Any, keeper: User, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        if isinstance(field, forms.ModelChoiceField):
            kept = Unit.objects.kept_by(keeper).filter(is_active=True)
            field.queryset = kept.exclude(pk__in=Unit.objects.below(unit))


class PositionForm(forms.Form):
    """A position of a unit."""

    title = forms.CharField(label=_("Nama jabatan"), max_length=200)
    is_head = forms.BooleanField(label=_("Memimpin unit ini"), required=False)
    is_active = forms.BooleanField(label=_("Masih ada"), required=False, initial=True)

    def written(self) -> dict[str, Any]:
        """Return what is written about the position."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "is_head": given["is_head"],
            "active": given["is_active"],
        }
