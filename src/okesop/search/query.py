"""What somebody looks for, understood once for every database.

Words must all be found. Words in quotes stand one after the other, and so do the parts of a number such as
``000.8.3/112`` and of "Nomor 12 Tahun 2011". The last word, as long as no blank follows it, may be the beginning of
one. Nothing else has a meaning: an operator of a database is an ordinary word here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from okesop.search.words import FIGURES, Word, bases, composed, cut, stems_for

MOST_WORDS = 32
LONGEST_TEXT = 2_000
SHORTEST_BEGINNING = 3
QUOTES = re.compile('["“”„«»]')
LITTLE = frozenset(
    ("atau", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "sop", "untuk", "yang")
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand one after the other; ``open`` at its end it may go on."""

    words: tuple[str, ...]
    open: bool = False
    quoted: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of a single word; none of a phrase, and in quotes a word means itself alone."""
        return () if self.quoted or len(self.words) > 1 else stems_for(self.words[0])

    @property
    def bases(self) -> tuple[str, ...]:
        """The words that stand for their own stem."""
        return tuple(dict.fromkeys(base for each in self.stems for base in bases(each)))

    @property
    def is_loose(self) -> bool:
        """Tell whether another form of the word can stand for it."""
        return self.open or bool(self.stems)

    @property
    def is_little(self) -> bool:
        """Tell whether it is a word that stands in every SOP and says nothing."""
        return not self.quoted and len(self.words) == 1 and self.words[0] in LITTLE


@dataclass(frozen=True, slots=True)
class Query:
    """All that must be found. ``is_empty``: nothing was asked; ``is_lost``: no text can hold it; ``text``: as typed."""

    terms: tuple[Term, ...] = ()
    is_empty: bool = True
    is_lost: bool = False
    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All its words, folded."""
        return tuple(word for term in self.terms for word in term.words)

    @property
    def is_loose(self) -> bool:
        """Tell whether another form of one of its words can stand for it."""
        return any(term.is_loose for term in self.terms)


def understand(text: str) -> Query:
    """Return what ``text`` asks for; every text is understood."""
    if not text.strip():
        return Query()
    if len(text) > LONGEST_TEXT:
        return Query(is_empty=False, is_lost=True, text=text)
    terms = list(_terms(composed(text)))
    telling = tuple(dict.fromkeys([term for term in terms if not term.is_little] or terms))
    lost = not telling or sum(len(term.words) for term in telling) > MOST_WORDS
    return Query(() if lost else telling, is_empty=False, is_lost=lost, text=text)


def _terms(text: str) -> Iterator[Term]:
    """Yield the terms: what stands between two quotes is one; an open quote reaches to the end."""
    parts = QUOTES.split(text)
    for place, part in enumerate(parts):
        is_open = place == len(parts) - 1 and not part[-1:].isspace()
        if place % 2:
            words = tuple(word.text for word in cut(part))
            if words:
                yield Term(words, open=is_open and _may_go_on(words), quoted=True)
        else:
            yield from _unquoted(part, is_open=is_open)


def _unquoted(part: str, *, is_open: bool) -> Iterator[Term]:
    groups = list(_joined(list(_chunks(part))))
    for place, words in enumerate(groups):
        last = is_open and place == len(groups) - 1
        yield Term(words, open=last and _may_go_on(words))


def _chunks(part: str) -> Iterator[tuple[str, ...]]:
    """Yield words together that no blank parts: the pieces of a number, "e-office"."""
    chunk: list[Word] = []
    for word in cut(part):
        if chunk and any(map(str.isspace, part[chunk[-1].end : word.start])):
            yield tuple(each.text for each in chunk)
            chunk = []
        chunk.append(word)
    if chunk:
        yield tuple(each.text for each in chunk)


def _joined(chunks: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Join what cites a regulation: "nomor" and its figures, "tahun" and its year, both together."""
    held: tuple[str, ...] = ()
    for chunk in chunks:
        if held and _goes_on(held, chunk):
            held += chunk
            continue
        if held:
            yield held
        held = chunk
    if held:
        yield held


def _goes_on(held: tuple[str, ...], chunk: tuple[str, ...]) -> bool:
    if held[-1] in {"nomor", "tahun"}:
        return len(chunk) == 1 and bool(FIGURES.fullmatch(chunk[0]))
    return chunk == ("tahun",) and bool(FIGURES.fullmatch(held[-1]))


def _may_go_on(words: tuple[str, ...]) -> bool:
    return len(words) > 1 or len(words[0]) >= SHORTEST_BEGINNING
