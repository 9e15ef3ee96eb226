"""The frame of the editor's addresses: signed in, visible, well-formed, still a draft."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from okesop.procedures.domain.changes import CLOSED, DraftClosed
from okesop.procedures.domain.queries import versions
from okesop.procedures.forms.payload import TOO_LARGE, Malformed
from okesop.procedures.models import Version
from okesop.ui.http import AuthenticatedRequest

Endpoint = Callable[..., HttpResponse]


def refuse(message: str, status: int) -> JsonResponse:
    """Answer with a sentence for the author."""
    return JsonResponse({"message": message}, status=status)


def endpoint(*methods: str) -> Callable[[Endpoint], Endpoint]:
    """Let only ``methods`` through; the view gets the draft in place of its key."""

    def frame(view: Endpoint) -> Endpoint:
        @login_not_required  # told in JSON instead of led away
        @never_cache
        @wraps(view)
        def framed(request: HttpRequest, key: str, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return _wrong_method(methods)
            if not request.user.is_authenticated:
                return refuse(_("Anda belum masuk. Masuk lagi, lalu perubahan dikirim."), 401)
            asked = cast("AuthenticatedRequest", request)
            version = _draft(asked, key)
            if version is None:
                return refuse(_("Draf ini tidak ditemukan, atau bukan milik unit Anda."), 404)
            if not version.is_draft:
                return refuse(str(CLOSED), 409)
            return _answered(view, asked, version, **kwargs)

        return framed

    return frame


def _answered(
    view: Endpoint, request: AuthenticatedRequest, version: Version, **kwargs: Any
) -> HttpResponse:
    try:
        return view(request, version, **kwargs)
    except Malformed as error:
        return refuse(str(error), error.status)
    except RequestDataTooBig:
        return refuse(str(TOO_LARGE), 413)
    except DraftClosed as error:
        return refuse(str(error), 409)


def _wrong_method(methods: tuple[str, ...]) -> JsonResponse:
    response = refuse(_("Cara memanggil alamat ini tidak sesuai."), 405)
    response["Allow"] = ", ".join(methods)
    return response


def _draft(request: AuthenticatedRequest, key: str) -> Version | None:
    """Return the newest version of an SOP, where the person writes for its unit."""
    version = versions.newest(request.user, key)
    writes = version is not None and request.user.has_perm("procedures.write_sop", version)
    return version if writes else None
