"""Two states of an SOP beside each other, and the way back to a former one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from okesop.procedures.domain import bringing_back
from okesop.procedures.domain.changes import DraftClosed, Stamp
from okesop.procedures.domain.queries import comparison, film, states
from okesop.procedures.views import detail
from okesop.ui.http import AuthenticatedRequest, page, require


@require_safe
def newest(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Lead to the comparison that one asks for first."""
    try:
        old, new = states.latest(request.user, key)
    except states.NoSuchState as error:
        raise Http404 from error
    return redirect("procedures:compare", key, old, new)


@require_safe
def compare(request: AuthenticatedRequest, key: str, old: str, new: str) -> HttpResponse:
    """Show what changed from one state to the other, in words and on both flowcharts."""
    try:
        pair = states.pair(request.user, key, old, new)
    except states.NoSuchState as error:
        raise Http404 from error
    kind = request.GET.get("jenis", "")
    context = comparison.page(pair, user=request.user, on=timezone.localdate(), kind=kind)
    context["offered"] = states.offered(request.user, key)
    context["frame"] = film.frame(request.user, pair[1])
    return page(request, "procedures/compare.html", context)


@require_POST
def bring_back(request: AuthenticatedRequest, key: str, sequence: int) -> HttpResponse:
    """Set the draft back to how it was after one of its changes, and open it."""
    version = detail.newest(request, key)
    require(request.user, "procedures.edit_draft", version)
    stamp = Stamp("film", request.user, timezone.now())
    try:
        bringing_back.bring_back(version, sequence, stamp=stamp)
    except bringing_back.NoSuchChange as error:
        raise Http404 from error
    except DraftClosed as error:
        messages.error(request, str(error))
        return redirect("procedures:detail", key)
    messages.success(request, _("Draf dipulihkan; perubahan sesudahnya tetap ada di riwayat."))
    return redirect("procedures:editor", key)
