"""The identity part: letterhead, number, dates, approval, name, and the six lists."""

from okesop.core.document import SopDocument
from okesop.core.form.head import draw_head
from okesop.core.form.lists import draw_lists
from okesop.core.form.paper import PAPERS, Paper
from okesop.core.form.sheet import IdentityPage, Sketch

TYPE_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)


def lay_out_identity(
    document: SopDocument,
    paper: Paper | None = None,
    *,
    emblem: bool = True,
    qr: str | None = None,
) -> tuple[IdentityPage, ...]:
    """Lay the identity part out in the largest type at which it is one sheet, else over several.

    ``qr`` is the caption of the QR code for which a place is kept. A head that is higher than the sheet
    makes the sheet higher: nothing is cut.
    """
    best: list[Sketch] = []
    for size in TYPE_SIZES:
        first = Sketch(paper or PAPERS["A4"], (paper or PAPERS["A4"]).top_margin)
        draw_head(first, document.identity, size, emblem=emblem, qr=qr)
        sketches = draw_lists(first, document, size)
        if not best or len(sketches) < len(best):
            best = sketches
        if len(best) == 1:
            break
    return tuple(sketch.page() for sketch in best)
