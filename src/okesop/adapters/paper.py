"""One SOP as a PDF: laid out by the core, set by typst."""

import base64
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from okesop.adapters.qr import qr_svg
from okesop.adapters.typst import TypesettingError, pictures
from okesop.adapters.typst import compile as compiled
from okesop.core.document import SopDocument
from okesop.core.flowchart.drawing import Page
from okesop.core.form import PAPERS, Form, IdentityPage, Paper, Part, Sheets, sheets_of
from okesop.core.form.cells import rows_on
from okesop.core.writers.pdf import Marks, source

__all__ = [
    "PagePicture",
    "PaperOptions",
    "Stamp",
    "TypesettingError",
    "UnknownPictureError",
    "laid_out",
    "render_pdf",
    "render_pictures",
    "render_sheets",
]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


class UnknownPictureError(ValueError):
    """An emblem that is neither PNG, JPEG nor SVG, or is broken."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The QR code on the identity page: the address that it leads to, and the few words below it."""

    address: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of the PDF as SVG, its size in points, and its words for those who do not see it."""

    svg: str
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How an SOP is printed. ``emblem`` holds PNG, JPEG or SVG bytes; what is not ``approved`` is marked DRAF."""

    paper: Paper = PAPERS["A4"]
    part: Part = Part.WHOLE
    approved: bool = False
    emblem: bytes | None = None
    stamp: Stamp | None = None


def render_pdf(document: SopDocument, options: PaperOptions, *, at: datetime) -> bytes:
    """Return the PDF/A-3b of a document with the document attached; same input, same bytes."""
    return render_sheets(laid_out(document, options), options, at=at)


def laid_out(document: SopDocument, options: PaperOptions) -> Sheets:
    """Return the sheets that ``render_sheets`` prints; their notices say where another paper was taken."""
    stamp = options.stamp
    return sheets_of(
        document,
        options.paper,
        options.part,
        emblem=options.emblem is not None,
        qr=stamp.caption if stamp else None,
    )


def render_sheets(sheets: Sheets, options: PaperOptions, *, at: datetime) -> bytes:
    """Return the PDF of sheets that are already laid out."""
    return compiled(source(sheets, _marks(options, at)))


def render_pictures(sheets: Sheets, options: PaperOptions, *, at: datetime) -> list[PagePicture]:
    """Return the pages of the PDF as pictures, each with its words; the sheets are already laid out."""
    drawn = pictures(source(sheets, _marks(options, at)))
    table = sheets.table
    sizes = [(page.width, page.height, words_of_identity(page)) for page in sheets.identity]
    if table:
        sizes += [(page.width, page.height, words_of_table(table, page)) for page in table.pages]
    return [
        PagePicture(svg, width, height, words)
        for svg, (width, height, words) in zip(drawn, sizes, strict=True)
    ]


def words_of_identity(page: IdentityPage) -> str:
    """Return the texts of an identity page in reading order."""
    return "\n".join(" ".join(block.lines) for block in page.blocks if any(block.lines))


def words_of_table(form: Form, page: Page) -> str:
    """Return the texts of a table page, a row a line."""
    rows = rows_on(form, page)
    lines = (
        "; ".join(" ".join(cell.lines) for cell in row.cells if any(cell.lines)) for row in rows
    )
    return "\n".join(lines)


def _marks(options: PaperOptions, at: datetime) -> Marks:
    marks = Marks(at=at, approved=options.approved)
    if options.emblem is not None:
        marks = replace(marks, emblem=_as_svg(options.emblem))
    if options.stamp is not None:
        marks = replace(marks, qr=qr_svg(options.stamp.address))
    return marks


def _as_svg(picture: bytes) -> str:
    """Wrap a bitmap into SVG, the one form in which pictures go to the typesetter as text.

    Raises UnknownPictureError where the bytes are neither PNG, JPEG nor SVG.
    """
    kind = "png" if picture.startswith(_PNG) else "jpeg" if picture.startswith(_JPEG) else None
    if kind is None:
        text = picture.decode("utf-8", errors="replace")
        if "<svg" not in text:
            raise UnknownPictureError
        return text
    _verify(picture)
    packed = base64.b64encode(picture).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'viewBox="0 0 100 100"><image width="100" height="100" preserveAspectRatio="xMidYMid meet" '
        f'xlink:href="data:image/{kind};base64,{packed}"/></svg>'
    )


def _verify(picture: bytes) -> None:
    """Refuse a broken bitmap: inside an SVG the typesetter would leave it out without a word."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    try:
        with Image.open(BytesIO(picture)) as opened:
            opened.verify()
    except (OSError, SyntaxError, ValueError) as error:
        raise UnknownPictureError from error
