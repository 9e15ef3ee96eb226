"""Performer cells: “x”, “v”, “○”, “◇”, “mulai” … are symbols."""

import re
from collections.abc import Iterable
from enum import StrEnum

from okesop.core.answers import is_negative, is_positive
from okesop.core.document import NodeKind


class Mark(StrEnum):
    """What a performer's cell says."""

    NONE = "none"
    PLAIN = "plain"
    ROUND = "round"
    BOX = "box"
    CAPSULE = "capsule"
    DECISION = "decision"
    ANSWER = "answer"
    TEXT = "text"


_NONE = re.compile(r"[-–—.·_]*|n/?a|tidak ada")
_ROUND = frozenset("○◯●⚪⚫⭕🔴⬤◉◎•∙oO0")
_BOX = frozenset("□■▢▣▪▫◻◼◽◾▭▬▯▮⬜⬛☐")
_DECISION = frozenset("◇◆⬦⬥♢♦◊⟡❖⋄🔷🔶?")
_CAPSULE = frozenset("⬭⬬⊂⊃")
_PLAIN = frozenset("xX×✕✖✗✘vV✓✔√☑☒1+*#■✅❎")
_WORDS = (
    (
        Mark.CAPSULE,
        re.compile(
            r"mulai|selesai|akhir|awal|mulai ?/ ?selesai|start|end|finish|kapsul|terminator|\( ?\)"
        ),
    ),
    (
        Mark.DECISION,
        re.compile(r"keputusan|decision|belah ketupat|diamond|ya ?/ ?tidak|y ?/ ?t|< ?>|◇.*|\?+"),
    ),
    (Mark.BOX, re.compile(r"kotak|proses|process|box|persegi|\[ ?\]")),
)
_VARIATION = re.compile("[\ufe0e\ufe0f\u20dd-\u20e0]")


def read_mark(cell: str) -> Mark:
    """Read one cell."""
    text = _VARIATION.sub("", cell).strip()
    if _NONE.fullmatch(text.casefold()):
        return Mark.NONE
    signs = set(text.replace("\n", "").replace(" ", ""))
    for mark, glyphs in (
        (Mark.DECISION, _DECISION),
        (Mark.CAPSULE, _CAPSULE),
        (Mark.ROUND, _ROUND),
        (Mark.BOX, _BOX),
        (Mark.PLAIN, _PLAIN),
    ):
        if signs <= glyphs:
            return mark
    words = text.casefold()
    named = next((mark for mark, pattern in _WORDS if pattern.fullmatch(words)), None)
    if named:
        return named
    return Mark.ANSWER if _is_answer(text) else Mark.TEXT


def _is_answer(text: str) -> bool:
    """The word beside an arrow strays into cells when a drawn table is copied."""
    return len(text.split()) == 1 and (is_positive(text) or is_negative(text))


def kind_of(mark: Mark, marks: Iterable[Mark]) -> NodeKind | None:
    """Return the symbol that a mark stands for among all the marks of its table.

    A ring is a capsule where boxes are drawn as well; where rings are the only sign they only say “here”.
    """
    if mark in {Mark.NONE, Mark.ANSWER}:
        return None
    if mark is Mark.DECISION:
        return NodeKind.DECISION
    if mark is Mark.CAPSULE or (mark is Mark.ROUND and Mark.BOX in set(marks)):
        return NodeKind.TERMINATOR
    return NodeKind.PROCESS
