"""Settings for the life of SOPs, kept by administrators: public address, numbers, hands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from okesop.procedures.domain import chains, numbering, numbers, public_addresses
from okesop.procedures.domain.numbers import Slip
from okesop.procedures.domain.queries import numberings
from okesop.procedures.forms.settings import (
    AddressForm,
    ChainForm,
    KeptNumberForm,
    NumberingForm,
)
from okesop.procedures.views.moving import WRONG
from okesop.ui.http import AuthenticatedRequest, page, require

FORM = ("GET", "HEAD", "POST")


@require_http_methods(FORM)
def address(request: AuthenticatedRequest) -> HttpResponse:
    """Set where the codes on paper lead to."""
    require(request.user, "procedures.keep_office")
    known = public_addresses.current()
    form = AddressForm(request.POST or None, initial={"alamat": known})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["alamat"]
        try:
            public_addresses.choose(typed, by=request.user, at=timezone.now())
        except public_addresses.WrongAddress as error:
            form.add_error("alamat", str(error))
        else:
            messages.success(request, _("Alamat umum disimpan"))
            return redirect("procedures:set-address")
    context = {"form": form, "known": known, "fixed": public_addresses.is_fixed()}
    status = WRONG if form.errors else 200
    return page(request, "procedures/settings/address.html", context, status=status)


@require_http_methods(FORM)
def numbered(request: AuthenticatedRequest) -> HttpResponse:
    """Set how SOPs are numbered; show what was kept free."""
    require(request.user, "procedures.keep_office")
    form = NumberingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            numbers.arrange(
                _slip(request, given),
                template=given["templat"],
                classification=given["klasifikasi"],
            )
        except numbering.WrongTemplate as error:
            form.add_error("templat", str(error))
        else:
            messages.success(request, _("Penomoran disimpan"))
            return redirect("procedures:set-numbers")
    return _numbers(request, form, KeptNumberForm())


@require_POST
def keep_number(request: AuthenticatedRequest) -> HttpResponse:
    """Reserve the next number, or insert one, with the reason."""
    require(request.user, "procedures.keep_office")
    form = KeptNumberForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        slip, reason = _slip(request, given), given["alasan"]
        try:
            if given["sesudah"]:
                number = numbers.insert(slip, after=given["sesudah"], reason=reason)
            else:
                number = numbers.reserve(slip, reason=reason)
        except numbers.NoNumber as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("%(number)s disimpan untuk nanti") % {"number": number})
            return redirect("procedures:set-numbers")
    return _numbers(request, NumberingForm(), form)


@require_http_methods(FORM)
def hands(request: AuthenticatedRequest) -> HttpResponse:
    """Set through whose hands the SOPs of a unit go."""
    require(request.user, "procedures.keep_office")
    today = timezone.localdate()
    form = ChainForm(request.POST or None, initial={"sejak": today})
    if request.method == "POST" and form.is_valid():
        given, by, at = form.cleaned_data, request.user, timezone.now()
        asked = {"verified": given["verifikasi"], "from_on": given["sejak"]}
        try:
            chains.decide(given["unit"], approvers=form.approvers(), **asked, by=by, at=at)
        except chains.NoChain as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Alur pengesahan disimpan"))
            return redirect("procedures:set-hands")
    context = {"form": form, "ways": numberings.ways(today), "today": today}
    status = WRONG if form.errors else 200
    return page(request, "procedures/settings/hands.html", context, status=status)


def _slip(request: AuthenticatedRequest, given: "dict[str, object]") -> Slip:
    return Slip(given["unit"], timezone.localdate(), request.user, timezone.now())  # type: ignore[arg-type]  # a cleaned unit


def _numbers(
    request: AuthenticatedRequest, form: NumberingForm, kept: KeptNumberForm
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "form": form,
        "kept_form": kept,
        "registers": numberings.registers(today),
        "kept": numberings.kept(today),
        "year": today.year,
    }
    status = WRONG if form.errors or kept.errors else 200
    return page(request, "procedures/settings/numbers.html", context, status=status)
