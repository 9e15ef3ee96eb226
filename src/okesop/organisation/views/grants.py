"""Rights: which position holds which role over a unit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from okesop.organisation.domain import grants
from okesop.organisation.domain.queries import grants as found
from okesop.organisation.enums import Role
from okesop.organisation.forms.people import UnitForm
from okesop.organisation.forms.rights import FurtherPositionForm, MatrixForm
from okesop.organisation.models import Unit
from okesop.ui.http import AuthenticatedRequest, page, require


@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Show the matrix of a unit, and store what changed in it."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    form = MatrixForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cells = form.cells()
        changed = grants.rearrange(unit, **cells, by=request.user, at=timezone.now())
        said = ngettext("%(n)s peran diubah", "%(n)s peran diubah", changed) % {"n": changed}
        messages.success(request, said if changed else _("Tidak ada yang berubah"))
        return redirect("organisation:roles", pk)
    choosing = UnitForm(request.GET if "unit" in request.GET else None)
    context = {
        "unit": unit,
        "roles": Role.choices,
        "matrix": found.matrix(unit, added=_added(request, unit)),
        "choosing": choosing,
        "further": FurtherPositionForm(unit=unit, other=choosing.chosen()),
        "form": form,
    }
    return page(request, "organisation/roles.html", context, status=422 if form.errors else 200)


def _added(request: AuthenticatedRequest, unit: Unit) -> int | None:
    """Return the position (its key) of another unit that is to be shown as well."""
    form = FurtherPositionForm(request.GET, unit=unit)
    return int(form.cleaned_data["jabatan"].pk) if form.is_valid() else None
