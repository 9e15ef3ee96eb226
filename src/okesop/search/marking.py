"""Showing where a text answers: its hits marked, and the line that answers best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from okesop.search.query import Query, Term
from okesop.search.words import Word, cut, stem

EXACT, LOOSE = 2, 1
AROUND = 60
"""So many characters stand before the first hit of a long line, and twice as many behind it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that answers to one of the terms, ``exact``: as it was written."""

    start: int
    end: int
    term: Term
    exact: bool


def spans(text: str, query: Query) -> list[Span]:
    """Return the stretches of a composed text that answer, in order, none over another."""
    words = cut(text)
    found = sorted(
        (span for term in query.terms for span in _spans(words, term)),
        key=lambda span: (span.start, -span.end),
    )
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def marked(text: str, query: Query) -> SafeString:
    """Return the text as HTML with its hits in ``<mark>``."""
    return _html(text, spans(text, query))


def excerpt(lines: Sequence[str], query: Query) -> tuple[int, SafeString] | None:
    """Return the place of the line that answers best, and its part around the hits; None where none answers."""
    best: tuple[int, list[Span]] | None = None
    most = 0
    for place, line in enumerate(lines):
        found = spans(line, query)
        weight = _weight(found)
        if weight > most:
            best, most = (place, found), weight
        if most == EXACT * len(query.terms):
            break
    if best is None:
        return None
    place, found = best
    return place, _part(lines[place], found)


def _weight(found: list[Span]) -> int:
    weights: dict[Term, int] = {}
    for span in found:
        weights[span.term] = max(weights.get(span.term, 0), EXACT if span.exact else LOOSE)
    return sum(weights.values())


def _part(line: str, found: list[Span]) -> SafeString:
    start = _at_blank(line, max(0, found[0].start - AROUND))
    end = min(len(line), found[0].end + 2 * AROUND)
    end = len(line) if end == len(line) else line.rfind(" ", found[0].end, end)
    end = max(end, found[0].end)
    inside = [Span(s.start - start, s.end - start, s.term, s.exact) for s in found if s.end <= end]
    before, behind = "… " if start else "", " …" if end < len(line) else ""
    return format_html("{}{}{}", before, _html(line[start:end], inside), behind)


def _at_blank(line: str, place: int) -> int:
    return line.find(" ", place) + 1 if place else 0


def _html(text: str, found: list[Span]) -> SafeString:
    pieces = []
    at = 0
    for span in found:
        pieces.append((text[at : span.start], text[span.start : span.end]))
        at = span.end
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[at:])


def _spans(words: list[Word], term: Term) -> Iterator[Span]:
    length = len(term.words)
    stems, bases = set(term.stems), set(term.bases)
    for place in range(len(words) - length + 1):
        row = words[place : place + length]
        end = _end(row, term)
        if end:
            yield Span(row[0].start, end, term, row[-1].text == term.words[-1])
        elif stems and (row[0].text in bases or stem(row[0].text) in stems):
            yield Span(row[0].start, row[0].end, term, exact=False)


def _end(row: list[Word], term: Term) -> int:
    """Return where the words of the term end in the text; 0 where they do not stand here."""
    *before, last = term.words
    if [word.text for word in row[:-1]] != before:
        return 0
    final = row[-1]
    if final.text == last:
        return final.end
    if term.open and final.text.startswith(last):
        typed = final.start + len(last)
        return typed if final.end - final.start == len(final.text) else final.end
    return 0
