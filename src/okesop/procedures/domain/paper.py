"""An SOP on paper: the PDF of a version, and pictures of its pages."""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from django.utils.translation import gettext as _

from okesop.adapters.paper import (
    PagePicture,
    PaperOptions,
    Stamp,
    laid_out,
    render_pictures,
    render_sheets,
)
from okesop.core.form import PAPERS, Part, Sheets
from okesop.files.domain import store
from okesop.files.domain.queries import emblems
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import public_addresses
from okesop.procedures.models import Version

KEPT_SECONDS = 600
SEALED_ON = "A4"
"""The paper of the PDF that an approval keeps for good."""
MOST_PAGES = 200  # a request may not hold a server's memory for minutes; `okesop sop render` has no such bound


class TooManyPagesError(ValueError):
    """The SOP fills more pages than a request may print; the message says what to do."""


def pdf(version: Version, *, paper: str, part: Part) -> bytes:
    """Return the PDF; the same version gives the same bytes. Raises TooManyPagesError.

    Of an approved version it is what was kept at the approval; another paper or a part is a copy made of it.
    """
    if version.pdf is not None and (paper, part) == (SEALED_ON, Part.WHOLE):
        return store.read(version.pdf)
    chosen = options(version, paper, part)
    sheets = laid_out(documents.read(version), chosen)
    refuse_too_many(sheets)
    return render_sheets(sheets, chosen, at=version.approved_at or version.updated_at)


def sealed(version: Version) -> bytes:
    """Return the bytes that were kept at the approval."""
    if version.pdf is None:
        raise LookupError(version.pk)
    return store.read(version.pdf)


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
        stamp=stamp(version.code) if version.code else None,
    )


def stamp(code: str) -> Stamp:
    """Return the code on paper and the words below it, in the language of the form.

    Raises:
        public_addresses.NoPublicAddress: the code would lead nowhere.
    """
    with translation.override("id"):
        words = _("Disetujui dalam sistem. Pindai untuk memastikan masih berlaku.")
        if settings.DEMO:
            words = _("CONTOH, bukan dokumen resmi.")
    return Stamp(address=f"{public_addresses.required()}/v/{code}", caption=words)


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
