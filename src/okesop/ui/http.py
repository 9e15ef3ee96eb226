"""How a view answers: a page or a fragment of it, and how it asks whether somebody may."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

from okesop.ui import icons

if TYPE_CHECKING:
    from django.contrib.auth.models import _User


class AuthenticatedRequest(HttpRequest):
    """A request whose person is known: what views behind a sign-in are given."""

    user: "_User"


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    partial: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the whole page, or with its ``partial`` where htmx asks for a fragment.

    A boosted link and a return through the history come from htmx as well and get the whole page.
    """
    fragment = partial is not None and wants_fragment(request)
    html = render_to_string(f"{template}#{partial}" if fragment else template, context, request)
    response = HttpResponse(icons.unfold(html) if fragment else icons.gather(html), status=status)
    patch_vary_headers(response, ["HX-Request"])
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def wants_fragment(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a piece of the page that is open."""
    asks = request.headers.get("HX-Request") == "true"
    whole = "HX-Boosted" in request.headers or "HX-History-Restore-Request" in request.headers
    return asks and not whole


def require(user: "_User", permission: str, obj: models.Model | None = None) -> None:
    """Refuse (403) whoever may not; ``permission`` is a name from a room's `rules.py`.

    The refusal carries both, so that its page can tell what is missing.
    """
    if not user.has_perm(permission, obj):
        raise PermissionDenied(permission, obj)
