"""SQLite: FTS5 over the columns of words."""

from typing import Any

from okesop.search.circles import Circle, Reach
from okesop.search.query import Query, Term

COLUMNS = ("title", "identity", "steps")
KEYS = (
    "SELECT rowid AS key FROM search_sopentry_index WHERE search_sopentry_index MATCH %s"
    " ORDER BY rowid DESC"
)


def keys(query: Query, circle: Circle) -> tuple[str, list[Any]]:
    """Return SQL, with its parameters, for the keys that the circle holds, the newest first."""
    return KEYS, [" AND ".join(_term(term, circle) for term in query.terms)]


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
