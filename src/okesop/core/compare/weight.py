"""Large or small: a proposal with reasons, which the approver decides.

A change is **large** (“perubahan besar”), and everyone concerned reads and confirms the SOP anew, when it alters what
somebody has to do:

1. **Steps**: a step was added, removed or moved.
2. **Performers**: a column came, went, stands for another position, or a step went to others.
3. **Flow**: a symbol, an arrow or joint work is another one; a capsule that only follows the ends of the chart is not.
4. **Decisions**: an answer has other words or leads elsewhere.
5. **Standards**: a time means another duration; requirements, output or the service promise say something else.
6. **Content**: fewer than half of the words of an activity stayed, so it is another activity under the same number.
7. **Legal basis**: a regulation was added or removed.

All else is **small** (“perubahan kecil”): spelling, signs and capitals anywhere; wording of activities, notes, labels
and the other lists; dates, numbers and names of the identity page; the course of lines. A spelling is corrected when
every word that went has a partner that came in its place with the same letters but for case and signs, or but for one
letter in five; or when only the gaps between words differ (“di proses”).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from okesop.core import duration
from okesop.core.compare.change import Aspect, Change, ChangeKind, Detail
from okesop.core.compare.words import Fate
from okesop.core.duration import Duration
from okesop.core.text import Sentence


class Size(StrEnum):
    """How much a change asks of those who work by the SOP."""

    LARGE = "large"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Weight:
    """The proposal and its reasons, each once, in the order of the rules."""

    size: Size
    reasons: tuple[Sentence, ...]

    @property
    def is_large(self) -> bool:
        """Whether everyone concerned should read the SOP anew."""
        return self.size is Size.LARGE

    @property
    def sentence(self) -> Sentence:
        """The proposal in words: “Perubahan besar: alur dan waktu baku berubah”."""
        head = _LARGE if self.is_large else _SMALL
        if not self.reasons:
            return head
        return Sentence(
            f"{head.id}: {', '.join(reason.id for reason in self.reasons)}",
            f"{head.en}: {', '.join(reason.en for reason in self.reasons)}",
        )


_LARGE = Sentence("Perubahan besar", "Large change")
_SMALL = Sentence("Perubahan kecil", "Small change")
_STEPS = Sentence("langkah ditambah, dihapus, atau dipindah", "steps added, removed or moved")
_PERFORMERS = Sentence("pelaksana berubah", "performers changed")
_FLOW = Sentence("alur berubah", "flow changed")
_DECISIONS = Sentence("jawaban keputusan berubah", "answers of a decision changed")
_STANDARDS = Sentence("mutu baku berubah", "standards changed")
_CONTENT = Sentence("isi kegiatan diganti", "an activity was replaced")
_LEGAL = Sentence("dasar hukum ditambah atau dihapus", "legal basis added or removed")
_WORDING = Sentence("hanya ejaan dan kalimat", "spelling and wording only")
_HEAD = Sentence("hanya data identitas", "identity data only")
_LINES = Sentence("hanya letak garis", "course of lines only")
_WORD = re.compile(r"\w+")
_SHORT_WORD = 3
_LETTERS_PER_SLIP = 5
_LONGEST_WORD = 40


def weigh(changes: Iterable[Change]) -> Weight:
    """Propose a size for the changes of one comparison."""
    told = tuple(changes)
    large = tuple(reason for reason, holds in _RULES if any(map(holds, told)))
    if large:
        return Weight(Size.LARGE, large)
    aspects = {detail.aspect for change in told for detail in change.details}
    small = (
        (
            _WORDING,
            {Aspect.WORDING, Aspect.STANDARD, Aspect.LIST, Aspect.ANSWER, Aspect.PERFORMER},
        ),
        (_HEAD, {Aspect.IDENTITY}),
        (_LINES, {Aspect.LAYOUT, Aspect.FLOW}),
    )
    reasons = [reason for reason, own in small if aspects & own]
    plain = reasons if len(reasons) == 1 else map(_unbounded, reasons)
    return Weight(Size.SMALL, tuple(plain))


def _unbounded(reason: Sentence) -> Sentence:
    return Sentence(reason.id.removeprefix("hanya "), reason.en.removesuffix(" only"))


def _steps(change: Change) -> bool:
    kinds = {ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED}
    return change.place.startswith("steps/") and change.kind in kinds


def _performers(change: Change) -> bool:
    if change.place.startswith("performers/") and change.kind is not ChangeKind.EDITED:
        return change.kind is not ChangeKind.MOVED
    return any(d.aspect is Aspect.PERFORMER and not is_spelling(d) for d in change.details)


def _flow(change: Change) -> bool:
    return any(detail.aspect is Aspect.FLOW and not detail.sequel for detail in change.details)


def _decisions(change: Change) -> bool:
    return any(d.aspect is Aspect.ANSWER and not is_spelling(d) for d in change.details)


def _standards(change: Change) -> bool:
    return any(
        (d.aspect is Aspect.STANDARD or d.place == "identity/service_promise")
        and not is_spelling(d)
        for d in change.details
    )


def _content(change: Change) -> bool:
    return any(d.place.endswith("/activity") and _is_replaced(d) for d in change.details)


def _legal(change: Change) -> bool:
    kinds = {ChangeKind.ADDED, ChangeKind.REMOVED}
    return change.place == "legal_basis" and any(d.kind in kinds for d in change.details)


_RULES: tuple[tuple[Sentence, Callable[[Change], bool]], ...] = (
    (_STEPS, _steps),
    (_PERFORMERS, _performers),
    (_FLOW, _flow),
    (_DECISIONS, _decisions),
    (_STANDARDS, _standards),
    (_CONTENT, _content),
    (_LEGAL, _legal),
)


def is_spelling(detail: Detail) -> bool:
    """Tell whether the text says the same: only its spelling, its signs, or the writing of a duration differ."""
    if detail.place.endswith(("/time", "/service_promise")):
        was, now = duration.parse(detail.before), duration.parse(detail.after)
        if isinstance(was, Duration) and isinstance(now, Duration):
            return _meaning(was) == _meaning(now)
    if not detail.runs and detail.aspect is not Aspect.ANSWER:
        return False
    before, after = _words(detail.before), _words(detail.after)
    if "".join(before) == "".join(after):
        return True
    return len(before) == len(after) and all(map(_is_slip, before, after))


def _meaning(time: Duration) -> tuple[object, ...]:
    return (time.shortest, time.longest, time.bound, time.per, time.tail.casefold())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by no more than a slip: one letter in five; figures and short words never."""
    if one == other:
        return True
    if any(char.isdigit() for char in one + other):
        return False
    length = max(len(one), len(other))
    if not _SHORT_WORD < length <= _LONGEST_WORD:
        return False
    return _distance(one, other) <= max(1, length // _LETTERS_PER_SLIP)


def _distance(one: str, other: str) -> int:
    """Return the least number of letters to add, drop or replace (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        new = [at]
        for place, (left, right) in enumerate(pairwise(row)):
            cost = left + (letter != other[place])
            new.append(min(cost, right + 1, new[-1] + 1))
        row = new
    return row[-1]


def _is_replaced(detail: Detail) -> bool:
    """Tell whether fewer than half of the words stayed."""
    before = len(_words(detail.before))
    kept = sum(len(_words(run.text)) for run in detail.runs if run.fate is Fate.SAME)
    return before > 0 and not is_spelling(detail) and 2 * kept < before
