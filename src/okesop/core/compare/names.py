"""Words for both documents of a comparison: steps by their numbers, symbols by who does them, lists of either."""

from collections.abc import Iterable, Sequence
from datetime import date

from okesop.core.compare.ways import Way, Ways
from okesop.core.document import Node, NodeKind, SopDocument
from okesop.core.text import Sentence

KINDS = {
    NodeKind.TERMINATOR: Sentence("kapsul (mulai atau selesai)", "capsule (start or end)"),
    NodeKind.PROCESS: Sentence("kotak", "box"),
    NodeKind.DECISION: Sentence("belah ketupat (keputusan)", "diamond (decision)"),
    NodeKind.CONNECTOR: Sentence("penghubung halaman", "off-page connector"),
    NodeKind.DOCUMENT: Sentence("dokumen", "document"),
    NodeKind.OTHER: Sentence("simbol lain", "other symbol"),
}
NOTHING = Sentence("(kosong)", "(empty)")
_MONTHS = (
    ("Januari", "January"),
    ("Februari", "February"),
    ("Maret", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("Agustus", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Desember", "December"),
)


def listed(words: Sequence[str]) -> Sentence:
    """Join words: “2, 5 dan 9”."""
    if len(words) < 2:  # noqa: PLR2004 -- one word, or several
        return same("".join(words))
    head, last = ", ".join(words[:-1]), words[-1]
    return Sentence(f"{head} dan {last}", f"{head} and {last}")


def numbered(rows: Iterable[int]) -> Sentence:
    """Write row numbers: “3–5 dan 9”."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    written = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004 -- two neighbours are named both
            written.append(f"{run[0]}–{run[-1]}")
        else:
            written += map(str, run)
    return listed(written)


def same(text: str) -> Sentence:
    """Return a text of the document, which no language changes."""
    return Sentence(text, text)


def shown(value: object) -> Sentence:
    """Write a value of the identity: a date in words, the lines of the institution one after the other."""
    if isinstance(value, date):
        month = _MONTHS[value.month - 1]
        return Sentence(*(f"{value.day} {name} {value.year}" for name in month))
    if isinstance(value, tuple):
        return same("\n".join(value))
    return same("" if value is None else str(value))


def quoted(text: Sentence | str) -> Sentence:
    """Put a text into quotation marks, on one line; nothing is “(kosong)”."""
    text = same(text) if isinstance(text, str) else text
    if not text.id.strip():
        return NOTHING
    return Sentence(f"“{' '.join(text.id.split())}”", f"“{' '.join(text.en.split())}”")


class Names:
    """The names of one document's rows and columns."""

    def __init__(self, document: SopDocument, ways: Ways) -> None:
        self.document = document
        self.ways = ways
        self.titles = {performer.id: performer.title for performer in document.performers}
        self.steps = {step.id: step for step in document.steps}
        self.in_row: dict[str, list[Node]] = {}
        for node in document.nodes:
            self.in_row.setdefault(node.step, []).append(node)

    def number(self, step: str) -> int:
        """Return the row's number, counted from 1."""
        return self.ways.rows[step] + 1

    def doers(self, step: str) -> tuple[str, ...]:
        """Return the titles of those who act in a row, from left to right, each once."""
        columns = self.ways.chart.columns
        nodes = sorted(self.in_row.get(step, ()), key=lambda node: columns.get(node.performer, 0))
        return tuple(dict.fromkeys(self.title(node) for node in nodes))

    def title(self, node: Node) -> str:
        """Return the title over a symbol; over several columns the first and the last."""
        if node.span is None:
            return self.titles.get(node.performer, "")
        return "–".join(self.titles.get(end, "") for end in node.span)

    def gist(self, step: str) -> str:
        """Return a row in one line: “Mencatat surat, Pengelola Surat, 5 menit”."""
        row = self.steps[step]
        parts = (row.activity, ", ".join(self.doers(step)), row.time)
        return ", ".join(text for part in parts if (text := " ".join(part.split())))

    def goal(self, way: Way) -> Sentence:
        """Say where a way leads: “langkah 4, Kasubbag”, or “(berakhir)” for an end of its own."""
        target = self.ways.nodes[way.edge.target]
        title = self.title(target)
        step = Sentence(f"langkah {self.number(target.step)}", f"step {self.number(target.step)}")
        if target.step == way.step or way.leads[0] == "node":
            return Sentence(f"{step.id}, {title}", f"{step.en}, {title}")
        return step
