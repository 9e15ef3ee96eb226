"""The first installation, with the code that the server printed: office, emblem, first administrator.

It stands above all rooms because it speaks to three of them at once.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from okesop.accounts.forms import NewPasswordForm
from okesop.accounts.models import User
from okesop.accounts.views.signing import begin
from okesop.files.domain import emblems, pictures
from okesop.organisation.domain import founding, people, units
from okesop.organisation.forms.people import USERNAME, clean_nip
from okesop.ui.http import page


class FoundingForm(NewPasswordForm):
    """The first installation."""

    code = forms.CharField(
        label=_("Kode pemasangan"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    office = forms.CharField(label=_("Nama kantor"), max_length=200)
    letterhead = forms.CharField(label=_("Kepala formulir"), max_length=200, required=False)
    name = forms.CharField(label=_("Nama Anda dengan gelar"), max_length=200)
    nip = forms.CharField(
        label=_("NIP"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    username = forms.RegexField(
        USERNAME,
        label=_("Nama pengguna"),
        max_length=60,
        required=False,
        error_messages={
            "invalid": _("Mulai dengan huruf kecil; lalu huruf kecil, angka, titik, garis.")
        },
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "username"}),
    )
    picture = forms.FileField(
        label=_("Lambang"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )
    field_order = ("code", "office", "letterhead", "picture", "name", "nip", "username")

    def clean_nip(self) -> str:
        """Return 18 digits or nothing."""
        return clean_nip(self.cleaned_data["nip"])

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two names to sign in with."""
        given = super().clean()
        if not given.get("nip") and not given.get("username") and "nip" not in self.errors:
            self.add_error("username", _("Isi NIP atau nama pengguna, untuk masuk."))
        return given

    def unit(self) -> units.Details:
        """Return what is written about the office."""
        given = self.cleaned_data
        return units.Details(given["office"], letterhead=given["letterhead"])

    def person(self) -> people.Details:
        """Return what is written about the first administrator."""
        given = self.cleaned_data
        return people.Details(given["name"], given["nip"], "", given["username"])


@sensitive_post_parameters("code", "new_password", "repeated")
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    """Name the office and its first administrator; gone as soon as there is one."""
    if User.objects.administrators().exists():
        raise Http404
    form = FoundingForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and _is_right(form):
        user = _found(form)
        if user is not None:
            begin(request, user, timezone.now())
            return redirect(settings.LOGIN_REDIRECT_URL)
    status = 422 if form.errors else 200
    return page(request, "organisation/founding.html", {"form": form}, status=status)


def _is_right(form: FoundingForm) -> bool:
    """Hold the code against the server's, whatever else is wrong, so that all is told at once."""
    right = form.is_valid()
    typed = form.cleaned_data.get("code")
    if right or not typed or founding.accepts(typed, at=timezone.now()):
        return right
    form.add_error("code", founding.NOT_ACCEPTED)
    return False


def _found(form: FoundingForm) -> User | None:
    try:
        with transaction.atomic():
            return _stored(form)
    except founding.CodeNotAccepted as error:
        form.add_error("code", str(error))
    except ValidationError as error:
        form.add_error("new_password", error)
    except people.NipTaken as error:
        form.add_error("nip", str(error))
    except pictures.NoPicture as error:
        form.add_error("picture", str(error))
    return None


def _stored(form: FoundingForm) -> User:
    given, at = form.cleaned_data, timezone.now()
    unit, user = founding.found(
        given["code"],
        office=form.unit(),
        administrator=form.person(),
        password=given["new_password"],
        at=at,
    )
    if given["picture"]:
        emblems.give(unit, given["picture"].read(), by=user, at=at)
    return user
