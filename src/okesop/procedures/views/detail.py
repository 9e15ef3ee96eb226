"""The page of one SOP, and the end of a draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from okesop.procedures.domain import changes, drafting
from okesop.procedures.domain.changes import DraftClosed
from okesop.procedures.domain.queries import leaf
from okesop.procedures.models import Version
from okesop.ui.http import AuthenticatedRequest, page, require


def visible(request: AuthenticatedRequest, key: str) -> Version:
    """Return the newest version of an SOP that this person may see, else answer 404."""
    seen = Version.objects.visible_to(request.user)
    newest = seen.filter(procedure__key=key).order_by("-number")[:1]
    return get_object_or_404(seen.filter(pk__in=newest.values("pk")).whole())


@require_safe
def detail(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Show the SOP as on paper, with its findings and its history."""
    outcome = changes.as_it_stands(visible(request, key))
    return page(request, "procedures/detail.html", leaf.of(outcome))


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Ask, then delete a draft."""
    version = visible(request, key)
    require(request.user, "procedures.discard_draft", version)
    if request.method != "POST":
        return page(request, "procedures/discard.html", {"version": version})
    title = str(version)
    try:
        drafting.discard(version, by=request.user, at=timezone.now())
    except DraftClosed as error:
        return page(
            request,
            "procedures/discard.html",
            {"version": version, "error": str(error)},
            status=409,
        )
    messages.success(request, _("Draf “%(title)s” dihapus.") % {"title": title})
    return redirect("procedures:catalogue")
