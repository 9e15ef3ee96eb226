"""The workbook of an import."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.organisation.domain.importing import reading

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class WorkbookForm(forms.Form):
    """One workbook."""

    workbook = forms.FileField(
        label=_("Berkas Excel"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_workbook(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before it is read."""
        given: UploadedFile[bytes] = self.cleaned_data["workbook"]
        if (given.size or 0) > reading.MOST_BYTES:
            raise forms.ValidationError(_("Berkas lebih besar dari 5 MB."))
        return given
