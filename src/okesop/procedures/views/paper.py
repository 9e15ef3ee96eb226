"""An SOP as PDF, and its pages as pictures."""

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from okesop.files.views.emblem import carried_by
from okesop.procedures.domain import paper as printing
from okesop.procedures.forms.paper import PaperForm
from okesop.procedures.views.detail import shown
from okesop.ui.http import AuthenticatedRequest
from okesop.ui.views import errors


@require_safe
def pdf(request: AuthenticatedRequest, key: str, number: int | None = None) -> HttpResponse:
    """Send the PDF, whole or a part of it, on the paper that was asked for."""
    version = shown(request, key, number)
    wanted = PaperForm(request.GET).wanted()
    try:
        made = printing.pdf(version, paper=wanted.paper, part=wanted.part)
    except printing.TooManyPagesError as error:
        return errors.answer(request, 422, _("SOP terlalu panjang untuk dicetak"), str(error))
    response = HttpResponse(made, content_type="application/pdf")
    name = f"SOP {version}.pdf"[:120]
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-cache"
    return response


@require_safe
def preview(request: AuthenticatedRequest, key: str, number: int | None = None) -> HttpResponse:
    """List the pages of the PDF as pictures."""
    version = shown(request, key, number)
    paper = PaperForm(request.GET).wanted().paper
    try:
        pages = printing.pictures(version, paper=paper)
    except printing.TooManyPagesError as error:
        return JsonResponse({"message": str(error)}, status=422)
    listed = [
        {
            "url": reverse(
                "procedures:preview-page",
                args=[key, version.number, paper, version.sha256[:16], place],
            ),
            "width": page.width,
            "height": page.height,
            "text": page.text,
        }
        for place, page in enumerate(pages, start=1)
    ]
    return JsonResponse({"pages": listed})


@require_safe
def picture(
    request: AuthenticatedRequest, key: str, number: int, paper: str, state: str, page: int
) -> HttpResponse:
    """Send one page of the PDF; ``state`` makes the address another one after every change."""
    version = shown(request, key, number)
    try:
        pages = printing.pictures(version, paper=PaperForm({"paper": paper}).wanted().paper)
    except printing.TooManyPagesError:
        raise Http404 from None
    if not 1 <= page <= len(pages):
        raise Http404
    response = HttpResponse(pages[page - 1].svg, content_type="image/svg+xml")
    response["Cache-Control"] = (
        "private, max-age=86400" if version.sha256.startswith(state) else "private, no-store"
    )
    return response


@require_safe
def emblem(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Send the emblem on a version's form to whoever may read the version, also from another unit."""
    return carried_by(shown(request, key, number).procedure.unit)
