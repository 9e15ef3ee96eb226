"""How what was found answers: its title with the hits marked, and the line that answers where the title does not."""

from collections.abc import Iterable
from dataclasses import dataclass

from okesop.search.marking import excerpt, marked, spans
from okesop.search.models import SopEntry
from okesop.search.query import Query


@dataclass(frozen=True, slots=True)
class Answer:
    """The marked title; ``line`` is a marked part of the text, ``step`` the number of the step that it comes from, or 0."""

    title: str
    line: str = ""
    step: int = 0


def of(keys: Iterable[int], query: Query) -> dict[int, Answer]:
    """Return how each of the keys answers; one query."""
    entries = SopEntry.objects.filter(pk__in=list(keys)).only("title", "identity", "steps")
    return {entry.pk: _answer(entry, query) for entry in entries}


def _answer(entry: SopEntry, query: Query) -> Answer:
    title = marked(entry.title, query)
    if {span.term for span in spans(entry.title, query)} == set(query.terms):
        return Answer(title)
    identity = entry.identity.split("\n")
    found = excerpt((*identity, *entry.steps.split("\n")), query)
    if found is None:
        return Answer(title)
    place, line = found
    return Answer(title, line, max(0, place - len(identity) + 1))
