"""Every component in every state: where a change of the theme is looked at."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from okesop.ui.forms import GalleryForm
from okesop.ui.http import AuthenticatedRequest, page
from okesop.ui.templatetags.ui import STATES

COLOURS = [
    ("Merek", "--brand-fill"),
    ("Merek lembut", "--brand-soft"),
    ("Perlu tindakan", "--amber-fill"),
    ("Lembut", "--amber-soft"),
    ("Terlambat, keliru", "--red-fill"),
    ("Lembut", "--red-soft"),
    ("Tinta", "--ink"),
    ("Tinta 2", "--ink-2"),
    ("Tinta 3", "--ink-3"),
    ("Garis", "--line"),
    ("Latar", "--canvas"),
    ("Rona", "--tint-2"),
]


@require_safe
def gallery(request: AuthenticatedRequest) -> HttpResponse:
    """Show the gallery, to developers, in the demo, and to administrators."""
    if not (settings.DEBUG or settings.DEMO or request.user.has_perm("accounts.manage")):
        raise Http404
    form = GalleryForm({"title": "SOP Peminjaman Kendaraan", "material": "on", "outcome": "stay"})
    form.is_valid()
    context = {"form": form, "states": STATES, "colours": COLOURS}
    return page(request, "ui/gallery.html", context)
