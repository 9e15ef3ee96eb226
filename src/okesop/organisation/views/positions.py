"""Positions of a unit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from okesop.organisation.domain import positions
from okesop.organisation.forms.units import PositionForm
from okesop.organisation.models import Position, Unit
from okesop.ui.http import AuthenticatedRequest, page, require


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Make a position in a unit."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    form = PositionForm(request.POST or None, initial={"is_active": True})
    if request.method == "POST" and form.is_valid():
        title, head, at = form.cleaned_data["title"], form.cleaned_data["is_head"], timezone.now()
        try:
            positions.create(unit, title, is_head=head, by=request.user, at=at)
        except positions.TitleTaken as error:
            form.add_error("title", str(error))
        else:
            messages.success(request, _("Jabatan ditambahkan"))
            return redirect("organisation:settings")
    context = {"form": form, "unit": unit}
    return page(request, "organisation/position.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change a position, or let it be abolished."""
    seen = Position.objects.visible_to(request.user).select_related("unit")
    position = get_object_or_404(seen, pk=pk)
    require(request.user, "organisation.manage", position.unit)
    initial = {name: getattr(position, name) for name in PositionForm.base_fields}
    form = PositionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            positions.change(position, **form.written(), by=request.user, at=timezone.now())
        except (positions.TitleTaken, positions.StillHeld) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Jabatan disimpan"))
            return redirect("organisation:settings")
    context = {"form": form, "unit": position.unit, "position": position}
    return page(request, "organisation/position.html", context, status=422 if form.errors else 200)
