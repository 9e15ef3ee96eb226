"""What is typed about roles and delegations."""

import re
from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.organisation.domain import delegations
from okesop.organisation.domain.grants import Cell
from okesop.organisation.domain.queries import offices
from okesop.organisation.enums import Role
from okesop.organisation.forms.day import DAY
from okesop.organisation.forms.people import PositionField
from okesop.organisation.models import Person, Position, Unit

CELL = re.compile(r"([0-9]{1,15}):([a-z_]{1,20})")


class FurtherPositionForm(forms.Form):
    """A position of another unit that is to have a role over this one."""

    jabatan = PositionField(
        Position.objects.none(), label=_("Jabatan unit lain"), empty_label=_("pilih jabatan")
    )

    def __init__(self, *args: Any, unit: Unit, other: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Position.objects.active().exclude(unit=unit).select_related("unit")
        self.asks_unit = not self.is_bound and other is None and offices.are_many(others)
        field = self.fields["jabatan"]
        if isinstance(field, forms.ModelChoiceField) and not self.asks_unit:
            offered = others if self.is_bound or other is None else others.filter(unit=other)
            field.queryset = offered.order_by("title", "pk")


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
