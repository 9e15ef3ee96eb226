"""What is typed on the pages of the office."""

import re
from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip
from okesop.organisation.domain import delegations, people, units
from okesop.organisation.domain.grants import Cell
from okesop.organisation.enums import AssignmentKind, Role
from okesop.organisation.models import Person, Position, Unit

NIP_DIGITS = 18
USERNAME = r"^[a-z][a-z0-9._-]*$"
CELL = re.compile(r"([0-9]{1,15}):([a-z_]{1,20})")
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def clean_nip(typed: str) -> str:
    """Return 18 digits or nothing; says how many digits were typed where it is something else."""
    nip = typed_nip(typed)
    if typed.strip() and not nip:
        found = sum(letter.isdigit() for letter in typed)
        raise forms.ValidationError(
            _("NIP terdiri atas 18 angka, yang ini %(found)d.") % {"found": found}
        )
    return nip


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

    def __init__(self, *args: Any, keeper: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["position"]
        if isinstance(field, forms.ModelChoiceField):
            kept = Unit.objects.kept_by(keeper)
            field.queryset = Position.objects.active().filter(unit__in=kept).select_related("unit")


class FurtherPositionForm(forms.Form):
    """A position of another unit that is to have a role over this one."""

    jabatan = PositionField(
        Position.objects.none(), label=_("Jabatan unit lain"), empty_label=_("pilih jabatan")
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["jabatan"]
        if isinstance(field, forms.ModelChoiceField):
            others = Position.objects.active().exclude(unit=unit).select_related("unit")
            field.queryset = others.order_by("title", "pk")


class CellsField(forms.Field):
    """Cells of a matrix, each typed as "position:role"."""

    widget = forms.SelectMultiple

    def to_python(self, typed: Any) -> set[Cell]:
        """Return the cells; what is none is refused."""
        try:
            return {_cell(one) for one in typed or ()}
        except ValueError as error:
            raise forms.ValidationError(_("Pilihan tidak dikenal.")) from error


def _cell(typed: str) -> Cell:
    found = CELL.fullmatch(typed)
    if found is None:
        raise ValueError(typed)
    return int(found[1]), Role(found[2])


class MatrixForm(forms.Form):
    """The cells of a unit's matrix that were ticked, beside those that were when the page was made.

    Only what this person changed counts: what somebody else gave in the meantime stays.
    """

    cell = CellsField(required=False)
    shown = CellsField(required=False)

    def cells(self) -> dict[str, set[Cell]]:
        """Return the cells that were given and taken."""
        ticked, shown = self.cleaned_data["cell"], self.cleaned_data["shown"]
        return {"given": ticked - shown, "taken": shown - ticked}


class LoanForm(forms.Form):
    """Roles lent for a time, and why."""

    roles = forms.MultipleChoiceField(
        label=_("Peran yang didelegasikan"), widget=forms.CheckboxSelectMultiple
    )
    from_on = forms.DateField(label=_("Sejak"), widget=DAY)
    until_on = forms.DateField(label=_("Sampai"), widget=DAY)
    reason = forms.CharField(
        label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, roles: Collection[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["roles"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(role.value, role.label) for role in Role if role in roles]

    def loan(self, person: Person) -> delegations.Loan:
        """Return what is lent to a person."""
        given = self.cleaned_data
        roles = [Role(role) for role in given["roles"]]
        return delegations.Loan(
            person, roles, given["from_on"], given["until_on"], given["reason"]
        )


class EndForm(forms.Form):
    """The last day of an assignment."""

    until_on = forms.DateField(label=_("Hari terakhir"), widget=DAY)
