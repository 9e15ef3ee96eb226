"""Signing in and out."""

from datetime import datetime

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from okesop.accounts import device, sessions
from okesop.accounts.domain import passwords, signing
from okesop.accounts.domain.queries import samples
from okesop.accounts.forms import CodeForm, SignInForm
from okesop.accounts.models import User
from okesop.audit import origin
from okesop.ui.http import page

OWN_BACKEND = "okesop.accounts.backends.NameBackend"


@sensitive_post_parameters("password")
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is; never tell which of name and password was wrong."""
    if request.user.is_authenticated:
        return redirect(_next(request))
    if not User.objects.administrators().exists():
        return redirect(settings.FIRST_PAGE)
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        user = auth.authenticate(request, username=given["name"], password=given["password"])
        if user is not None:
            begin(request, user, timezone.now())
            return redirect(_next(request))
        status = refuse(request, form, given["name"])
    return page(request, "accounts/sign_in.html", _context(request, form), status=status)


@sensitive_post_parameters("code", "new_password", "repeated")
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def with_code(request: HttpRequest) -> HttpResponse:
    """Let a person with a one-time code set his own password; explain where codes come from."""
    posted = request.POST or None
    owner = User.objects.active().named(request.POST.get("name", "")).first() if posted else None
    form = CodeForm(posted, user=owner)
    status = 422 if posted else 200
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        user = auth.authenticate(request, username=given["name"], code=given["code"], at=at)
        if user is None:
            status = refuse(request, form, given["name"], code=True)
        elif _set_password(form, user, at):
            begin(request, user, at)
            return redirect(settings.LOGIN_REDIRECT_URL)
    return page(request, "accounts/code.html", {"form": form}, status=status)


@never_cache
@login_not_required
@require_POST
def as_sample(request: HttpRequest, username: str) -> HttpResponse:
    """Sign a sample person in with one click; exists in the demo on this machine alone."""
    if not (settings.DEMO and origin.is_this_machine(request)):
        raise Http404
    user = get_object_or_404(samples.people(), username=username)
    begin(request, user, timezone.now())
    return redirect(settings.LOGIN_REDIRECT_URL)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if request.user.is_authenticated:
        signing.ended(request.user, at=timezone.now())
    auth.logout(request)
    return redirect(settings.LOGIN_URL)


def begin(request: HttpRequest, user: User, at: datetime) -> None:
    """Open a session that can be listed and revoked, and note it."""
    auth.login(request, user, backend=OWN_BACKEND)
    came_from = origin.of(request)
    request.session.update(
        {
            sessions.HANDLE: device.new_handle(),
            sessions.STARTED: at.isoformat(),
            sessions.SEEN: at.isoformat(),
            sessions.DEVICE: came_from.device,
            sessions.ADDRESS: came_from.address,
        }
    )
    request.session.set_expiry(at + min(settings.SESSION_IDLE, settings.SESSION_LONGEST))
    signing.begun(user, at=at)


def refuse(
    request: HttpRequest, form: SignInForm | CodeForm, name: str, *, code: bool = False
) -> int:
    """Put the refusal on the form and note it; return the status of the answer."""
    signing.refused(name, at=timezone.now())
    if getattr(request, "axes_locked_out", False):
        minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
        text = _(
            "Terlalu banyak percobaan. Demi keamanan akun, coba lagi setelah %(minutes)d menit."
        )
        form.add_error(None, text % {"minutes": minutes})
        return 429
    if code:
        form.add_error(None, _("Nama atau kode tidak cocok, atau kode sudah tidak berlaku."))
    else:
        form.add_error(None, _("Nama atau kata sandi tidak cocok. Periksa huruf besar dan kecil."))
    return 422


def _set_password(form: CodeForm, user: User, at: datetime) -> bool:
    given = form.cleaned_data
    try:
        passwords.set_with_code(user, given["code"], given["new_password"], at=at)
    except passwords.CodeNotAccepted as error:
        form.add_error("code", str(error))
    except ValidationError as error:
        form.add_error("new_password", error)
    return form.is_valid()


def _context(request: HttpRequest, form: SignInForm) -> dict[str, object]:
    offered = settings.DEMO and origin.is_this_machine(request)
    return {
        "form": form,
        "next": request.POST.get("next", request.GET.get("next", "")),
        "samples": samples.offered() if offered else [],
    }


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", request.GET.get("next", ""))
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else resolve_url(settings.LOGIN_REDIRECT_URL)
