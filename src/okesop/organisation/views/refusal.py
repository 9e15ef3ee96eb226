"""The page for what somebody may not: it tells which role is missing and who can give it."""

from django.http import HttpRequest, HttpResponse

from okesop.organisation.domain.queries.lack import Lack, why_not
from okesop.ui.views import errors


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: somebody asked for what he may not do."""
    missing = _missing(request, exception)
    if missing is None:
        return errors.forbidden(request, exception)
    title, text = errors.FORBIDDEN, errors.OUT_OF_REACH
    template, more = "organisation/refusal.html", {"lack": missing}
    return errors.answer(request, 403, str(title), str(text), template=template, more=more)


def _missing(request: HttpRequest, exception: Exception) -> Lack | None:
    if len(exception.args) != 2 or not request.user.is_authenticated:  # noqa: PLR2004 -- what require() raises
        return None
    permission, obj = exception.args
    return why_not(request.user, permission, obj)
