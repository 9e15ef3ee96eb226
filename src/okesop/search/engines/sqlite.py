"""SQLite: FTS5 over the columns of words."""

from typing import Any

from okesop.search.circles import Circle, Reach
from okesop.search.query import Query, Term

COLUMNS = ("title", "identity", "steps")
KEY = "search_sopentry_index.rowid"
# "+": the index is walked from its newest key; it is not asked again for each key that may be seen.
IN_SEEN = "+search_sopentry_index.rowid IN (SELECT key FROM seen)"
SELECT = "SELECT rowid AS key FROM search_sopentry_index WHERE search_sopentry_index MATCH %s"
NEWEST = "SELECT {rank} AS circle, {keys} AND {seen} ORDER BY rowid DESC LIMIT %s"


def keys(query: Query, circle: Circle) -> tuple[str, list[Any]]:
    """Return SQL, with its parameters, for the keys that the circle holds; more conditions may follow it."""
    return SELECT, [" AND ".join(_term(term, circle) for term in query.terms)]


def newest(keys: str, rank: int, seen: str) -> str:
    """Return SQL for the newest of the keys that fulfil the condition ``seen``, with the rank of their circle."""
    return NEWEST.format(rank=rank, keys=keys.removeprefix("SELECT "), seen=seen)


def _term(term: Term, circle: Circle) -> str:
    words, stems = _columns(circle.reach, "words"), _columns(circle.reach, "stems")
    forms = [f'{words} : "{" ".join(term.words)}"']
    if circle.loose and term.open:
        forms.append(f"{forms[0]} *")
    if circle.loose:
        forms += [f'{stems} : "{each}"' for each in term.stems]
        forms += [f'{words} : "{each}"' for each in term.bases]
    return f"({' OR '.join(forms)})"


def _columns(reach: Reach, kind: str) -> str:
    return f"{{{' '.join(f'{name}_{kind}' for name in COLUMNS[: reach + 1])}}}"
