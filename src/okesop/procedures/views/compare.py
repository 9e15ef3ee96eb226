"""Two states of an SOP beside each other."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from okesop.procedures.domain.queries import comparison, states
from okesop.ui.http import AuthenticatedRequest, page


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
    return page(request, "procedures/compare.html", context)
