"""What happens around every page: language, being signed in, activity."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from okesop.accounts import sessions

Handler = Callable[[HttpRequest], HttpResponse]
QUIET = "X-Okesop-Quiet"  # a page that polls by itself says so: it is no sign of a person
TOUCH_SECONDS = 60
PASSWORD_PAGE, SIGN_OUT = "accounts:password", "accounts:sign-out"


def language(get_response: Handler) -> Handler:
    """Speak the person's language; before the sign-in the one that was last used on this device."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            wanted = request.user.language
        else:
            wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = {code for code, _name in settings.LANGUAGES}
        with translation.override(wanted if wanted in known else settings.LANGUAGE_CODE):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response

    return middleware


class SignedInMiddleware(LoginRequiredMiddleware):
    """Every page needs a sign-in unless it says `login_not_required`."""

    def handle_no_permission(  # type: ignore[override]  # not every answer is a redirect
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """Answer each asker in his own way: a page is led to the sign-in, htmx leads the page, JSON is told."""
        message = _("Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.")
        if "application/json" in f"{request.content_type} {request.headers.get('Accept', '')}":
            return JsonResponse({"message": message}, status=401)
        response = super().handle_no_permission(request, view_func)
        if request.headers.get("HX-Request"):
            here = request.headers.get("HX-Current-URL", "")
            return HttpResponse(
                status=204, headers={"HX-Redirect": _sign_in_and_back_to(request, here)}
            )
        return response


def own_password(get_response: Handler) -> Handler:
    """Ask for a new password first, where the office lets passwords grow old and this one has."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user, allowed = request.user, {resolve_url(PASSWORD_PAGE), resolve_url(SIGN_OUT)}
        due = user.is_authenticated and user.password_is_due(
            timezone.now(), settings.PASSWORD_VALID
        )
        if not due or request.path in allowed or request.path.startswith(settings.STATIC_URL):
            return get_response(request)
        if "application/json" in f"{request.content_type} {request.headers.get('Accept', '')}":
            message = _("Kata sandi Anda sudah melewati masa berlakunya. Ganti dahulu di Profil.")
            return JsonResponse({"message": message}, status=403)
        return redirect(PASSWORD_PAGE)

    return middleware


def _sign_in_and_back_to(request: HttpRequest, address: str) -> str:
    sign_in = resolve_url(settings.LOGIN_URL)
    root = request.build_absolute_uri("/")
    if not address.startswith(root):
        return sign_in
    return f"{sign_in}?{urlencode({'next': '/' + address.removeprefix(root)})}"


def activity(get_response: Handler) -> Handler:
    """Move the end of the session on while its person is there."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.headers.get(QUIET):
            _touch(request, timezone.now())
        return get_response(request)

    return middleware


def _touch(request: HttpRequest, at: datetime) -> None:
    session = request.session
    started = session.get(sessions.STARTED)
    seen = session.get(sessions.SEEN)
    if not started or (seen and (at - datetime.fromisoformat(seen)).seconds < TOUCH_SECONDS):
        return
    session[sessions.SEEN] = at.isoformat()
    last = datetime.fromisoformat(started) + settings.SESSION_LONGEST
    session.set_expiry(min(last, at + settings.SESSION_IDLE))
