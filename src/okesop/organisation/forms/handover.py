"""What is typed when a position is handed over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.organisation.models import Assignment, Person


class HandoverForm(forms.Form):
    """Who takes over, and a note for the paper."""

    taker = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Penerima"),
        required=False,
        empty_label=_("pemangku berikutnya, begitu ditetapkan"),
    )
    note = forms.CharField(
        label=_("Catatan"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["taker"]
        if isinstance(field, forms.ModelChoiceField):
            others = Assignment.objects.filter(position=assignment.position_id).exclude(
                until_on__lt=assignment.from_on
            )
            takers = Person.objects.filter(pk__in=others.values("person"))
            field.queryset = takers.exclude(pk=assignment.person_id)
