"""What somebody fills in to move a version on."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.procedures.domain.approving import Decision
from okesop.procedures.domain.numbers import NEXT, Wish
from okesop.procedures.enums import Reach

if TYPE_CHECKING:
    from datetime import date

    from okesop.procedures.domain.queries.approvals import Asked

ISO = "%Y-%m-%d"
NEXT_WORD, SAME_WORD = "berikutnya", "tetap"


def day_input() -> forms.DateInput:
    """Return the browser's own picker of days; it speaks ISO in every language."""
    return forms.DateInput(attrs={"type": "date"}, format=ISO)


class MoveForm(forms.Form):
    """A move without words; ``giliran`` is the turn of the version that the page showed."""

    giliran = forms.IntegerField(min_value=0, max_value=2_000_000_000)

    def seen(self) -> int:
        """Return the turn that was seen; -1, which no version has, where the page sent none."""
        self.is_valid()
        return int(self.cleaned_data.get("giliran", -1))


class SendBackForm(MoveForm):
    """The note on the whole that goes back with a version; those pinned to places were stored before."""

    catatan = forms.CharField(
        label=gettext_lazy("Catatan untuk penyusun"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RevokeForm(MoveForm):
    """From when an SOP ends, and why."""

    sejak = forms.DateField(
        label=gettext_lazy("Dicabut sejak"), input_formats=[ISO], widget=day_input()
    )
    alasan = forms.CharField(
        label=gettext_lazy("Alasan pencabutan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PasswordForm(MoveForm):
    """An approval that is not the last: the person is who he says he is."""

    sandi = forms.CharField(
        label=gettext_lazy("Kata sandi Anda"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def decision(self, today: "date") -> Decision:
        """Return what is decided: nothing of it counts before the last approver."""
        return Decision(effective_on=today)


class ApproveForm(PasswordForm):
    """The last approval: the first day, the number, whether the change is a large one."""

    berlaku = forms.DateField(
        label=gettext_lazy("Mulai berlaku"), input_formats=[ISO], widget=day_input()
    )
    nomor = forms.ChoiceField(label=gettext_lazy("Nomor SOP"))
    besar = forms.BooleanField(
        label=gettext_lazy("Perubahan besar, pelaksana perlu membaca ulang"), required=False
    )
    field_order = ("giliran", "berlaku", "nomor", "besar", "sandi")

    def __init__(self, *args: Any, asked: "Asked", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming, same, kept = asked.coming, asked.same, asked.kept
        choices = [(NEXT_WORD, _("%(number)s, berikutnya") % {"number": coming})]
        if same is not None:
            choices.append((SAME_WORD, _("%(number)s, tetap") % {"number": same}))
        choices += [(str(each.pk), f"{each}, {each.reason[:60]}") for each in kept]
        field = self.fields["nomor"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- narrows the type
        field.choices = choices
        if same is None:
            del self.fields["besar"]

    def decision(self, today: "date") -> Decision:  # noqa: ARG002 -- the day is the approver's
        """Return what is decided."""
        given = self.cleaned_data
        wishes = {NEXT_WORD: NEXT, SAME_WORD: Wish(same=True)}
        wish = wishes.get(given["nomor"]) or Wish(kept=int(given["nomor"]))
        return Decision(given["berlaku"], wish, material=given.get("besar", True))


class ReachForm(forms.Form):
    """Who may read what was approved."""

    pembaca = forms.ChoiceField(choices=Reach.choices)


class NoteForm(forms.Form):
    """A note and the place that it is pinned to."""

    tempat = forms.CharField(required=False, max_length=200)
    catatan = forms.CharField(
        label=gettext_lazy("Catatan"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AnswerForm(forms.Form):
    """An answer to a note."""

    jawaban = forms.CharField(
        label=gettext_lazy("Jawaban"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )


class DayForm(forms.Form):
    """The day for which is asked what was in force."""

    tanggal = forms.DateField(required=False, input_formats=[ISO])

    def day(self) -> "date | None":
        """Return the day; what makes no sense is no day."""
        self.is_valid()
        found: date | None = self.cleaned_data.get("tanggal")
        return found
