"""What a person was told: the list behind the bell."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from okesop.notifications.domain import reading
from okesop.notifications.domain.queries import notifications
from okesop.notifications.models import Notification
from okesop.tasks.domain.queries import progress
from okesop.ui.http import AuthenticatedRequest, page

UNREAD = "belum"


@require_safe
def listing(request: AuthenticatedRequest) -> HttpResponse:
    """Show what the person was told, the latest first, and his long work above it."""
    unread = request.GET.get("tampil") == UNREAD
    before = _place(request.GET.get("sebelum", ""))
    context = {
        "leaf": notifications.leaf(request.user, unread=unread, before=before),
        "unread_only": unread,
        "unread": notifications.unread_count(request.user),
        "works": [] if before else progress.lately(request.user, at=timezone.now()),
        "today": timezone.localdate(),
    }
    return page(request, "notifications/list.html", context, partial="told")


@require_safe
def open_one(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Lead to what it is about; whoever opens it has read it."""
    told = get_object_or_404(Notification.objects.visible_to(request.user), pk=pk)
    if request.method == "GET":
        reading.read(told, at=timezone.now())
    return redirect(told.url)


@require_POST
def mark(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Mark one as read, or as not read."""
    told = get_object_or_404(Notification.objects.visible_to(request.user), pk=pk)
    if request.POST.get("dibaca") == "1":
        reading.read(told, at=timezone.now())
    else:
        reading.unread(told)
    return redirect(_back(request))


@require_POST
def mark_all(request: AuthenticatedRequest) -> HttpResponse:
    """Mark everything as read."""
    if reading.read_all(request.user, at=timezone.now()):
        messages.success(request, _("Semua pemberitahuan ditandai sudah dibaca"))
    return redirect("notifications:list")


def _back(request: HttpRequest) -> str:
    unread = request.POST.get("tampil") == UNREAD
    return reverse("notifications:list") + (f"?tampil={UNREAD}" if unread else "")


def _place(text: str) -> tuple[datetime, int] | None:
    at, _line, pk = text.rpartition("_")
    try:
        moment = parse_datetime(at)
    except ValueError:
        return None
    if moment is None or not moment.tzinfo or not pk.isascii() or not pk.isdecimal():
        return None
    return moment, min(int(pk), 2**63 - 1)
