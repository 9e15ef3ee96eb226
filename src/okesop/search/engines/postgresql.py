"""PostgreSQL: one ``tsvector`` for each reach, made of words, ``=stem`` and ``+pairs of words``, under a GIN index.

Pairs answer phrases from the index alone; only a phrase of three words and more looks into the text, to be sure.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from okesop.search.circles import Circle, Reach
from okesop.search.query import Query, Term

COLUMNS = ("title", "identity", "steps")
VECTORS = ("title_vector", "identity_vector", "whole_vector")
KEY = "search_sopentry.key"
IN_SEEN = "search_sopentry.key IN (SELECT key FROM seen)"
SELECT = "SELECT key FROM search_sopentry WHERE {vector} @@ %s::tsquery"
NEWEST = "SELECT {rank} AS circle, {keys} AND {seen} ORDER BY key DESC LIMIT %s"
PAIR = 2


def keys(query: Query, circle: Circle) -> tuple[str, list[Any]]:
    """Return SQL, with its parameters, for the keys that the circle holds; more conditions may follow it."""
    sql = [SELECT.format(vector=VECTORS[circle.reach])]
    asked: list[Any] = [" & ".join(_term(term, circle) for term in query.terms)]
    for term in query.terms:
        if len(term.words) > PAIR:
            sql.append(_in_a_row(circle.reach))
            asked += [_row(term, circle)] * (circle.reach + 1)
    return " AND ".join(sql), asked


def newest(keys: str, rank: int, seen: str) -> str:
    """Return SQL for the newest of the keys that fulfil the condition ``seen``, with the rank of their circle."""
    return NEWEST.format(rank=rank, keys=keys.removeprefix("SELECT "), seen=seen)


def _term(term: Term, circle: Circle) -> str:
    forms = list(_forms(term, circle))
    return f"({' | '.join(forms)})"


def _forms(term: Term, circle: Circle) -> Iterator[str]:
    lexemes = [f"'+{one} {other}'" for one, other in pairwise(term.words)]
    lexemes = lexemes or [f"'{term.words[0]}'"]
    if circle.loose and term.open:
        lexemes[-1] += ":*"
    yield " & ".join(lexemes) if len(lexemes) == 1 else f"({' & '.join(lexemes)})"
    if circle.loose:
        yield from (f"'={each}'" for each in term.stems)
        yield from (f"'{each}'" for each in term.bases)


def _in_a_row(reach: Reach) -> str:
    places = (f"strpos(' ' || {name}_words || ' ', %s) > 0" for name in COLUMNS[: reach + 1])
    return f"({' OR '.join(places)})"


def _row(term: Term, circle: Circle) -> str:
    return f" {' '.join(term.words)}{'' if circle.loose and term.open else ' '}"
