"""Handing over at a rotation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from okesop.organisation.domain import belongings, handover_paper, handovers
from okesop.organisation.forms.handover import HandoverForm
from okesop.organisation.models import Assignment, Handover
from okesop.ui.http import AuthenticatedRequest, page, require

SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Show what the holder of a position has in hand, and pass it on."""
    rows = Assignment.objects.select_related("person__user", "position__unit")
    held = get_object_or_404(rows, pk=pk)
    require(request.user, "organisation.manage", held.position.unit)
    form = HandoverForm(request.POST or None, assignment=held)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = handovers.hand_over(
            held, taker=given["taker"], note=given["note"], by=request.user, at=timezone.now()
        )
        messages.success(request, _("Serah terima dicatat"))
        return redirect("organisation:handover", made.pk)
    items = belongings.in_hand(held.position, held.person)
    context = {"form": form, "held": held, "items": items[:SHOWN], "total": len(items)}
    status = 422 if form.errors else 200
    return page(request, "organisation/hand_over.html", context, status=status)


@require_safe
def handover(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Show a handing-over."""
    made = _seen(request, pk)
    items = made.items.all()
    context = {"made": made, "held": made.assignment, "items": items[:SHOWN], "total": len(items)}
    return page(request, "organisation/handover.html", context)


@require_safe
def paper(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Send the paper of a handing-over."""
    made = _seen(request, pk)
    response = HttpResponse(handover_paper.pdf(made), content_type="application/pdf")
    name = f"Serah Terima {made.assignment.position}.pdf"[:120]
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _seen(request: AuthenticatedRequest, pk: int) -> Handover:
    """Return a handing-over to those who gave or took it, and to whoever looks after the unit."""
    rows = Handover.objects.select_related(
        "assignment__person", "assignment__position__unit", "taker"
    )
    made = get_object_or_404(rows, pk=pk)
    parties = {made.assignment.person.user_id, made.taker.user_id if made.taker else None}
    if request.user.pk not in parties:
        require(request.user, "organisation.manage", made.assignment.position.unit)
    return made
