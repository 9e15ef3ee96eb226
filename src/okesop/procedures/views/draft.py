"""The editor's addresses below ``/sop/<key>/draft/`` (docs/formats/editor-protocol.md)."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from okesop.core.readers.table import Unreadable
from okesop.procedures.domain import changes, pasting, presence, undoing
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.changes import Outcome, Stamp
from okesop.procedures.domain.queries import desk
from okesop.procedures.domain.sheet import draw
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.forms import payload
from okesop.procedures.forms.payload import Body, Malformed
from okesop.procedures.models import Version
from okesop.procedures.views.api import endpoint
from okesop.ui.http import AuthenticatedRequest


@endpoint("GET", "POST")
def exchange(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Store the tab's changes, or only hear what is new."""
    return _store(request, version) if request.method == "POST" else _poll(request, version)


@endpoint("POST")
def undo(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Take back, or do again, one's own latest change."""
    body = payload.read(request.body)
    stamp = _stamp(request, body)
    turn = undoing.redo if body.flag("redo") else undoing.undo
    sheet = body.sheet()
    return _answer(turn(version, stamp=stamp), stamp, body, sheet=sheet)


@endpoint("POST")
def drawing(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Draw the chart into the tab's rows and columns."""
    sheet = payload.read(request.body).sheet()
    if sheet is None:
        return JsonResponse({"drawing": None})
    return JsonResponse({"drawing": draw(documents.read(version), sheet)})


@endpoint("POST")
def paste(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    """Read a pasted table and say what it would become."""
    body = payload.read(request.body)
    try:
        plan = pasting.understood(
            documents.read(version),
            body.data.get("grid"),
            after=body.place("after"),
            mapping=body.names("mapping"),
            header_rows=body.number("header_rows") if body.has("header_rows") else None,
        )
    except Unreadable as error:
        raise Malformed(spoken(error.message)) from error
    return JsonResponse(plan)


def _store(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    body = payload.read(request.body)
    stamp = _stamp(request, body)
    proposals, sheet, cell = body.changes(), body.sheet(), body.place("cell")
    outcome = changes.apply_changes(version, proposals, stamp=stamp)
    presence.note(version, client=stamp.client, by=stamp.by, cell=cell, at=stamp.at)
    return _answer(outcome, stamp, body, sheet=sheet)


def _poll(request: AuthenticatedRequest, version: Version) -> HttpResponse:
    body = payload.query(request.GET)
    stamp = _stamp(request, body)
    presence.note(version, client=stamp.client, by=stamp.by, cell=body.place("cell"), at=stamp.at)
    return _answer(changes.as_it_stands(version), stamp, body)


def _stamp(request: AuthenticatedRequest, body: Body) -> Stamp:
    return Stamp(body.name("client"), request.user, timezone.now())


def _answer(outcome: Outcome, stamp: Stamp, body: Body, **rest: Any) -> JsonResponse:
    since = body.number("seq")
    data = desk.answer(
        outcome, client=stamp.client, since=since, user=stamp.by, at=stamp.at, **rest
    )
    return JsonResponse(data)
