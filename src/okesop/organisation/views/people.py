"""People: their names, accounts, codes and positions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.accounts.domain import accounts, codes
from okesop.accounts.models import User
from okesop.organisation.domain import assignments, belongings, people
from okesop.organisation.domain.queries import people as found
from okesop.organisation.forms.people import AssignmentForm, EndForm, PersonForm, UnitForm
from okesop.organisation.models import Assignment, Person, Unit
from okesop.ui.http import AuthenticatedRequest, page, require

ROWS = 50
NAMES = (people.NipTaken, accounts.NameTaken)
ASSIGNING = (assignments.AlreadyHeld, assignments.NeedsAnEnd, assignments.EndsBeforeItBegins)


@require_safe
def listing(request: AuthenticatedRequest) -> HttpResponse:
    """Show people, found by name or NIP."""
    require(request.user, "organisation.manage")
    words = request.GET.get("cari", "")[:100]
    pages = Paginator(found.found(words), ROWS)
    rows = pages.get_page(request.GET.get("halaman"))
    return page(
        request, "organisation/people.html", {"rows": rows, "words": words}, partial="results"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: AuthenticatedRequest) -> HttpResponse:
    """Take a person in."""
    require(request.user, "organisation.manage")
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = people.enrol(form.details(), by=request.user, at=timezone.now())
        except NAMES as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Orang ditambahkan"))
            return redirect("organisation:person", person.pk)
    status = 422 if form.errors else 200
    return page(request, "organisation/person_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Show and change a person."""
    require(request.user, "organisation.manage")
    who = get_object_or_404(Person.objects.select_related("user"), pk=pk)
    form = PersonForm(request.POST or None, initial=_written(who))
    if request.method == "POST":
        require(request.user, "organisation.manage_person", who)
    if request.method == "POST" and form.is_valid():
        try:
            people.change(who, form.details(), by=request.user, at=timezone.now())
        except NAMES as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Data orang disimpan"))
            return redirect("organisation:person", pk)
    return _page(request, who, form=form, status=422 if form.errors else 200)


@require_POST
def assign(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Give a position to a person."""
    require(request.user, "organisation.manage")
    who = get_object_or_404(Person.objects.select_related("user"), pk=pk)
    form = AssignmentForm(request.POST, keeper=request.user)
    if form.is_valid():
        given = dict(form.cleaned_data)
        position = given.pop("position")
        try:
            assignments.assign(who, position, **given, by=request.user, at=timezone.now())
        except ASSIGNING as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Jabatan diberikan"))
            return redirect("organisation:person", pk)
    return _page(request, who, assignment=form, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Let an assignment end."""
    held = get_object_or_404(Assignment.objects.select_related("person", "position__unit"), pk=pk)
    require(request.user, "organisation.manage", held.position.unit)
    form = EndForm(request.POST or None, initial={"until_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        last = form.cleaned_data["until_on"]
        try:
            assignments.end(held, until_on=last, by=request.user, at=timezone.now())
        except assignments.EndsBeforeItBegins as error:
            form.add_error("until_on", str(error))
        else:
            messages.success(request, _("Penugasan diakhiri"))
            if belongings.in_hand(held.position, held.person):
                return redirect("organisation:hand-over", held.pk)
            return redirect("organisation:person", held.person_id)
    context = {"form": form, "held": held}
    return page(request, "organisation/end.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def issue_code(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Make a one-time code and show it, this once."""
    account = get_object_or_404(User.objects.active().select_related("person"), person__pk=pk)
    require(request.user, "organisation.manage_person", account.person)
    code = codes.issue(account, by=request.user, at=timezone.now())
    return page(request, "organisation/code.html", {"person": account.person, "code": code})


@require_POST
def set_account(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Close or open an account, give or take the care of the office."""
    require(request.user, "accounts.manage")
    account = get_object_or_404(User, person__pk=pk)
    wish, at = request.POST.get("wish", ""), timezone.now()
    try:
        accounts.grant(account, wish, by=request.user, at=at)
    except accounts.LastAdministrator as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("Akun disimpan"))
    return redirect("organisation:person", pk)


def _page(
    request: AuthenticatedRequest,
    who: Person,
    *,
    form: PersonForm | None = None,
    assignment: AssignmentForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "person": who,
        "form": form or PersonForm(initial=_written(who)),
        "assignment": assignment or _new_assignment(request),
        "choosing": UnitForm(request.GET or None),
        "history": found.history(who),
        "today": timezone.localdate(),
        "open_code": who.user.codes.open().first() if who.user else None,
        "is_kept": request.user.has_perm("organisation.manage_person", who),
        "kept_units": set(Unit.objects.kept_by(request.user).values_list("pk", flat=True)),
    }
    return page(request, "organisation/person.html", context, status=status)


def _new_assignment(request: AuthenticatedRequest) -> AssignmentForm:
    unit = UnitForm(request.GET or None).chosen()
    initial = {"from_on": timezone.localdate()}
    return AssignmentForm(initial=initial, keeper=request.user, unit=unit)


def _written(who: Person) -> dict[str, str | None]:
    username = who.user.username if who.user else None
    return {"name": who.name, "nip": who.nip, "rank": who.rank, "username": username}
