"""The list of SOPs."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from okesop.organisation.models import Unit
from okesop.procedures.domain import workbook
from okesop.procedures.domain.queries import catalogue, shelf
from okesop.procedures.domain.queries.address import Address
from okesop.procedures.forms.catalogue import FilterForm
from okesop.ui.http import AuthenticatedRequest, page
from okesop.ui.workbook import send


@require_safe
def listing(request: AuthenticatedRequest) -> HttpResponse:
    """Show a page of the list, filtered as the address says."""
    filters = FilterForm(request.GET).filters()
    units = list(Unit.objects.visible_to(request.user))
    found = catalogue.page(request.user, filters)
    shelf.bring_coming(request.user, found.rows)
    context = {
        "page": found,
        "statuses": catalogue.STATUSES,
        "filters": filters,
        "units": units,
        "may_create": request.user.has_perm("procedures.create_draft"),
        "address": Address(request.GET, {unit.pk: unit.name for unit in units}),
    }
    return page(request, "procedures/catalogue.html", context)


@require_safe
def download(request: AuthenticatedRequest) -> HttpResponse:
    """Send the list, filtered as it is seen, as an Excel workbook."""
    filters = FilterForm(request.GET).filters()
    found = catalogue.listed(request.user, filters)
    content = workbook.of(found.iterator(chunk_size=500), at=timezone.now())
    return send(content, _("daftar-sop-%(day)s.xlsx") % {"day": timezone.localdate().isoformat()})
