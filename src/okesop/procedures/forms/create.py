"""What a new SOP is to start from."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from okesop.procedures.models.procedure import public_key

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from okesop.organisation.models import Unit

KINDS = ("kosong", "tempel", "salin", "siap")


def token() -> Signer:
    """Return what signs the key of an SOP to come."""
    return Signer(salt="okesop.procedures.create")


class CreateForm(forms.Form):
    """Title, unit and beginning; ``tanda`` is the signed key of the SOP to come, ``mulai`` is "kosong", "tempel", "salin:<key>" or "siap:<name>"."""

    judul = forms.CharField(required=False, max_length=500, label=_("Nama SOP"))
    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        queryset=None,
        label=_("Unit kerja"),
        error_messages={
            "required": _("Pilih unit kerja yang menyusun SOP ini."),
            "invalid_choice": _("Pilih salah satu unit kerja Anda."),
        },
    )
    mulai = forms.CharField(max_length=80)
    tanda = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 -- narrows the type
        field.queryset = units

    def clean_tanda(self) -> str:
        """Return the key that this form came with, so that sending it twice begins one SOP."""
        try:
            return token().unsign(self.cleaned_data["tanda"])
        except BadSignature:
            return public_key()

    def clean_mulai(self) -> tuple[str, str]:
        """Return the kind of beginning and what it starts from."""
        kind, _colon, origin = self.cleaned_data["mulai"].partition(":")
        if kind not in KINDS:
            raise forms.ValidationError(_("Pilih dari mana SOP ini dimulai."))
        return kind, origin
