"""What the code on paper leads to: is this paper still in force? No sign-in, no person named."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from okesop.adapters.qr import qr_svg
from okesop.audit import origin
from okesop.procedures.domain import paper
from okesop.procedures.domain.queries import verdicts
from okesop.procedures.rates import Rate
from okesop.procedures.views.detail import shown
from okesop.ui.http import AuthenticatedRequest, page

LOOKS = Rate("public", most=60, seconds=60)
"""A whole office shares an address and scans now and then; who asks more often is guessing."""
GUESSES = Rate("public.guess", most=10, seconds=60)
TEMPLATE = "procedures/public.html"


@login_not_required
@require_safe
def public(request: HttpRequest, code: str) -> HttpResponse:
    """Say in one word whether the paper with this code is in force."""
    client = origin.address(request)
    if LOOKS.is_over(client) or GUESSES.is_over(client):
        return _answer(request, verdicts.SLOW_DOWN, 429)
    LOOKS.count(client)
    found = verdicts.of(code, at=timezone.now())
    if found is None:
        GUESSES.count(client)
        return _answer(request, verdicts.UNKNOWN, 404)
    return _answer(request, found, 200)


@login_not_required
@require_safe
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Send the PDF of a version that is open to everybody."""
    client = origin.address(request)
    version = None if LOOKS.is_over(client) else verdicts.open_version(code)
    LOOKS.count(client)
    if version is None:
        raise Http404
    made = paper.sealed(version)
    response = HttpResponse(made, content_type="application/pdf")
    name = f"SOP {version}.pdf"[:120]
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def picture(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Draw the code of a version, for its page."""
    version = shown(request, key, number)
    if not version.code:
        raise Http404
    drawn = qr_svg(paper.stamp(version.code).address)
    response = HttpResponse(drawn, content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=86400"
    return response


def _answer(request: HttpRequest, verdict: verdicts.Verdict, status: int) -> HttpResponse:
    context = {"verdict": verdict, "sample": settings.DEMO}
    response = page(request, TEMPLATE, context, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    if status == 429:  # noqa: PLR2004 -- too many requests
        response["Retry-After"] = str(LOOKS.seconds)
    return response
