"""Where a verifier or an approver reads, notes, returns, passes on, approves."""

from django.conf import settings
from django.contrib import auth, messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from okesop.procedures.domain import approving, life
from okesop.procedures.domain.queries import approvals
from okesop.procedures.domain.queries import review as reading
from okesop.procedures.forms.life import ApproveForm, MoveForm, PasswordForm, SendBackForm
from okesop.procedures.models import Version
from okesop.procedures.views import detail
from okesop.procedures.views.moving import CONFLICT, REFUSALS, WRONG, hand
from okesop.ui.http import AuthenticatedRequest, page, require


@require_safe
def review(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Show the document with its findings and notes, and what can be decided."""
    return answer(request, detail.shown(request, key, number))


def answer(
    request: AuthenticatedRequest,
    version: Version,
    *,
    form: SendBackForm | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """Answer with the page of the review."""
    context = reading.of(request.user, version, timezone.localdate())
    context |= {"form": form or SendBackForm(), "error": error, "place": request.GET.get("di", "")}
    return page(request, "procedures/review.html", context, status=status)


@require_POST
def verify(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Pass a version on to its approver."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.verify_version", version)
    try:
        life.verify(version, hand=hand(request, MoveForm(request.POST)))
    except REFUSALS as refusal:
        return answer(request, version, error=str(refusal), status=CONFLICT)
    messages.success(request, _("“%(title)s” diverifikasi.") % {"title": version})
    return redirect("procedures:version", key, number)


@require_POST
def send_back(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Return a version to its author with the notes."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.return_version", version)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return answer(request, version, form=form, status=WRONG)
    try:
        life.send_back(version, note=form.cleaned_data["catatan"], hand=hand(request, form))
    except REFUSALS as refusal:
        return answer(request, version, form=form, error=str(refusal), status=CONFLICT)
    messages.success(request, _("“%(title)s” dikembalikan kepada penyusun.") % {"title": version})
    return redirect("procedures:version", key, number)


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: AuthenticatedRequest, key: str, number: int) -> HttpResponse:
    """Ask for the first day, the number and the password; approve."""
    version = detail.shown(request, key, number)
    require(request.user, "procedures.approve_version", version)
    today = timezone.localdate()
    asked = approvals.asked(version, today)
    form, refused = _form(request, version, asked), False
    if request.method == "POST" and form.is_valid() and _is_himself(request, form):
        try:
            approving.approve(version, form.decision(today), hand=hand(request, form))
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
            refused = True
        else:
            messages.success(request, _("“%(title)s” disetujui.") % {"title": version})
            return redirect("procedures:version", key, number)
    context = {"version": version, "form": form, "asked": asked}
    wrong = CONFLICT if refused else WRONG
    return page(request, "procedures/approve.html", context, status=wrong if form.errors else 200)


def _form(request: AuthenticatedRequest, version: Version, asked: approvals.Asked) -> PasswordForm:
    initial = {"giliran": version.turn, "berlaku": asked.earliest, "besar": asked.large}
    posted = request.POST or None
    if asked.last:
        form: PasswordForm = ApproveForm(posted, initial=initial, asked=asked)
    else:
        form = PasswordForm(posted, initial=initial)
    if settings.DEMO and not request.user.has_usable_password():
        del form.fields["sandi"]  # people of the demo sign in with one click and have none
    return form


def _is_himself(request: AuthenticatedRequest, form: PasswordForm) -> bool:
    """Hold the password against the account; too many wrong ones lock it as at the sign-in."""
    if "sandi" not in form.fields:
        return True
    name, typed = request.user.get_username(), form.cleaned_data["sandi"]
    if auth.authenticate(request, username=name, password=typed) == request.user:
        return True
    locked = getattr(request, "axes_locked_out", False)
    form.add_error(
        "sandi",
        _("Terlalu banyak percobaan. Demi keamanan akun, coba lagi nanti.")
        if locked
        else _("Kata sandi tidak cocok. Periksa huruf besar dan kecil."),
    )
    return False
