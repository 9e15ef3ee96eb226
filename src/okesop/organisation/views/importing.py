"""Units, positions and people from Excel: the workbook to fill in, what it would change, and writing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.accounts.domain import accounts
from okesop.organisation.domain import assignments, people, positions, unit_days, units
from okesop.organisation.domain.importing import (
    planning,
    reading,
    template,
    uploads,
    writing,
)
from okesop.organisation.domain.importing.plan import Plan
from okesop.organisation.forms.workbook import WorkbookForm
from okesop.organisation.models import Upload
from okesop.ui.http import AuthenticatedRequest, page, require
from okesop.ui.workbook import send

SHOWN = 500
REFUSALS = (
    writing.NotClean,
    units.UnitNameTaken,
    unit_days.WrongDay,
    unit_days.WouldCircle,
    positions.TitleTaken,
    people.NipTaken,
    accounts.NameTaken,
    assignments.AlreadyHeld,
    assignments.EndsBeforeItBegins,
)


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: AuthenticatedRequest) -> HttpResponse:
    """Take a workbook; tell all that is wrong in it, or lead on to what it would change."""
    require(request.user, "organisation.manage_office")
    form = WorkbookForm(request.POST or None, request.FILES or None)
    problems: list[reading.Problem] = []
    if request.method == "POST" and form.is_valid():
        at, given = timezone.now(), form.cleaned_data["workbook"]
        data = given.read()
        try:
            problems = _plan(data).problems
        except reading.Unreadable as error:
            form.add_error("workbook", str(error))
        else:
            if not problems:
                uploads.keep(request.user, given.name, data, at=at)
                return redirect("organisation:import-preview")
    context = {"form": form, "problems": problems[:SHOWN], "total": len(problems)}
    refused = problems or form.errors
    return page(request, "organisation/import.html", context, status=422 if refused else 200)


@require_safe
def preview(request: AuthenticatedRequest) -> HttpResponse:
    """Show what the workbook would change."""
    require(request.user, "organisation.manage_office")
    waiting = uploads.kept(request.user)
    if waiting is None:
        return redirect("organisation:import")
    return _preview(request, waiting)


@require_POST
def write(request: AuthenticatedRequest) -> HttpResponse:
    """Write what was looked at; where the office changed since, it is shown anew."""
    require(request.user, "organisation.manage_office")
    waiting = uploads.kept(request.user)
    if waiting is None:
        return redirect("organisation:import")
    planned = _plan(bytes(waiting.data))
    if planned.problems or uploads.mark(planning.changes(planned)) != request.POST.get("mark"):
        messages.warning(request, _("Data kantor berubah sejak pratinjau. Periksa sekali lagi."))
        return redirect("organisation:import-preview")
    try:
        count = writing.write(planned, by=request.user, at=timezone.now())
    except REFUSALS as error:
        messages.warning(request, _("Tidak ada yang ditulis. %(why)s") % {"why": error})
        return redirect("organisation:import-preview")
    uploads.drop(request.user)
    said = ngettext("%(n)s data ditulis", "%(n)s data ditulis", count) % {"n": count}
    messages.success(request, said)
    return redirect("organisation:settings")


@require_safe
def workbook(request: AuthenticatedRequest) -> HttpResponse:
    """Send the workbook to fill in, with an example or with what is stored."""
    require(request.user, "organisation.manage_office")
    filled = request.GET.get("isi") == "ya"
    name = "data-kantor.xlsx" if filled else "contoh-data-kantor.xlsx"
    return send(template.template(filled=filled), name)


def _plan(data: bytes) -> Plan:
    return planning.plan(reading.read(data), today=timezone.localdate())


def _preview(request: AuthenticatedRequest, waiting: Upload) -> HttpResponse:
    planned = _plan(bytes(waiting.data))
    changes = planning.changes(planned)
    context = {
        "upload": waiting,
        "problems": planned.problems[:SHOWN],
        "changes": changes[:SHOWN],
        "total": len(changes),
        "fresh": sum(change.is_new for change in changes),
        "mark": uploads.mark(changes),
    }
    return page(request, "organisation/import_preview.html", context)
