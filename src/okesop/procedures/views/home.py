"""The first page: what waits for the person who opened it."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from okesop.procedures.domain.queries import workbox
from okesop.ui.http import AuthenticatedRequest, page


@require_safe
def home(request: AuthenticatedRequest) -> HttpResponse:
    """Show the work box and what happened lately."""
    context = {
        "box": workbox.of(request.user),
        "news": workbox.lately(request.user),
        "may_create": request.user.has_perm("procedures.create_draft"),
        "today": timezone.localdate(),
    }
    return page(request, "procedures/home.html", context)
