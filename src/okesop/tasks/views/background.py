"""Background work: what waits, runs and failed, for administrators; long work, for whoever asked for it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from okesop.tasks.declared import REGISTER
from okesop.tasks.domain import handling
from okesop.tasks.domain.queries.overview import overview
from okesop.tasks.models import Progress
from okesop.ui.http import AuthenticatedRequest, page, require

KEEPS = "organisation.manage_office"  # whoever looks after the whole office


@require_safe
def background(request: AuthenticatedRequest) -> HttpResponse:
    """Show the background work."""
    require(request.user, KEEPS)
    return page(request, "tasks/background.html", {"work": overview(at=timezone.now())})


@require_POST
def try_again(request: AuthenticatedRequest, ref: str) -> HttpResponse:
    """Put a failed call back."""
    require(request.user, KEEPS)
    try:
        handling.try_again(ref, by=request.user, at=timezone.now())
    except handling.NotFailed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Pekerjaan dicoba lagi"))
    return redirect("tasks:background")


@require_POST
def give_up(request: AuthenticatedRequest, ref: str) -> HttpResponse:
    """Take a failed call out of the queue."""
    require(request.user, KEEPS)
    try:
        handling.give_up(ref, by=request.user, at=timezone.now())
    except handling.NotFailed as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Pekerjaan dibuang"))
    return redirect("tasks:background")


@require_POST
def run_now(request: AuthenticatedRequest, name: str) -> HttpResponse:
    """Run a daily task now."""
    require(request.user, KEEPS)
    task = REGISTER.get(name)
    if task is None or task.daily_at is None:
        raise Http404
    handling.run_now(task, by=request.user, at=timezone.now())
    messages.success(request, _("Pekerjaan dimulai. Hasilnya menunggu Anda di lonceng."))
    return redirect("tasks:background")


@require_safe
def progress(request: AuthenticatedRequest, handle: str) -> HttpResponse:
    """Show how far a person's long work is: the piece of a page that asks for itself again while it goes on."""
    work = get_object_or_404(Progress.objects.visible_to(request.user), handle=handle)
    return page(request, "tasks/progress_page.html", {"work": work}, partial="work")
