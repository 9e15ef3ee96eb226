"""PostgreSQL: one ``tsvector`` for each reach, made of words, ``=stem`` and ``+pairs of words``, under a GIN index.

Pairs answer phrases from the index alone; only a phrase of three words and more looks into the text, to be sure.
The function of the migration walks the index whatever the planner thinks of it: it does not know that to read a
vector of its own accord costs twenty times as much.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from okesop.search.circles import Circle
from okesop.search.query import Query, Term

COLUMNS = ("title", "identity", "steps")
KEYS = "SELECT key FROM okesop_search_keys(%s, %s::tsquery) AS key"
IN_A_ROW = (
    "EXISTS (SELECT FROM search_sopentry AS entry WHERE entry.key = found.key AND ({places}))"
)
PLACE = "strpos(' ' || {name}_words || ' ', %s) > 0"
PAIR = 2


def keys(query: Query, circle: Circle) -> tuple[str, list[Any]]:
    """Return SQL, with its parameters, for the keys that the circle holds, the newest first."""
    asked: list[Any] = [circle.reach, " & ".join(_term(term, circle) for term in query.terms)]
    rows = [_row(term, circle) for term in query.terms if len(term.words) > PAIR]
    if not rows:
        return KEYS, asked
    places = COLUMNS[: circle.reach + 1]
    condition = IN_A_ROW.format(places=" OR ".join(PLACE.format(name=name) for name in places))
    sql = f"SELECT key FROM ({KEYS}) AS found WHERE {' AND '.join([condition] * len(rows))}"  # noqa: S608 -- constants
    return sql, [*asked, *(row for row in rows for _place in places)]


def _term(term: Term, circle: Circle) -> str:
    return f"({' | '.join(_forms(term, circle))})"


def _forms(term: Term, circle: Circle) -> Iterator[str]:
    lexemes = [f"'+{one} {other}'" for one, other in pairwise(term.words)]
    lexemes = lexemes or [f"'{term.words[0]}'"]
    if circle.loose and term.open:
        lexemes[-1] += ":*"
    yield f"({' & '.join(lexemes)})"
    if circle.loose:
        yield from (f"'={each}'" for each in term.stems)
        yield from (f"'{each}'" for each in term.bases)


def _row(term: Term, circle: Circle) -> str:
    return f" {' '.join(term.words)}{'' if circle.loose and term.open else ' '}"
