"""The trail for those who read it: a list of sentences, each act in full, the list as Excel."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from okesop.audit.domain import sentences, workbook
from okesop.audit.domain.queries import acts
from okesop.audit.forms import TrailForm
from okesop.audit.table import table
from okesop.ui.http import AuthenticatedRequest, page, require
from okesop.ui.workbook import send

READ = "audit.read"


@require_safe
def listing(request: AuthenticatedRequest) -> HttpResponse:
    """Show a page of the acts, filtered as the address says."""
    require(request.user, READ)
    form = TrailForm(request.GET)
    filters = form.filters()
    found, verified = acts.page(request.user, filters), acts.last_verification()
    context = {
        "page": found,
        "acts": [
            (row, sentences.who(row), sentences.did(row), sentences.kind(row))
            for row in found.rows
        ],
        "filters": filters,
        "address": form.address(),
        "chips": form.chips(),
        "kinds": table().THINGS.items(),
        "verification": workbook.verification(verified),
        "verified": verified,
    }
    return page(request, "audit/trail.html", context)


@require_safe
def detail(request: AuthenticatedRequest, sequence: int) -> HttpResponse:
    """Show one act in full."""
    require(request.user, READ)
    entry = get_object_or_404(acts.seen(request.user), sequence=sequence)
    context = {
        "entry": entry,
        "sentence": sentences.sentence(entry),
        "kind": sentences.kind(entry),
        "lines": sentences.lines(entry),
        "address": table().address_of(entry, request.user),
        "is_whole": entry.hash == entry.computed_hash(),
    }
    return page(request, "audit/entry.html", context)


@require_safe
def download(request: AuthenticatedRequest) -> HttpResponse:
    """Send the acts, filtered as they are seen, as an Excel workbook."""
    require(request.user, READ)
    found = acts.select(request.user, TrailForm(request.GET).filters())[: workbook.MOST]
    content = workbook.of(found.iterator(chunk_size=2000), at=timezone.now())
    return send(content, _("jejak-audit-%(day)s.xlsx") % {"day": timezone.localdate().isoformat()})
