"""What became of a text, word by word: runs that stayed, went out and came in.

Theory of operation. A text is cut into words, signs and spaces; what both begin and end with is set aside, and Myers'
greedy search finds the shortest script between the rest. Its steps are counted against an ``Effort`` that all texts of
one comparison share: where it is used up, as a hostile text of 100,000 characters would, the rest counts as replaced
whole. Then islands are given up: a “dan”, a comma or a space that happens to stand between two changes makes a reader
jump, so it is told as part of them. Every run of changes says first what went out, then what came in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+(?:[.,:/'’‑-]\w+)*|.", re.DOTALL)
_ISLAND = re.compile(r"[\W_]*(?:\w{1,4}[\W_]*)?")
"""What joins two changes: signs and spaces, with at most one short word (dan, atau, di, ke, yang)."""
_ONE_TEXT = 150_000


class Fate(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that share their fate, with the spaces around them as they were typed."""

    fate: Fate
    text: str


@dataclass(slots=True)
class Effort:
    """The steps that are left for all texts of one comparison."""

    left: int = 600_000


def word_runs(before: str, after: str, effort: Effort | None = None) -> tuple[Run, ...]:
    """Return the runs of both texts in reading order.

    The texts of SAME and OUT joined are ``before``, those of SAME and IN ``after``; two OUT or two IN never follow
    each other.
    """
    if before == after:
        return (Run(Fate.SAME, before),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    start, end = _shared(old, new)
    middle = old[start : len(old) - end], new[start : len(new) - end]
    pairs = _matches(*middle, effort or Effort())
    head, tail = "".join(old[:start]), "".join(old[len(old) - end :])
    return tuple(_tidy([(head, "", ""), *_blocks(*middle, pairs), (tail, "", "")]))


def _shared(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many tokens both begin with, and how many of the rest both end with."""
    least = min(len(old), len(new))
    start = 0
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _matches(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[tuple[int, int]]:
    """Return the places (in ``old``, in ``new``) of the tokens that stayed (Myers 1986, greedy)."""
    if not old or not new:
        return []
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    most = effort.left - _ONE_TEXT
    for edits in range(len(old) + len(new) + 1):
        trace.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
            )
            x = first = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reach[diagonal] = x
            effort.left -= 1 + x - first
            if x >= len(old) and y >= len(new):
                return _traced(trace, len(old), len(new))
        effort.left -= edits
        if effort.left < max(most, 0):
            return []
    return []


def _traced(trace: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    """Walk the search back and return the tokens that stayed, in order."""
    pairs: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], x - y
        down = diagonal == -edits or (
            diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        from_x = reach[before]
        from_y = from_x - before
        first_x = from_x if down else from_x + 1
        while x > first_x and x > 0 and y > 0:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = from_x, from_y
    return pairs[::-1]


def _blocks(
    old: Sequence[str], new: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str, str]]:
    """Yield (what stayed, what then went out, what came in) from left to right."""
    x = y = 0
    same: list[str] = []
    for at, to in (*pairs, (len(old), len(new))):
        if at > x or to > y:
            yield "".join(same), "".join(old[x:at]), "".join(new[y:to])
            same = []
        if at < len(old):
            same.append(old[at])
        x, y = at + 1, to + 1
    if same:
        yield "".join(same), "", ""


def _tidy(blocks: Sequence[tuple[str, str, str]]) -> Iterator[Run]:
    """Give islands up and yield the runs."""
    same = gone = come = ""
    for stayed, out, into in blocks:
        if (gone or come) and (out or into) and _ISLAND.fullmatch(stayed):
            gone, come = gone + stayed + out, come + stayed + into
            continue
        if gone or come:
            yield from _runs(same, gone, come)
            same = gone = come = ""
        same, gone, come = same + stayed, out, into
    yield from _runs(same, gone, come)


def _runs(same: str, gone: str, come: str) -> Iterator[Run]:
    for fate, text in ((Fate.SAME, same), (Fate.OUT, gone), (Fate.IN, come)):
        if text:
            yield Run(fate, text)
