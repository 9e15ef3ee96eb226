"""The emblem of the office."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.files.domain import emblems, pictures, store
from okesop.files.domain.queries import emblems as found
from okesop.files.forms import EmblemForm
from okesop.organisation.models import Unit
from okesop.ui.http import AuthenticatedRequest, page, require


@require_http_methods(["GET", "HEAD", "POST"])
def emblem(request: AuthenticatedRequest) -> HttpResponse:
    """Show the offices' emblems, and give one."""
    require(request.user, "organisation.manage_office")
    office = Unit.objects.roots().first()
    posted = request.method == "POST"
    form = EmblemForm(request.POST, request.FILES) if posted else EmblemForm()
    if posted and office and form.is_valid():
        uploaded = form.cleaned_data["picture"].read()
        try:
            emblems.give(office, uploaded, by=request.user, at=timezone.now())
        except pictures.NoPicture as error:
            form.add_error("picture", str(error))
        else:
            messages.success(request, _("Lambang disimpan"))
            return redirect("files:emblem")
    context = {"form": form, "office": office, "emblem": found.of(office) if office else None}
    return page(request, "files/emblem.html", context, status=422 if form.errors else 200)


@require_POST
def take(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Take the emblem of a unit away."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    require(request.user, "organisation.manage_office")
    if emblems.take(unit, by=request.user, at=timezone.now()):
        messages.success(request, _("Lambang dihapus"))
    return redirect("files:emblem")


@require_safe
def picture(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Send the emblem that a visible unit's form carries."""
    return carried_by(get_object_or_404(Unit.objects.visible_to(request.user), pk=pk))


def carried_by(unit: Unit) -> HttpResponse:
    """Answer with the emblem that a unit's form carries; raises `Http404` where it has none."""
    carried = found.of(unit)
    if carried is None:
        raise Http404
    response = HttpResponse(store.read(carried.file), content_type=carried.file.kind)
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
