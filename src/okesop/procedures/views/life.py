"""Submitting, taking back, revising, revoking: the acts beside a review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from okesop.procedures.domain import approving, life, reaching, revising
from okesop.procedures.domain.queries import review
from okesop.procedures.enums import Reach
from okesop.procedures.forms.life import MoveForm, ReachForm, RevokeForm
from okesop.procedures.views import detail
from okesop.procedures.views.moving import CONFLICT, REFUSALS, WRONG, hand
from okesop.ui.http import AuthenticatedRequest, page, require


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Say who receives the draft and what still stands in the way; hand it in."""
    version = detail.newest(request, key)
    require(request.user, "procedures.submit_version", version)
    error, status = "", 200
    if request.method == "POST":
        try:
            life.submit(version, hand=hand(request, MoveForm(request.POST)))
        except REFUSALS as refusal:
            error, status = str(refusal), CONFLICT
        else:
            messages.success(request, _("“%(title)s” diajukan.") % {"title": version})
            return redirect("procedures:version", key, version.number)
    context = review.of_draft(version, timezone.localdate()) | {"error": error}
    return page(request, "procedures/submit.html", context, status=status)


@require_POST
def take_back(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Take a version back and open it for writing."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.take_back_version", version)
    try:
        life.take_back(version, hand=hand(request, MoveForm(request.POST)))
    except REFUSALS as refusal:
        return detail.answer(request, version, error=str(refusal), status=CONFLICT)
    messages.success(request, _("“%(title)s” ditarik kembali.") % {"title": version})
    return redirect("procedures:editor", key)


@require_POST
def revise(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Begin the next version and open it for writing."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.revise_version", version)
    try:
        made = revising.revise(version, by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        return detail.answer(request, version, error=str(refusal), status=CONFLICT)
    messages.success(request, _("Versi %(number)d dimulai.") % {"number": made.number})
    return redirect("procedures:editor", key)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Ask from when and why; end the version."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.revoke_version", version)
    initial = {"sejak": timezone.localdate(), "giliran": version.turn}
    form = RevokeForm(request.POST or None, initial=initial)
    status = WRONG if form.errors else 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            moved = hand(request, form)
            approving.revoke(version, on=given["sejak"], reason=given["alasan"], hand=moved)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
            status = CONFLICT
        else:
            messages.success(request, _("“%(title)s” dicabut.") % {"title": version})
            return redirect("procedures:version", key, number)
    return page(
        request, "procedures/revoke.html", {"version": version, "form": form}, status=status
    )


@require_POST
def open_to(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Open an approved SOP to fewer or more readers."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.open_version", version)
    form = ReachForm(request.POST)
    if form.is_valid():
        reach = Reach(form.cleaned_data["pembaca"])
        reaching.open_to(version, reach, by=request.user, at=timezone.now())
        messages.success(request, _("Pembaca disimpan"))
    return redirect("procedures:version", key, number)
