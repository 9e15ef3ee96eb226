"""Waivers, comments and history of a draft, and the pickers of the editor."""

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone

from okesop.procedures.domain import comments, waivers
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.queries import desk, history, notes, offers
from okesop.procedures.forms import payload
from okesop.procedures.forms.payload import Malformed
from okesop.procedures.models import Comment, Version
from okesop.procedures.views.api import endpoint
from okesop.ui.http import AuthenticatedRequest


@endpoint("POST")
def waive(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Set a finding aside with a reason, or let it ask again."""
    body = payload.read(request.body)
    rule, place, reason = body.name("rule"), body.place("place"), body.text("reason", longest=2000)
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        if body.data.get("reason") is None:
            version, found = waivers.take_back(version, rule=rule, place=place, **who)
        else:
            version, found = waivers.waive(version, rule=rule, place=place, reason=reason, **who)
    except waivers.NotWaivable as error:
        raise Malformed(str(error)) from error
    return JsonResponse({"findings": desk.findings(found)})


@endpoint("GET", "POST")
def comment(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Note something, answer a note, or read what was noted."""
    if request.method == "POST":
        body = payload.read(request.body)
        text, place, noted = (
            body.text("text", longest=4000),
            body.place("place"),
            body.number("answers"),
        )
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        try:
            if noted:
                comments.answer(_found(version, noted), text=text, **who)
            else:
                comments.add(version, place=place, text=text, **who)
        except (comments.EmptyComment, comments.NoSuchPlace) as error:
            raise Malformed(str(error)) from error
    return JsonResponse({"comments": notes.of(version, documents.read(version))})


def _found(version: Version, pk: int) -> Comment:
    found = version.comments.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@endpoint("POST")
def settle(request: AuthenticatedRequest, version: Version, pk: int) -> HttpResponse:
    """Mark a note as done, or open it again."""
    done = payload.read(request.body).flag("done")
    comments.settle(_found(version, pk), done=done, by=request.user, at=timezone.now())
    return JsonResponse({"comments": notes.of(version, documents.read(version))})


@endpoint("GET")
def past(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Tell what was done, a page at a time."""
    before = payload.query(request.GET).number("before")
    return JsonResponse(history.page(version, before=before or None))


@endpoint("GET")
def positions(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Offer positions of any unit as performers."""
    words = payload.query(request.GET).text("q", longest=200)
    return JsonResponse({"positions": offers.positions(words, version)})


@endpoint("GET")
def related(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Offer titles of other SOPs."""
    words = payload.query(request.GET).text("q", longest=200)
    return JsonResponse({"items": offers.titles(words, version, request.user)})


@endpoint("GET")
def regulations(request: AuthenticatedRequest, _version: Version) -> HttpResponse:
    """Offer legal bases that were used before."""
    words = payload.query(request.GET).text("q", longest=500)
    return JsonResponse({"items": offers.regulations(words, request.user)})
