"""An SOP on paper: the PDF of a version, and pictures of its pages."""

import hashlib

from django.core.cache import cache
from django.utils.translation import gettext as _

from okesop.adapters.paper import (
    PagePicture,
    PaperOptions,
    laid_out,
    render_pictures,
    render_sheets,
)
from okesop.core.form import PAPERS, Part, Sheets
from okesop.files.domain.queries import emblems
from okesop.procedures.domain import document as documents
from okesop.procedures.models import Version

KEPT_SECONDS = 600
MOST_PAGES = 200  # a request may not hold a server's memory for minutes; `okesop sop render` has no such bound


class TooManyPagesError(ValueError):
    """The SOP fills more pages than a request may print; the message says what to do."""


def pdf(version: Version, *, paper: str, part: Part) -> bytes:
    """Return the PDF; the same version gives the same bytes. Raises TooManyPagesError."""
    chosen = options(version, paper, part)
    sheets = laid_out(documents.read(version), chosen)
    refuse_too_many(sheets)
    return render_sheets(sheets, chosen, at=version.updated_at)


def pictures(version: Version, *, paper: str) -> list[PagePicture]:
    """Return the pages of the whole PDF as SVG pictures, kept a while for the page that shows them.

    Raises TooManyPagesError.
    """
    chosen = options(version, paper, Part.WHOLE)
    emblem = hashlib.sha256(chosen.emblem or b"").hexdigest()[:16]
    key = f"okesop.preview.{version.sha256}.{emblem}.{paper}"
    found: list[PagePicture] | None = cache.get(key)
    if found is None:
        sheets = laid_out(documents.read(version), chosen)
        refuse_too_many(sheets)
        found = render_pictures(sheets, chosen, at=version.updated_at)
        cache.set(key, found, KEPT_SECONDS)
    return found


def options(version: Version, paper: str, part: Part) -> PaperOptions:
    """Return how a version is printed: its unit's emblem, the mark DRAF while it is a draft."""
    return PaperOptions(
        paper=PAPERS[paper],
        part=part,
        approved=version.is_sealed,
        emblem=emblems.png(version.procedure.unit),
    )


def refuse_too_many(sheets: Sheets) -> None:
    """Refuse what would hold a server's memory for minutes. Raises TooManyPagesError."""
    pages = len(sheets.identity) + (len(sheets.table.pages) if sheets.table else 0)
    if pages > MOST_PAGES:
        raise TooManyPagesError(
            _(
                "SOP ini menjadi %(pages)d halaman; halaman web mencetak paling banyak %(most)d. "
                "Pendekkan uraian yang sangat panjang, atau cetak dengan perintah okesop sop render."
            )
            % {"pages": pages, "most": MOST_PAGES}
        )
