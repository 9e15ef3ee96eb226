"""How an SOP is to be printed, as an address says it."""

from dataclasses import dataclass

from django import forms

from okesop.core.form import PAPERS, Part


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper by its name, and the part of the SOP."""

    paper: str
    part: Part


class PaperForm(forms.Form):
    """Paper and part; what makes no sense is taken as A4 and the whole."""

    paper = forms.ChoiceField(required=False, choices=[(name, name) for name in PAPERS])
    part = forms.ChoiceField(required=False, choices=[(part.value, part.value) for part in Part])

    def wanted(self) -> Wanted:
        """Return what was understood."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("paper") or "A4", Part(given.get("part") or Part.WHOLE))
