"""A person's own page: password, language, light, and where he is signed in."""

from django.conf import settings
from django.contrib import auth, messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.accounts import sessions
from okesop.accounts.domain import accounts, passwords
from okesop.accounts.domain import sessions as open_sessions
from okesop.accounts.domain.queries import devices
from okesop.accounts.forms import ChangePasswordForm, PreferencesForm
from okesop.ui.http import AuthenticatedRequest, page

A_YEAR = 365 * 24 * 3600


@require_safe
def profile(request: AuthenticatedRequest) -> HttpResponse:
    """Show the page."""
    user = request.user
    here = request.session.get(sessions.HANDLE, "")
    context = {
        "preferences": PreferencesForm({"language": user.language, "theme": user.theme}),
        "devices": devices.of(user, here=here, at=timezone.now()),
    }
    return page(request, "accounts/profile.html", context)


@require_POST
def prefer(request: AuthenticatedRequest) -> HttpResponse:
    """Keep language and light."""
    form = PreferencesForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        accounts.set_preferences(request.user, **given, at=timezone.now())
        with translation.override(given["language"]):
            messages.success(request, _("Tampilan disimpan"))
    response = redirect("accounts:profile")
    response.set_cookie(  # the page before the next sign-in speaks it as well
        settings.LANGUAGE_COOKIE_NAME,
        request.user.language,
        max_age=A_YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return response


@sensitive_post_parameters("password", "new_password", "repeated")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: AuthenticatedRequest) -> HttpResponse:
    """Change the password; the other sessions end."""
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        here = request.session.get(sessions.HANDLE, "")
        wanted = form.cleaned_data["new_password"]
        passwords.change(request.user, wanted, kept=here, at=timezone.now())
        auth.update_session_auth_hash(request, request.user)
        messages.success(request, _("Kata sandi diganti, sesi di perangkat lain diakhiri"))
        return redirect("accounts:profile")
    status = 422 if form.errors else 200
    due = request.user.password_is_due(timezone.now(), settings.PASSWORD_VALID)
    return page(request, "accounts/password.html", {"form": form, "due": due}, status=status)


@require_POST
def end_session(request: AuthenticatedRequest, handle: str) -> HttpResponse:
    """End one of the person's sessions."""
    if open_sessions.revoke(request.user, handle, at=timezone.now()):
        messages.success(request, _("Sesi diakhiri"))
    return redirect("accounts:profile")


@require_POST
def end_others(request: AuthenticatedRequest) -> HttpResponse:
    """End every session but this one."""
    here = request.session.get(sessions.HANDLE, "")
    ended = open_sessions.revoke_others(request.user, here, at=timezone.now())
    if ended:
        messages.success(request, _("Sesi di perangkat lain diakhiri"))
    return redirect("accounts:profile")
