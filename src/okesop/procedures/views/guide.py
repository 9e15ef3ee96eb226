"""The help page: how an SOP is written here, the rules, and the keys."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from okesop.procedures.domain.guide import KEYS, chapters
from okesop.ui.http import AuthenticatedRequest, page


@require_safe
def guide(request: AuthenticatedRequest) -> HttpResponse:
    """Show the guide with the table of rules."""
    context = {"chapters": chapters(), "keys": KEYS}
    return page(request, "procedures/guide.html", context)
