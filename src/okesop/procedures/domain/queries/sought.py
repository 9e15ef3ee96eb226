"""The SOPs that the quick search finds."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from okesop.procedures.domain.queries import shelf
from okesop.procedures.enums import Status
from okesop.procedures.models import Version
from okesop.search.domain.queries import answers, finding
from okesop.search.domain.queries.answers import Answer
from okesop.search.query import Query
from okesop.search.sources import Hit

if TYPE_CHECKING:
    from okesop.accounts.models import User


def sops(user: "User", query: Query, most: int) -> list[Hit]:
    """Return the SOPs that answer best among those that a person may see, each by its leading version."""
    keys = finding.ranked(query, shelf.leading(user).values("pk"), most=most)
    found = Version.objects.filter(pk__in=keys).light().standing().in_bulk()
    told = answers.of(keys, query)
    hits = [_hit(found[key], told[key]) for key in keys if key in found and key in told]
    return [*hits, _all(query)] if len(keys) == most else hits


def _all(query: Query) -> Hit:
    address = f"{reverse('procedures:catalogue')}?{urlencode({'cari': query.text})}"
    return Hit(address, "list-search", _("Semua yang cocok, di daftar SOP"))


def _hit(version: Version, answer: Answer) -> Hit:
    number = version.number_text or _("belum bernomor")
    step = _("Langkah %(number)d") % {"number": answer.step} if answer.step else ""
    return Hit(
        url=_address(version),
        icon="file-text",
        name=answer.title or str(version),
        caption=f"{number} · {version.procedure.unit.name}",
        text=format_html("{}: {}", step, answer.line) if step else answer.line,
        state=version.standing,
    )


def _address(version: Version) -> str:
    leads = version.standing == Status.IN_FORCE or (version.number == 1 and not version.is_sealed)
    if leads:
        return reverse("procedures:detail", args=[version.key])
    return reverse("procedures:version", args=[version.key, version.number])
