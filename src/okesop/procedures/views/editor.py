"""The page on which an SOP is written."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from okesop.files.domain.queries import emblems
from okesop.procedures.domain import changes
from okesop.procedures.domain.help import help_texts
from okesop.procedures.domain.queries import desk, receivers, review
from okesop.procedures.models import Version
from okesop.procedures.views.detail import newest
from okesop.ui.http import AuthenticatedRequest, page
from okesop.ui.templatetags.written import day

ADDRESSES = {
    "changes": "draft-changes",
    "undo": "draft-undo",
    "drawing": "draft-drawing",
    "paste": "draft-paste",
    "waivers": "draft-waivers",
    "comments": "draft-comments",
    "history": "draft-history",
    "positions": "draft-positions",
    "related": "draft-related",
    "regulations": "draft-regulations",
}
NUMBERED = {"preview": "version-preview", "pdf": "version-pdf", "back": "version"}


@require_safe
@never_cache
def editor(request: AuthenticatedRequest, key: str) -> HttpResponse:
    """Open a draft for writing."""
    version = newest(request, key)
    if not request.user.has_perm("procedures.edit_draft", version):
        return redirect("procedures:version", key, version.number)
    unit = version.procedure.unit
    context = {
        "title": str(version),
        "state": _state(request, version),
        "version": version,
        "returned": review.first_note(version),
        "receiver": receivers.of_draft(version, timezone.localdate()),
        "unit": unit,
        "emblem": emblems.of(unit),
    }
    return page(request, "procedures/editor/page.html", context)


def _state(request: AuthenticatedRequest, version: Version) -> dict[str, Any]:
    user = request.user
    first = desk.answer(
        changes.as_it_stands(version), client="", since=0, user=user, at=timezone.now()
    )
    me = {"key": str(user.pk), "name": user.name, "initials": user.initials}
    return {
        **first,
        "me": me,
        "version": _about(version),
        "returned": version.returned_at is not None,
        "notes": version.comments.filter(done_at__isnull=True).count(),
        "help": help_texts(),
        "urls": _addresses(version),
    }


def _about(version: Version) -> str:
    before = version.procedure.versions.filter(effective_on__isnull=False).last()
    if before is not None and before.number != version.number:
        return _("Versi %(number)d, revisi atas versi %(before)d yang berlaku sejak %(day)s") % {
            "number": version.number,
            "before": before.number,
            "day": day(before.effective_on),
        }
    unit = version.procedure.unit.name
    return _("Versi %(number)d, %(unit)s") % {"number": version.number, "unit": unit}


def _addresses(version: Version) -> dict[str, str]:
    own = {
        name: reverse(f"procedures:{view}", args=[version.key]) for name, view in ADDRESSES.items()
    }
    own |= {
        name: reverse(f"procedures:{view}", args=[version.key, version.number])
        for name, view in NUMBERED.items()
    }
    return own | {"sign_in": reverse("accounts:sign-in")}
