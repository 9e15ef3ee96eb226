"""What is typed about people and what they hold."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip
from okesop.organisation.domain import people
from okesop.organisation.domain.queries import offices
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.forms.day import DAY
from okesop.organisation.models import Position, Unit

USERNAME = r"^[a-z][a-z0-9._-]*$"


def clean_nip(typed: str) -> str:
    """Return 18 digits or nothing; says how many digits were typed where it is something else."""
    nip = typed_nip(typed)
    if typed.strip() and not nip:
        found = sum(letter.isdigit() for letter in typed)
        raise forms.ValidationError(
            _("NIP terdiri atas 18 angka, yang ini %(found)d.") % {"found": found}
        )
    return nip


class PersonForm(forms.Form):
    """A person and what he signs in with."""

    name = forms.CharField(label=_("Nama dengan gelar"), max_length=200)
    nip = forms.CharField(
        label=_("NIP"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    rank = forms.CharField(label=_("Pangkat, golongan"), max_length=80, required=False)
    username = forms.RegexField(
        USERNAME,
        label=_("Nama pengguna"),
        max_length=60,
        required=False,
        error_messages={
            "invalid": _("Mulai dengan huruf kecil; lalu huruf kecil, angka, titik, garis.")
        },
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_nip(self) -> str:
        """Return 18 digits or nothing."""
        return clean_nip(self.cleaned_data["nip"])

    def details(self) -> people.Details:
        """Return what is written about the person."""
        given = self.cleaned_data
        return people.Details(given["name"], given["nip"], given["rank"], given["username"])


class PositionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """Positions named with their unit."""

    def label_from_instance(self, obj: Position) -> str:
        """Return title and unit."""
        return f"{obj.title}, {obj.unit.name}"


class AssignmentForm(forms.Form):
    """A position given to a person."""

    position = PositionField(
        Position.objects.none(), label=_("Jabatan"), empty_label=_("pilih jabatan")
    )
    kind = forms.ChoiceField(label=_("Sebagai"), choices=AssignmentKind.choices)
    from_on = forms.DateField(label=_("Sejak"), widget=DAY)
    until_on = forms.DateField(label=_("Sampai"), required=False, widget=DAY)

    def __init__(self, *args: Any, keeper: User, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = Unit.objects.kept_by(keeper)
        offered = Position.objects.active().filter(unit__in=kept).select_related("unit")
        self.asks_unit = not self.is_bound and unit is None and offices.are_many(offered)
        field = self.fields["position"]
        if isinstance(field, forms.ModelChoiceField) and not self.asks_unit:
            field.queryset = (
                offered if self.is_bound or unit is None else offered.filter(unit=unit)
            )


class UnitForm(forms.Form):
    """The unit whose positions are to be offered, where there are too many for one list."""

    unit = forms.ModelChoiceField(
        Unit.objects.filter(is_active=True), label=_("Unit"), empty_label=_("pilih unit")
    )

    def chosen(self) -> Unit | None:
        """Return the unit."""
        return self.cleaned_data["unit"] if self.is_valid() else None


class EndForm(forms.Form):
    """The last day of an assignment."""

    until_on = forms.DateField(label=_("Hari terakhir"), widget=DAY)
