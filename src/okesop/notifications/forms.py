"""What a person chooses."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from okesop.notifications import kinds
from okesop.notifications.domain.preferring import Choice
from okesop.notifications.enums import Rhythm

if TYPE_CHECKING:
    from okesop.notifications.models import Preference

HERE, MAIL = "here", "mail"


class PreferenceForm(forms.Form):
    """Address and rhythm, and for each kind where it is told; a kind that cannot be switched off has one box only."""

    address = forms.EmailField(
        label=_("Alamat e-mail"),
        max_length=200,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    rhythm = forms.ChoiceField(
        label=_("Kirim e-mail"), choices=Rhythm.choices, widget=forms.RadioSelect
    )

    def __init__(self, data: Any = None, *, preference: "Preference", mails: bool) -> None:
        initial: dict[str, Any] = {"address": preference.address, "rhythm": preference.rhythm}
        for code in kinds.table():
            initial[f"{HERE}:{code}"] = code not in preference.muted
            initial[f"{MAIL}:{code}"] = code not in preference.unmailed
        super().__init__(data, initial=initial)
        self.preference, self.mails = preference, mails
        for code, kind in kinds.table().items():
            if kind.optional:
                self.fields[f"{HERE}:{code}"] = _box(kind)
            if mails:
                self.fields[f"{MAIL}:{code}"] = _box(kind)
        if not mails:
            del self.fields["address"], self.fields["rhythm"]

    def clean(self) -> dict[str, Any]:
        """Ask for an address where e-mail is wanted."""
        given = super().clean() or {}
        wanted = given.get("rhythm", Rhythm.NONE) != Rhythm.NONE
        if wanted and not given.get("address") and "address" not in self.errors:
            self.add_error("address", _("Isi alamat e-mail, atau pilih “Tidak pernah”."))
        return given

    def rows(self) -> list[dict[str, Any]]:
        """Return the kinds with their boxes, as the table shows them."""
        return [
            {
                "kind": kind,
                "here": self[f"{HERE}:{code}"] if kind.optional else None,
                "mail": self[f"{MAIL}:{code}"] if self.mails else None,
            }
            for code, kind in kinds.table().items()
        ]

    def choice(self) -> Choice:
        """Return what was chosen; what the form does not ask stays as it is."""
        given, kept = self.cleaned_data, self.preference
        return Choice(
            address=given.get("address", kept.address),
            rhythm=Rhythm(given.get("rhythm", kept.rhythm)),
            muted=[c for c, kind in kinds.table().items() if kind.optional and self._off(HERE, c)],
            unmailed=[c for c in kinds.table() if self._off(MAIL, c)]
            if self.mails
            else kept.unmailed,
        )

    def _off(self, where: str, code: str) -> bool:
        return not self.cleaned_data[f"{where}:{code}"]


def _box(kind: kinds.Kind) -> forms.BooleanField:
    return forms.BooleanField(label=kind.label, required=False)
