"""The tree of units, and the positions of each."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.organisation.domain import positions, unit_days, units
from okesop.organisation.domain.queries import offices
from okesop.organisation.domain.queries import units as trees
from okesop.organisation.forms import PositionForm, UnitForm
from okesop.organisation.models import Position, Unit
from okesop.ui.http import AuthenticatedRequest, page, require

REFUSALS = (units.UnitNameTaken, unit_days.WouldCircle, unit_days.WrongDay)


@require_safe
def settings(request: AuthenticatedRequest) -> HttpResponse:
    """Show the tree with its positions and who holds them today."""
    require(request.user, "organisation.manage")
    kept = Unit.objects.kept_by(request.user)
    tree = trees.tree(offices.with_positions().filter(pk__in=kept))
    return page(request, "organisation/units.html", {"tree": tree})


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: AuthenticatedRequest) -> HttpResponse:
    """Make a unit below another."""
    require(request.user, "organisation.manage")
    initial = {"parent": request.GET.get("induk")}
    form = UnitForm(request.POST or None, initial=initial, keeper=request.user)
    if request.method == "POST" and form.is_valid():
        parent, at = form.cleaned_data["parent"], timezone.now()
        _may_stand(request, parent)
        try:
            units.create(form.details(), parent=parent, by=request.user, at=at)
        except units.UnitNameTaken as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("Unit ditambahkan"))
            return redirect("organisation:settings")
    status = 422 if form.errors else 200
    return page(request, "organisation/unit.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change a unit."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    initial = {name: getattr(unit, name) for name in UnitForm.base_fields}
    form = UnitForm(request.POST or None, initial=initial, keeper=request.user, unit=unit)
    if request.method == "POST" and form.is_valid():
        parent, at = form.cleaned_data["parent"], timezone.now()
        if parent != unit.parent:
            _may_stand(request, parent)
        try:
            units.change(unit, form.details(), parent=parent, by=request.user, at=at)
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Unit disimpan"))
            return redirect("organisation:settings")
    context = {"form": form, "unit": unit}
    return page(request, "organisation/unit.html", context, status=422 if form.errors else 200)


@require_POST
def set_active(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Close a unit or open it again."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    active = request.POST.get("active") == "yes"
    try:
        units.set_active(unit, active=active, by=request.user, at=timezone.now())
    except units.StillInUse as error:
        messages.warning(request, str(error))
        return redirect("organisation:unit", unit.pk)
    messages.success(request, _("Unit dibuka kembali") if active else _("Unit ditutup"))
    return redirect("organisation:settings")


@require_http_methods(["GET", "HEAD", "POST"])
def create_position(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Make a position in a unit."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    form = PositionForm(request.POST or None, initial={"is_active": True})
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        try:
            positions.create(
                unit, given["title"], is_head=given["is_head"], by=request.user, at=at
            )
        except positions.TitleTaken as error:
            form.add_error("title", str(error))
        else:
            messages.success(request, _("Jabatan ditambahkan"))
            return redirect("organisation:settings")
    context = {"form": form, "unit": unit}
    return page(request, "organisation/position.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change_position(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change a position, or let it be abolished."""
    seen = Position.objects.visible_to(request.user).select_related("unit")
    position = get_object_or_404(seen, pk=pk)
    require(request.user, "organisation.manage", position.unit)
    initial = {name: getattr(position, name) for name in PositionForm.base_fields}
    form = PositionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        title, head, active = (
            form.cleaned_data[name] for name in ("title", "is_head", "is_active")
        )
        at = timezone.now()
        try:
            positions.change(
                position, title=title, is_head=head, active=active, by=request.user, at=at
            )
        except positions.TitleTaken as error:
            form.add_error("title", str(error))
        else:
            messages.success(request, _("Jabatan disimpan"))
            return redirect("organisation:settings")
    context = {"form": form, "unit": position.unit, "position": position}
    return page(request, "organisation/position.html", context, status=422 if form.errors else 200)


def _may_stand(request: AuthenticatedRequest, parent: Unit | None) -> None:
    """Ask for the care of the unit above; without one it is an office, and asks for the care of the whole."""
    if parent is None:
        require(request.user, "organisation.manage_office")
    else:
        require(request.user, "organisation.manage", parent)
