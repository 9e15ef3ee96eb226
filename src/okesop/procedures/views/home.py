"""The first page: what waits for the person who opened it."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from okesop.procedures.domain.queries import workbox
from okesop.ui.http import AuthenticatedRequest, page
from okesop.ui.navigation import take_count


@require_safe
def home(request: AuthenticatedRequest) -> HttpResponse:
    """Show the work box and what happened lately."""
    box = workbox.of(request.user)
    take_count(request, "procedures:home", box.asks)
    context = {
        "box": box,
        "news": workbox.lately(request.user),
        "may_create": request.user.has_perm("procedures.create_draft"),
        "today": timezone.localdate(),
    }
    return page(request, "procedures/home.html", context)
