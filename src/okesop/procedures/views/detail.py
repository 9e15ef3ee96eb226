"""The page of one SOP, its history, and the end of a draft."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from okesop.procedures.domain import changes, drafting
from okesop.procedures.domain.changes import DraftClosed
from okesop.procedures.domain.queries import leaf, lives, states, versions
from okesop.procedures.forms.life import DayForm
from okesop.procedures.models import Version
from okesop.ui.http import AuthenticatedRequest, page, require


def shown(request: AuthenticatedRequest, key: str, number: int | None = None) -> Version:
    """Return the version that an address names, or the one that stands for the SOP, else answer 404."""
    if number is None:
        found = versions.leading(request.user, key)
    else:
        found = versions.numbered(request.user, key, number)
    if found is None:
        raise Http404
    return found


def newest(request: AuthenticatedRequest, key: str) -> Version:
    """Return the newest version of an SOP that this person may see, else answer 404."""
    found = versions.newest(request.user, key)
    if found is None:
        raise Http404
    return found


@require_safe
def detail(request: AuthenticatedRequest, key: str, number: int | None = None) -> HttpResponse:
    """Show a version as on paper, where it stands, and what can be done with it."""
    return answer(request, shown(request, key, number))


def answer(
    request: AuthenticatedRequest, version: Version, *, error: str = "", status: int = 200
) -> HttpResponse:
    """Answer with the page of a version, on top of it what was refused."""
    today = timezone.localdate()
    context = leaf.of(changes.as_it_stands(version))
    context |= lives.of(request.user, version, today) | {"error": error, "today": today}
    return page(request, "procedures/detail.html", context, status=status)


@require_safe
def history(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Show every version and every round, and what was in force on a day."""
    version = shown(request, key)
    day = DayForm(request.GET).day()
    context = lives.history(request.user, version, timezone.localdate(), asked=day)
    context["filmed"] = states.filmed(request.user, key)
    return page(request, "procedures/history.html", {"version": version, **context})


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Ask, then delete a draft."""
    version = newest(request, key)
    require(request.user, "procedures.discard_draft", version)
    if request.method != "POST":
        return page(request, "procedures/discard.html", {"version": version})
    title = str(version)
    try:
        drafting.discard(version, by=request.user, at=timezone.now())
    except DraftClosed as error:
        context = {"version": version, "error": str(error)}
        return page(request, "procedures/discard.html", context, status=409)
    messages.success(request, _("Draf “%(title)s” dihapus.") % {"title": title})
    return redirect("procedures:catalogue")
