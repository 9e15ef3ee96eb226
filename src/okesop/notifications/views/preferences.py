"""How a person wants to be told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.notifications import office
from okesop.notifications.domain import preferring
from okesop.notifications.forms import PreferenceForm
from okesop.ui.http import AuthenticatedRequest, page


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: AuthenticatedRequest) -> HttpResponse:
    """Show the choice, and keep another one."""
    kept, mails = preferring.of(request.user), office.mails()
    form = PreferenceForm(request.POST or None, preference=kept, mails=mails)
    if request.method == "POST" and form.is_valid():
        if preferring.prefer(request.user, form.choice(), at=timezone.now()):
            messages.success(request, _("Tersimpan. Buka tautan yang dikirim ke alamat itu."))
        else:
            messages.success(request, _("Pilihan pemberitahuan disimpan"))
        return redirect("notifications:preferences")
    context = {"form": form, "preference": kept, "mails": mails}
    status = 422 if form.errors else 200
    return page(request, "notifications/preferences.html", context, status=status)


@require_POST
def ask_again(request: AuthenticatedRequest) -> HttpResponse:
    """Send the link that confirms the address again."""
    if office.mails() and preferring.of(request.user).address:
        preferring.ask_again(request.user)
        messages.success(request, _("Tautan dikirim lagi"))
    return redirect("notifications:preferences")


@require_safe
def confirm(request: AuthenticatedRequest, signed: str) -> HttpResponse:
    """Believe an address whose link was followed by its person."""
    try:
        preferring.confirm(request.user, signed, at=timezone.now())
    except preferring.NoConfirmation as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Alamat e-mail dikonfirmasi"))
    return redirect("notifications:preferences")
