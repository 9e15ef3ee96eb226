"""The table of steps laid out on paper: the largest readable type first, then the next larger paper."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from math import inf

from okesop.core.document import SopDocument
from okesop.core.flowchart.drawing import Drawing, Page
from okesop.core.flowchart.grid import Grid
from okesop.core.flowchart.layout import layout
from okesop.core.form.columns import Needs, Widths, heading_lines, needs_of, share
from okesop.core.form.moving import moved
from okesop.core.form.paper import PAPERS, Paper, from_here_up
from okesop.core.form.typesetting import Typeset, typeset
from okesop.core.metrics import line_height
from okesop.core.text import Sentence

TYPE_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
_ROUNDS = 6
_HEADING_SHARE = 0.5
_SAME = 0.01


@dataclass(frozen=True, slots=True)
class Form:
    """The table of one document on one paper. All lengths are points from the sheet's upper left corner."""

    document: SopDocument
    paper: Paper
    typeset: Typeset
    drawing: Drawing
    notices: tuple[Sentence, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """The sheets; a document without steps has one with the heading alone."""
        return self.drawing.pages or (Page(self.paper.width, self.paper.height, (), ()),)

    @property
    def heading_bottom(self) -> float:
        """Where the heading rows end and the steps begin."""
        return self.paper.top_margin + self.typeset.heading_height

    @property
    def left(self) -> float:
        """The table's left edge."""
        return self.typeset.columns[0].band.start

    @property
    def right(self) -> float:
        """The table's right edge."""
        return self.typeset.columns[-1].band.end

    @property
    def groups(self) -> dict[str, tuple[float, float]]:
        """Extent of the headings over several columns: "performers" and "standard"."""
        activity, standard = (
            self.typeset.column(key).band for key in ("activity", "requirements")
        )
        end = self.typeset.column("output").band.end
        return {"performers": (activity.end, standard.start), "standard": (standard.start, end)}


def lay_out(document: SopDocument, paper: Paper | None = None) -> Form:
    """Lay the table out on A4 or the given paper, on a larger one (with a notice) where it must."""
    return _lay_out(document, paper or PAPERS["A4"], single=False)


def lay_out_single(document: SopDocument, paper: Paper | None = None) -> Form:
    """Lay the table out on one tall sheet as wide as A4 or the given paper."""
    form = _lay_out(document, paper or PAPERS["A4"], single=True)
    page = form.pages[0]
    bottom = page.rows[-1].end if page.rows else form.heading_bottom
    height = bottom + form.paper.top_margin
    pages = (replace(page, height=height),) if form.drawing.pages else ()
    return replace(form, paper=replace(form.paper, height=height), drawing=Drawing(pages))


def _lay_out(document: SopDocument, wanted: Paper, *, single: bool) -> Form:
    setting = _Setting(document, cache(partial(needs_of, document)), single)
    for paper in from_here_up(wanted):
        form = _on_paper(setting, paper)
        if form is not None:
            return replace(form, notices=_notices(form, wanted, paper))
    paper = _tailored(setting.needs(TYPE_SIZES[-1]))
    while (form := _on_paper(setting, paper)) is None:
        paper = replace(paper, width=paper.width * 1.25, height=paper.height * 2)
    return replace(form, notices=_notices(form, wanted, paper))


@dataclass(slots=True)
class _Setting:
    """What is set; ``tracks`` are the performer widths that the arrows asked for when they last did not fit.

    Arrows ask for much the same room in every type, so a sheet that has not even that is passed over undrawn.
    """

    document: SopDocument
    needs: Callable[[float], Needs]
    single: bool
    tracks: tuple[float, ...] = ()


def _on_paper(setting: _Setting, paper: Paper) -> Form | None:
    """Return the form in the largest type that fits, None where none does."""
    for size in TYPE_SIZES:
        need = setting.needs(size)
        last = size == TYPE_SIZES[-1]
        if (need.least if last else need.comfortable) > paper.room:
            continue
        if setting.tracks and share(need, paper.room, setting.tracks) is None:
            continue
        form = _fitted(setting, paper, need, size)
        if form is not None:
            return form
    return None


def _fitted(setting: _Setting, paper: Paper, needs: Needs, size: float) -> Form | None:
    """Set and draw until the widths that the arrows ask for are those that the texts were broken to."""
    document, single = setting.document, setting.single
    performers: tuple[float, ...] = ()
    for _ in range(_ROUNDS):
        widths = share(needs, paper.room, performers)
        most = inf if single else _HEADING_SHARE * (paper.bottom - paper.top_margin)
        if widths is None or heading_lines(needs, widths) * line_height(size) > most:
            return None
        sheet = typeset(document, widths, size, paper.left)
        if sheet.heading_height > most:
            return None
        drawing = layout(document, _grid(sheet, paper, single=single))
        found = _found(drawing, widths)
        settled = sheet if found == widths.performers else None
        if settled is None and (other := share(needs, paper.room, found)):
            settled = _matching(typeset(document, other, size, paper.left), sheet, drawing)
        if settled is not None:
            right = settled.performers_start - sheet.performers_start
            return Form(document, paper, settled, moved(drawing, right, paper.width))
        performers = tuple(map(_with_room, found, widths.performers))
        setting.tracks = found
    return None


def _found(drawing: Drawing, widths: Widths) -> tuple[float, ...]:
    """Return the widths that the layout took; those that were given where it took no more."""
    if not drawing.pages:
        return widths.performers
    pairs = zip(drawing.pages[0].columns, widths.performers, strict=True)
    return tuple(band.size if band.size > given + _SAME else given for band, given in pairs)


def _matching(sheet: Typeset, before: Typeset, drawing: Drawing) -> Typeset | None:
    """Return the texts broken anew where they fit into the heading and the rows that are drawn already."""
    drawn: dict[int, float] = defaultdict(float)
    parts: Counter[int] = Counter()
    for page in drawing.pages:
        for band in page.rows:
            drawn[band.index] += band.end - band.start
            parts[band.index] += 1
    higher = sheet.heading_height > before.heading_height + _SAME or any(
        height > drawn[row] + _SAME for row, height in enumerate(sheet.row_heights())
    )
    if higher or any(count > 1 for count in parts.values()):
        return None
    return replace(sheet, heading_heights=before.heading_heights)


def _with_room(found: float, given: float) -> float:
    """Ask for more than was found: tracks that share a wider column need more of it again."""
    return found + min(2 * (found - given), 3.0) + 1.0 if found > given else given


def _grid(sheet: Typeset, paper: Paper, *, single: bool) -> Grid:
    return Grid(
        columns=tuple(column.band for column in sheet.performers),
        heights=sheet.row_heights(),
        page=(paper.width, paper.height),
        top=paper.top_margin + sheet.heading_height,
        bottom=None if single else paper.bottom,
        lines=sheet.cuts(),
        type_size=sheet.size,
    )


def _tailored(needs: Needs) -> Paper:
    """Return a sheet as large as the table must have, for what no paper of the shops holds."""
    largest = from_here_up(PAPERS["A4"])[-1]
    width = max(largest.width, needs.least * 1.2 + 2 * largest.side_margin)
    return replace(largest, name=f"{width:.0f} x {largest.height:.0f} pt", width=width)


_LARGER_PAPER = Sentence(
    "Tabel dengan {count} pelaksana tidak muat pada kertas {wanted} dengan huruf yang terbaca; dipakai kertas {taken}.",
    "The table with {count} performers does not fit {wanted} in readable type; {taken} is used.",
)


_UNDRAWN = Sentence(
    "{count} panah tidak tergambar: alur pada satu halaman terlalu padat. Pecah SOP ini menjadi beberapa SOP mikro.",
    "Arrows not drawn: {count}. The flow on one page is too dense; split this SOP into several micro SOPs.",
)


def _notices(form: Form, wanted: Paper, taken: Paper) -> tuple[Sentence, ...]:
    notices = []
    if taken != wanted:
        count = len(form.document.performers)
        notices.append(
            _LARGER_PAPER.filled(count=count, wanted=wanted.name, taken=taken.name),
        )
    if form.drawing.undrawn:
        notices.append(_UNDRAWN.filled(count=form.drawing.undrawn))
    return tuple(notices)
