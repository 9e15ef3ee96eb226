"""The page that sets two states of an SOP beside each other, and the short list of what changed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from okesop.core.compare import Change, ChangeKind, Comparison, Detail, Fate, Weight, compare
from okesop.core.compare.beside import ACTIVITY, NO, TIME, Side, beside
from okesop.core.compare.excerpt import excerpt
from okesop.core.document import SopDocument
from okesop.core.totals import totals
from okesop.procedures.domain import document as documents
from okesop.procedures.domain.queries import states, ways
from okesop.procedures.domain.queries.states import State
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.enums import Move, Status
from okesop.procedures.models import Version
from okesop.ui.templatetags import written

if TYPE_CHECKING:
    from okesop.accounts.models import User

SIGNS = {
    ChangeKind.ADDED: ("add", "+", gettext_lazy("ditambah")),
    ChangeKind.REMOVED: ("del", "−", gettext_lazy("dihapus")),
    ChangeKind.MOVED: ("move", "↕", gettext_lazy("dipindah")),
    ChangeKind.REASSIGNED: ("move", "↔", gettext_lazy("pindah pelaksana")),
    ChangeKind.EDITED: ("edit", "~", gettext_lazy("diubah")),
}
KEYS = {
    ChangeKind.ADDED: gettext_lazy("ditambah, garis tebal"),
    ChangeKind.REMOVED: gettext_lazy("dihapus, garis putus"),
    ChangeKind.MOVED: gettext_lazy("dipindah"),
    ChangeKind.REASSIGNED: gettext_lazy("pindah pelaksana"),
    ChangeKind.EDITED: gettext_lazy("isi diubah"),
}
STANDINGS = {
    Status.DRAFT: gettext_lazy("%(title)s yang masih draf"),
    Status.RETURNED: gettext_lazy("%(title)s yang perlu perbaikan"),
    Status.SUBMITTED: gettext_lazy("%(title)s yang diajukan"),
    Status.VERIFIED: gettext_lazy("%(title)s yang diverifikasi"),
    Status.APPROVED: gettext_lazy("%(title)s yang disetujui"),
    Status.IN_FORCE: gettext_lazy("%(title)s yang berlaku"),
    Status.SUPERSEDED: gettext_lazy("%(title)s yang sudah digantikan"),
    Status.REVOKED: gettext_lazy("%(title)s yang dicabut"),
}


_HALF_SHEET, _SHEET = 540, 1090
"""Pixels that fit on lying A4 beside each other, and alone."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark of a kind of change: its class, its sign, its word."""

    look: str
    sign: str
    word: str

    @classmethod
    def of(cls, kind: ChangeKind) -> "Sign":
        """Return the mark of a kind."""
        look, sign, word = SIGNS[kind]
        return cls(look, sign, str(word))


@dataclass(frozen=True, slots=True)
class Line:
    """One detail: a name with the words that went and came, or a sentence; ``target`` leads to its row."""

    name: str
    said: str
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in the list."""

    kind: ChangeKind
    sign: Sign
    heading: str
    lines: tuple[Line, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One kind of change that the list can be narrowed to."""

    kind: str
    word: str
    count: int
    is_on: bool


def page(pair: tuple[State, State], *, user: "User", on: date, kind: str = "") -> dict[str, Any]:
    """Return all that the page shows; ``kind`` narrows the list to one kind of change."""
    old, new = pair
    found = compare(old.document, new.document)
    sides = beside(found)
    entries = _entries(found, sides)
    kinds = Counter(entry.kind for entry in entries)
    kind = kind if kind in kinds else ""
    return {
        "version": new.version,
        "old": old,
        "new": new,
        "about": _("%(old)s dibandingkan dengan %(new)s")
        % {"old": _standing(old), "new": _inside(_standing(new))},
        "lead": _lead(new, found),
        "entries": [entry for entry in entries if kind in {"", entry.kind}],
        "filters": _filters(kinds, kind),
        "times": _times(old.document, new.document),
        "weight": spoken(found.weight.sentence) if found.changes else "",
        "sides": [_side(*each) for each in zip(pair, sides, ("lama", "baris"), strict=True)],
        "keys": [(Sign.of(each), word) for each, word in KEYS.items() if each in kinds],
        "widths": (int(NO), int(ACTIVITY), int(TIME)),
        "breadth": _breadth(sides),
        "ways": ways.of(user, new.version, on) if new.is_whole else None,
    }


def summary(pair: tuple[State, State]) -> dict[str, Any]:
    """Return what ``procedures/compare/summary.html`` shows: the headings, the proposal, and the way to the page."""
    old, new = pair
    found = compare(old.document, new.document)
    return {
        "entries": _entries(found, ()),
        "weight": spoken(found.weight.sentence),
        "old": old,
        "address": reverse("procedures:compare", args=[new.version.key, old.name, new.name]),
    }


def told(user: "User", key: str, names: tuple[str, ...] | None) -> dict[str, Any] | None:
    """Return the summary of the states that are named first; None where the person may not see both."""
    if names is None:
        return None
    try:
        return summary(states.pair(user, key, names[0], names[1]))
    except states.NoSuchState:
        return None


def proposal(version: Version) -> Weight | None:
    """Return whether a version changes much against the one before it; None for the first."""
    earlier = Version.objects.filter(procedure=version.procedure_id, number__lt=version.number)
    before = earlier.order_by("-number").first()
    if before is None:
        return None
    return compare(documents.read(before), documents.read(version)).weight


def _entries(found: Comparison, sides: tuple[Side, ...]) -> list[Entry]:
    targets: dict[str, str] = {}
    for side, name in zip(sides, ("lama", "baris"), strict=False):
        for place, row in enumerate(side.rows, start=1):
            if row.step:
                targets[row.step] = f"{name}-{place}"
    return [_entry(change, targets) for change in found.changes]


def _entry(change: Change, targets: dict[str, str]) -> Entry:
    several = len(change.steps) > 1
    lines = [_line(detail, targets if several else {}) for detail in change.details]
    if change.place.startswith("steps/") and not several and lines and not change.details[0].runs:
        lines[0] = _without_number(change.details[0], lines[0])
    return Entry(
        kind=change.kind,
        sign=Sign.of(change.kind),
        heading=spoken(change.heading),
        lines=tuple(lines),
        target=_target(change.place, targets),
    )


def _without_number(detail: Detail, line: Line) -> Line:
    """The heading of a row that came, went or moved has its number already."""
    if detail.kind in {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED}:
        return Line(line.name, detail.after or detail.before, line.target)
    return line


def _line(detail: Detail, targets: dict[str, str]) -> Line:
    target = _target(detail.place, targets)
    if detail.runs:
        return Line(spoken(detail.name), _marked(detail), target)
    return Line("", spoken(detail.sentence), target)


def _marked(detail: Detail) -> SafeString:
    """Return the words with those that went struck out and those that came set off; words only, no blanks of ours."""
    tags = {Fate.OUT: "<del>{}</del>", Fate.IN: "<ins>{}</ins>", Fate.SAME: "{}"}
    pieces = [format_html(tags[piece.fate], piece.text) for piece in excerpt(detail.runs)]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _target(place: str, targets: dict[str, str]) -> str:
    section, _slash, rest = place.partition("/")
    return targets.get(rest.split("/")[0], "") if section == "steps" else ""


def _filters(kinds: Counter[ChangeKind], chosen: str) -> list[Filter]:
    """Offer each kind that occurs; one alone needs no filter."""
    if len(kinds) < 2:  # noqa: PLR2004 -- something to choose from
        return []
    each = [
        Filter(kind, _capital(str(SIGNS[kind][2])), kinds[kind], chosen == kind)
        for kind in ChangeKind
        if kind in kinds
    ]
    return [Filter("", _("Semua"), kinds.total(), not chosen), *each]


def _times(old: SopDocument, new: SopDocument) -> tuple[str, str]:
    before, after = (spoken(totals(document).written()) for document in (old, new))
    return before, after


def _standing(state: State) -> str:
    if not state.is_whole:
        return state.title
    return str(STANDINGS[state.status]) % {"title": state.title}


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _lead(new: State, found: Comparison) -> str:
    """Say who brought the newer state here and when, and how much stayed."""
    last = new.version.approvals.select_related("by").order_by("-turn").first()
    parts = []
    if last and new.is_whole:
        who = ", ".join(filter(None, (last.by.name, last.position)))
        values = {"move": Move(last.kind).label, "who": who, "day": written.day(last.at)}
        parts.append(_("%(move)s %(who)s, %(day)s.") % values)
    count = found.untouched
    parts.append(
        ngettext("%(count)d langkah tetap.", "%(count)d langkah tetap.", count) % {"count": count}
    )
    return " ".join(parts)


def _side(state: State, side: Side, prefix: str) -> dict[str, Any]:
    chart = f"bagan-{prefix}"
    tops = accumulate((row.height for row in side.rows), initial=0)
    rows = [
        {
            "row": row,
            "place": place,
            "id": f"{prefix}-{place}",
            "signs": [Sign.of(kind) for kind in row.kinds],
            "look": "gap" if row.is_gap else " ".join(dict.fromkeys(map(_look, row.kinds))),
            "strip": _strip(side, chart, top, row.height),
        }
        for place, (row, top) in enumerate(zip(side.rows, tops, strict=False), start=1)
    ]
    columns = [(column, [Sign.of(kind) for kind in column.kinds]) for column in side.columns]
    return {
        "state": state,
        "side": side,
        "rows": rows,
        "columns": columns,
        "picture": _picture(side, chart, state.title),
    }


def _breadth(sides: tuple[Side, ...]) -> str:
    """Say how both charts go on paper: side by side, one below the other, or so and smaller."""
    widest = max(side.width for side in sides) + NO + ACTIVITY + TIME
    return "" if widest <= _HALF_SHEET else "wide" if widest <= _SHEET else "widest"


def _look(kind: ChangeKind) -> str:
    return SIGNS[kind][0]


def _picture(side: Side, chart: str, title: str) -> SafeString:
    if not side.body:
        return SafeString("")
    size = f'width="{side.width}" height="{side.height}" viewBox="0 0 {side.width} {side.height}"'
    name = escape(_("Diagram alir, %(version)s") % {"version": title})
    drawn = f'<g id="{chart}" class="drawn">{side.body}</g>'
    drawn = f'<svg class="beside" {size} role="img" aria-label="{name}">{drawn}</svg>'
    return mark_safe(drawn)  # noqa: S308 -- every text in it was escaped


def _strip(side: Side, chart: str, top: int, height: int) -> SafeString:
    """Return what one row shows of the chart: on paper it goes with its row to the next sheet.

    A pixel more on both sides, lest a line along the border of two rows is cut in half.
    """
    if not side.body:
        return SafeString("")
    return format_html(
        '<svg class="beside strip" width="{0}" height="{1}" viewBox="0 {2} {0} {1}" aria-hidden="true">'
        '<use href="#{3}"/></svg>',
        side.width,
        height + 2,
        top - 1,
        chart,
    )
