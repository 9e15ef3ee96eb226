"""The picture of an emblem."""

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.files.domain import pictures

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class EmblemForm(forms.Form):
    """One picture."""

    picture = forms.FileField(
        label=_("Gambar lambang"),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def clean_picture(self) -> "UploadedFile[bytes]":
        """Refuse what is too large before it is read."""
        picture: UploadedFile[bytes] = self.cleaned_data["picture"]
        if (picture.size or 0) > pictures.MOST_BYTES:
            raise forms.ValidationError(
                _("Gambar lebih besar dari 2 MB. Perkecil dahulu, lalu unggah lagi.")
            )
        return picture
