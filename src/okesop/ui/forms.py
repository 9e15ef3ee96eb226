"""The form that the gallery shows."""

from django import forms
from django.utils.translation import gettext_lazy as _


class GalleryForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Judul SOP"))
    effective_on = forms.DateField(
        label=_("Tanggal efektif"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    approver = forms.ChoiceField(
        label=_("Pejabat pengesah"),
        required=False,
        choices=[("head", _("Kepala Bagian Umum"))],
    )
    reason = forms.CharField(
        label=_("Alasan"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    material = forms.BooleanField(
        label=_("Perubahan penting, semua pelaksana membaca ulang"), required=False
    )
    outcome = forms.ChoiceField(
        label=_("Hasil evaluasi"),
        choices=[("stay", _("Tetap berlaku")), ("revise", _("Direvisi"))],
        widget=forms.RadioSelect,
    )

    def clean_title(self) -> str:
        """Show how a refusal looks."""
        raise forms.ValidationError(_("Judul tidak perlu diawali kata “SOP”."))
