"""Notes on a version outside the editor: pinned, answered, followed up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from okesop.procedures.domain import comments
from okesop.procedures.domain.changes import DraftClosed
from okesop.procedures.forms.life import AnswerForm, NoteForm
from okesop.procedures.models import Comment, Version
from okesop.procedures.views import detail, review
from okesop.procedures.views.moving import CONFLICT, WRONG
from okesop.ui.http import AuthenticatedRequest, require

REFUSALS = (comments.EmptyComment, comments.NoSuchPlace, DraftClosed)


@require_POST
def add(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Pin a note to a step, a cell or the whole."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.note_version", version)
    form = NoteForm(request.POST)
    if not form.is_valid():
        error = _("Catatan masih kosong. Tulis catatannya dahulu.")
        return review.answer(request, version, error=error, status=WRONG)
    place, text = form.cleaned_data["tempat"], form.cleaned_data["catatan"]
    try:
        comments.add(version, place=place, text=text, by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        return review.answer(request, version, error=str(refusal), status=CONFLICT)
    messages.success(request, _("Catatan disimpan"))
    return _back(version)


@require_POST
def answer(request: AuthenticatedRequest, key: str, number: int, pk: int) -> HttpResponse:
    """Answer a note."""
    version, note = _note(request, key, number, pk)
    form = AnswerForm(request.POST)
    text = form.cleaned_data["jawaban"] if form.is_valid() else ""
    try:
        comments.answer(note, text=text, by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        return review.answer(request, version, error=str(refusal), status=CONFLICT)
    messages.success(request, _("Jawaban disimpan"))
    return _back(version)


@require_POST
def settle(request: AuthenticatedRequest, key: str, number: int, pk: int) -> HttpResponse:
    """Close the follow-up of a note, or open it again."""
    version, note = _note(request, key, number, pk)
    done = request.POST.get("selesai") == "ya"
    try:
        comments.settle(note, done=done, by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        return review.answer(request, version, error=str(refusal), status=CONFLICT)
    return _back(version)


def _note(
    request: AuthenticatedRequest, key: str, number: int, pk: int
) -> tuple[Version, Comment]:
    version = detail.shown(request, key, number)
    require(request.user, "procedures.note_version", version)
    note = version.comments.filter(pk=pk).first()
    if note is None:
        raise Http404
    return version, note


def _back(version: Version) -> HttpResponse:
    address = reverse("procedures:review", args=[version.key, version.number])
    return redirect(f"{address}#catatan")
