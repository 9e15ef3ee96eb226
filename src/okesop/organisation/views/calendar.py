"""The work calendar: hours of the week and holidays."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.organisation.domain import holidays, work_weeks
from okesop.organisation.domain.queries import calendar as found
from okesop.organisation.forms.calendar import HolidayForm, WeekForm
from okesop.organisation.models import Holiday, WorkWeek
from okesop.ui.http import AuthenticatedRequest, page, require

YEARS = range(2000, 2101)


@require_safe
def calendar(request: AuthenticatedRequest) -> HttpResponse:
    """Show the hours of the week and the holidays of a year."""
    require(request.user, "organisation.manage")
    return _page(request, HolidayForm())


@require_POST
def add_holiday(request: AuthenticatedRequest) -> HttpResponse:
    """Add a holiday."""
    require(request.user, "organisation.manage_office")
    form = HolidayForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            holidays.add(
                given["day"], given["name"], given["kind"], by=request.user, at=timezone.now()
            )
        except holidays.DayTaken as error:
            form.add_error("day", str(error))
        else:
            messages.success(request, _("Hari libur ditambahkan"))
            return _back(given["day"].year)
    return _page(request, form, status=422)


@require_POST
def fill(request: AuthenticatedRequest) -> HttpResponse:
    """Add the national holidays that come with the product, and the usual hours where there are none."""
    require(request.user, "organisation.manage_office")
    at = timezone.now()
    work_weeks.begin(by=request.user, at=at)
    count = holidays.fill(by=request.user, at=at)
    said = ngettext("%(n)s hari libur ditambahkan", "%(n)s hari libur ditambahkan", count)
    messages.success(request, said % {"n": count})
    return redirect("organisation:calendar")


@require_POST
def holiday(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Note that a holiday was checked, or take it away."""
    require(request.user, "organisation.manage_office")
    one, at = get_object_or_404(Holiday, pk=pk), timezone.now()
    if request.POST.get("wish") == "check":
        holidays.check(one, by=request.user, at=at)
        messages.success(request, _("Ditandai sudah diperiksa"))
    elif request.POST.get("wish") == "remove":
        holidays.take_away(one, by=request.user, at=at)
        messages.success(request, _("Hari libur dihapus"))
    return _back(one.day.year)


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: AuthenticatedRequest) -> HttpResponse:
    """Decide the hours of the week from a day on."""
    require(request.user, "organisation.manage_office")
    form = WeekForm(request.POST or None, initial=_initial(request.GET.get("dari", "")))
    if request.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        try:
            work_weeks.decide(
                given["name"], given["from_on"], form.hours(), by=request.user, at=at
            )
        except work_weeks.NoHours as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Jam kerja disimpan"))
            return redirect("organisation:calendar")
    status = 422 if form.errors else 200
    return page(request, "organisation/week.html", {"form": form}, status=status)


@require_POST
def take_week_away(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Forget hours of the week."""
    require(request.user, "organisation.manage_office")
    try:
        work_weeks.take_away(
            get_object_or_404(WorkWeek, pk=pk), by=request.user, at=timezone.now()
        )
    except work_weeks.NoHours as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("Jam kerja dihapus"))
    return redirect("organisation:calendar")


def _initial(pk: str) -> dict[str, object]:
    stored = WorkWeek.objects.prefetch_related("hours")
    known = stored.filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() else None
    return WeekForm.written(known, since=timezone.localdate())


def _back(year: int) -> HttpResponse:
    return redirect(f"{reverse('organisation:calendar')}?tahun={year}")


def _page(request: AuthenticatedRequest, form: HolidayForm, *, status: int = 200) -> HttpResponse:
    typed = request.GET.get("tahun", "")
    year = int(typed) if typed.isascii() and typed.isdigit() else 0
    year = year if year in YEARS else timezone.localdate().year
    days = Holiday.objects.filter(day__range=(date(year, 1, 1), date(year, 12, 31)))
    context = {
        "form": form,
        "year": year,
        "holidays": days,
        "to_check": sum(one.to_check for one in days),
        "weeks": found.weeks(),
        "keeps": request.user.has_perm("organisation.manage_office"),
    }
    return page(request, "organisation/calendar.html", context, status=status)
