"""What is typed on the pages of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.utils.translation import gettext_lazy as _

from okesop.accounts.enums import Language, Theme
from okesop.accounts.models import User

LONGEST_PASSWORD = 256
OWN = {"autocomplete": "current-password"}
NEW = {"autocomplete": "new-password"}
NAME = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}


def _password(label: Any, attrs: dict[str, str]) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs=attrs),
    )


class SignInForm(forms.Form):
    """NIP or user name, and password."""

    name = forms.CharField(
        label=_("NIP atau nama pengguna"), max_length=100, widget=forms.TextInput(attrs=NAME)
    )
    password = _password(_("Kata sandi"), OWN)


class NewPasswordForm(forms.Form):
    """A password typed twice; the person it is for is given, so that his name can be refused in it."""

    new_password = _password(_("Kata sandi baru"), NEW)
    repeated = _password(_("Ulangi kata sandi baru"), NEW)

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        rules = filter(None, password_validators_help_texts())
        self.fields["new_password"].help_text = " ".join(rules)

    def clean_new_password(self) -> str:
        """Hold the password against the rules."""
        password: str = self.cleaned_data["new_password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """Hold the two against each other."""
        given = self.cleaned_data
        if given.get("new_password") and given.get("repeated") != given["new_password"]:
            self.add_error("repeated", _("Kedua kata sandi tidak sama. Ketik ulang."))
        return given


class ChangePasswordForm(NewPasswordForm):
    """The password so far, and a new one."""

    password = _password(_("Kata sandi sekarang"), OWN)
    field_order = ("password", "new_password", "repeated")

    def clean_password(self) -> str:
        """Hold the password against the person's own."""
        password: str = self.cleaned_data["password"]
        if self.user is None or not self.user.check_password(password):
            raise forms.ValidationError(_("Kata sandi sekarang tidak cocok."))
        return password


class CodeForm(NewPasswordForm):
    """A one-time code and the password that its person chooses."""

    name = forms.CharField(
        label=_("NIP atau nama pengguna"), max_length=100, widget=forms.TextInput(attrs=NAME)
    )
    code = forms.CharField(
        label=_("Kode sekali pakai"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )
    field_order = ("name", "code", "new_password", "repeated")


class PreferencesForm(forms.Form):
    """Language and light."""

    language = forms.ChoiceField(
        label=_("Bahasa"), choices=Language.choices, widget=forms.RadioSelect
    )
    theme = forms.ChoiceField(label=_("Tampilan"), choices=Theme.choices, widget=forms.RadioSelect)
