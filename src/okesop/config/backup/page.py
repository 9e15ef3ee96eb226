"""The page about backups, for whoever keeps the whole office."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from okesop.config.backup.telling import overview
from okesop.ui.http import AuthenticatedRequest, page, require


@require_safe
def backups(request: AuthenticatedRequest) -> HttpResponse:
    """Show when the last backup was made, what lies where, and how one is restored."""
    require(request.user, "organisation.manage_office")
    return page(request, "config/backups.html", {"known": overview(at=timezone.now())})
