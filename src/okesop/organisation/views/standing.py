"""A person's own positions, roles and delegations."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.organisation.domain import delegations
from okesop.organisation.domain.queries import people as found
from okesop.organisation.domain.queries import standing
from okesop.organisation.forms.rights import LoanForm
from okesop.organisation.models import Assignment, Delegation, Person
from okesop.ui.http import AuthenticatedRequest, page, require

OFFERED = 12


@require_safe
def mine(request: AuthenticatedRequest) -> HttpResponse:
    """Show what the person holds, lends and borrows."""
    day = timezone.localdate()
    context = {"standing": standing.of(request.user, day), "today": day}
    return page(request, "organisation/standing.html", context)


@require_safe
def choose(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Find the person to lend roles of a position to."""
    seat = _seat(request, pk)
    words = request.GET.get("cari", "")[:100]
    rows = found.found(words).filter(user__is_active=True).exclude(pk=seat.person_id)
    context = {"seat": seat, "words": words, "rows": rows[:OFFERED] if words else []}
    return page(request, "organisation/lend_to.html", context, partial="results")


@require_http_methods(["GET", "HEAD", "POST"])
def lend(request: AuthenticatedRequest, pk: int, person: int) -> HttpResponse:
    """Lend roles of a position to a person for a time."""
    seat = _seat(request, pk)
    whom = get_object_or_404(Person.objects.filter(user__is_active=True), pk=person)
    today = timezone.localdate()
    roles = delegations.lendable(seat, on=today)
    form = LoanForm(request.POST or None, roles=roles, initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            loan = form.loan(whom)
            delegations.delegate(seat, loan, by=request.user, at=timezone.now())
        except delegations.NotDelegable as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Peran didelegasikan"))
            return redirect("organisation:standing")
    context = {"form": form, "seat": seat, "whom": whom}
    return page(request, "organisation/lend.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """End a delegation of one's own."""
    rows = Delegation.objects.select_related("assignment__person")
    loan = get_object_or_404(rows.filter(assignment__person__user=request.user), pk=pk)
    require(request.user, "organisation.delegate", loan.assignment)
    delegations.end(loan, by=request.user, at=timezone.now())
    messages.success(request, _("Delegasi diakhiri"))
    return redirect("organisation:standing")


def _seat(request: AuthenticatedRequest, pk: int) -> Assignment:
    """Return a position that the person holds today; what is not his is not there for him."""
    held = standing.seats(request.user, timezone.localdate())
    seat = get_object_or_404(held, pk=pk)
    require(request.user, "organisation.delegate", seat)
    return seat
