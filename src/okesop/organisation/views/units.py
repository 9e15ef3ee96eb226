"""The tree of units: today's to be changed, that of any day to be looked at."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.organisation.domain import unit_days, units
from okesop.organisation.domain.queries import offices
from okesop.organisation.domain.queries import units as trees
from okesop.organisation.forms.units import ClosingForm, MergingForm, UnitForm
from okesop.organisation.models import Position, Unit
from okesop.ui.http import AuthenticatedRequest, page, require

REFUSALS = (
    units.StillInUse,
    units.UnitNameTaken,
    unit_days.WouldCircle,
    unit_days.WrongDay,
)


@require_safe
def settings(request: AuthenticatedRequest) -> HttpResponse:
    """Show the tree with its positions and who holds them, today or on the day that is asked for."""
    require(request.user, "organisation.manage")
    today = timezone.localdate()
    day = min(_day(request.GET.get("pada", "")) or today, today)
    kept = Unit.objects.kept_by(request.user)
    is_large = offices.are_many(Position.objects.filter(unit__in=kept))
    rows = kept if is_large else offices.with_positions(on=day).filter(pk__in=kept)
    tree = trees.tree(rows) if day == today else trees.tree_on(day, rows)
    strengths = offices.strengths((one.unit for one in tree), on=day) if is_large else {}
    context = {
        "tree": [(branch, strengths.get(branch.unit.pk)) for branch in tree],
        "day": day,
        "today": today,
        "is_past": day < today,
    }
    return page(request, "organisation/units.html", context)


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: AuthenticatedRequest) -> HttpResponse:
    """Make a unit below another."""
    require(request.user, "organisation.manage")
    initial = {"parent": request.GET.get("induk"), "since": timezone.localdate()}
    form = UnitForm(request.POST or None, initial=initial, keeper=request.user)
    if request.method == "POST" and form.is_valid():
        place, at = form.place_since(), timezone.now()
        _may_stand(request, place["parent"])
        try:
            units.create(form.details(), **place, by=request.user, at=at)
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Unit ditambahkan"))
            return redirect("organisation:settings")
    status = 422 if form.errors else 200
    return page(request, "organisation/unit.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Change a unit."""
    unit = _managed(request, pk)
    initial = {name: getattr(unit, name) for name in (*units.FIELDS, "parent")}
    form = UnitForm(request.POST or None, initial=initial, keeper=request.user, unit=unit)
    if request.method == "POST" and form.is_valid():
        place, at = form.place_since(), timezone.now()
        if place["parent"] != unit.parent:
            _may_stand(request, place["parent"])
        try:
            units.change(unit, form.details(), **place, by=request.user, at=at)
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Unit disimpan"))
            return redirect("organisation:settings")
    return _page(request, pk, form=form)


@require_POST
def set_active(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Close a unit or open it again."""
    unit = _managed(request, pk)
    active = request.POST.get("active") == "yes"
    form = ClosingForm(request.POST)
    if form.is_valid():
        since, at = form.cleaned_data["since"], timezone.now()
        try:
            units.set_active(unit, active=active, since=since, by=request.user, at=at)
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            said = _("Unit dibuka kembali") if active else _("Unit ditutup")
            messages.success(request, said)
            return redirect("organisation:settings")
    return _page(request, pk, closing=form)


@require_POST
def merge(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Let another unit take over what a unit did."""
    unit = _managed(request, pk)
    form = MergingForm(request.POST, keeper=request.user, unit=unit)
    if form.is_valid():
        into, since = form.cleaned_data["into"], form.cleaned_data["since"]
        try:
            units.merge(unit, into, since=since, by=request.user, at=timezone.now())
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Unit digabungkan"))
            return redirect("organisation:settings")
    return _page(request, pk, merging=form)


def _managed(request: AuthenticatedRequest, pk: int) -> Unit:
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage", unit)
    return unit


def _page(request: AuthenticatedRequest, pk: int, **forms: Any) -> HttpResponse:
    """Answer with the page of a unit as it is stored; a form that was refused keeps what was typed."""
    unit = Unit.objects.select_related("parent", "merged_into").get(pk=pk)
    today = {"since": timezone.localdate()}
    written = {name: getattr(unit, name) for name in (*units.FIELDS, "parent")}
    context = {
        "unit": unit,
        "form": UnitForm(initial={**written, **today}, keeper=request.user, unit=unit),
        "closing": ClosingForm(initial=today),
        "merging": MergingForm(initial=today, keeper=request.user, unit=unit),
        "states": unit.states.select_related("parent").order_by("-from_on"),
        "manned": offices.with_positions().get(pk=pk),
        **{name: form for name, form in forms.items() if form.is_bound},
    }
    refused = any(form.errors for form in forms.values())
    return page(request, "organisation/unit.html", context, status=422 if refused else 200)


def _may_stand(request: AuthenticatedRequest, parent: Unit | None) -> None:
    """Ask for the care of the unit above; without one it is an office, and asks for the care of the whole."""
    if parent is None:
        require(request.user, "organisation.manage_office")
    else:
        require(request.user, "organisation.manage", parent)
