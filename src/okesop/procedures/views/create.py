"""A new SOP: what it starts from."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from okesop.organisation.models import Unit
from okesop.procedures.domain import drafting
from okesop.procedures.domain.queries import beginnings
from okesop.procedures.forms.create import CreateForm, token
from okesop.procedures.models.procedure import public_key
from okesop.ui.http import AuthenticatedRequest, page, require

TEMPLATE = "procedures/create.html"


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: AuthenticatedRequest) -> HttpResponse:
    """Offer the beginnings; make the draft and open it."""
    require(request.user, "procedures.create_draft")
    units = Unit.objects.visible_to(request.user).filter(is_active=True)
    form = CreateForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        return _begun(request, form)
    context = {
        "form": form,
        "units": units,
        "chosen_unit": form["unit"].value() or beginnings.own_unit(request.user),
        "token": token().sign(public_key()),
        "shelves": beginnings.shelves(),
        "copies": beginnings.copies(request.user, chosen=request.GET.get("salin", "")),
    }
    return page(request, TEMPLATE, context, status=422 if form.is_bound else 200)


def _begun(request: AuthenticatedRequest, form: CreateForm) -> HttpResponse:
    kind, name = form.cleaned_data["mulai"]
    unit = form.cleaned_data["unit"]
    try:
        origin = beginnings.origin(request.user, kind, name)
    except beginnings.NoSuchBeginning as error:
        raise Http404 from error
    now = timezone.now()
    title, key = form.cleaned_data["judul"], form.cleaned_data["tanda"]
    version = drafting.begin(origin, unit=unit, title=title, key=key, by=request.user, at=now)
    address = reverse("procedures:editor", args=[version.key])
    return HttpResponseRedirect(address + ("#tempel" if kind == "tempel" else ""))


@require_safe
@cache_control(private=True, max_age=86400)
def preview(_request: AuthenticatedRequest, name: str) -> HttpResponse:
    """Draw the chart of a ready SOP, small."""
    try:
        picture = beginnings.picture(name)
    except beginnings.NoSuchBeginning as error:
        raise Http404 from error
    return HttpResponse(picture, content_type="image/svg+xml")
