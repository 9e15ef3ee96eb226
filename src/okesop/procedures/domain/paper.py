"""An SOP on paper: the PDF of a version, and pictures of its pages."""

import hashlib

from django.core.cache import cache

from okesop.adapters.paper import PagePicture, PaperOptions, render_pdf, render_pictures
from okesop.core.form import PAPERS, Part
from okesop.files.domain.queries import emblems
from okesop.procedures.domain import document as documents
from okesop.procedures.models import Version

KEPT_SECONDS = 600


def pdf(version: Version, *, paper: str, part: Part) -> bytes:
    """Return the PDF; the same version gives the same bytes."""
    return render_pdf(
        documents.read(version), options(version, paper, part), at=version.updated_at
    )


def pictures(version: Version, *, paper: str) -> list[PagePicture]:
    """Return the pages of the whole PDF as SVG pictures, kept a while for the page that shows them."""
    chosen = options(version, paper, Part.WHOLE)
    emblem = hashlib.sha256(chosen.emblem or b"").hexdigest()[:16]
    key = f"okesop.preview.{version.sha256}.{emblem}.{paper}"
    found: list[PagePicture] | None = cache.get(key)
    if found is None:
        found = render_pictures(documents.read(version), chosen, at=version.updated_at)
        cache.set(key, found, KEPT_SECONDS)
    return found


def options(version: Version, paper: str, part: Part) -> PaperOptions:
    """Return how a version is printed: its unit's emblem, the mark DRAF while it is a draft."""
    return PaperOptions(
        paper=PAPERS[paper],
        part=part,
        approved=not version.is_draft,
        emblem=emblems.png(version.procedure.unit),
    )
