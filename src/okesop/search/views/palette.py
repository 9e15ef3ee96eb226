"""The quick search: a dialog on every page, and a page of its own where no script runs."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from okesop.search import sources
from okesop.ui.http import AuthenticatedRequest, page


@require_safe
def palette(request: AuthenticatedRequest) -> HttpResponse:
    """Show what was found, as a page or as the list in the dialog."""
    words = request.GET.get("cari", "")
    groups = sources.look(request.user, words)
    context = {
        "words": words,
        "groups": groups,
        "count": sum(len(group.hits) for group in groups),
    }
    return page(request, "search/palette.html", context, partial="results")
