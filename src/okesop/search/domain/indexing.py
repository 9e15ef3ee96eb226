"""Writing what can be found, in the transaction of what it tells of."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from okesop.search.models import SopEntry
from okesop.search.texts import Texts
from okesop.search.words import composed, cut, stem

MOST_BYTES = 200_000
"""So much of an SOP can be found by its words; PostgreSQL indexes a megabyte of words, stems and pairs at most."""
BETWEEN_LINES = "¶"
AT_ONCE = 200


def put(key: int, texts: Texts) -> None:
    """Let a version be found by its texts, from the end of the caller's transaction on.

    Nothing is written where they are the same as before: most changes of a draft move a symbol.
    """
    entry = _entry(key, texts)
    stored = SopEntry.objects.filter(pk=key).values_list("title", "identity", "steps").first()
    if stored != (entry.title, entry.identity, entry.steps):
        entry.save(force_insert=stored is None, force_update=stored is not None)


def forget(*keys: int) -> None:
    """Let versions that are gone be found no more."""
    SopEntry.objects.filter(pk__in=keys).delete()


@transaction.atomic
def rebuild(documents: Iterable[tuple[int, Texts]]) -> int:
    """Index everything anew; return how many versions can be found."""
    SopEntry.objects.all().delete()
    entries = (_entry(key, texts) for key, texts in documents)
    return sum(len(SopEntry.objects.bulk_create(part)) for part in _parts(entries))


def _parts(entries: Iterator[SopEntry]) -> Iterator[list[SopEntry]]:
    while part := list(islice(entries, AT_ONCE)):
        yield part


def _entry(key: int, texts: Texts) -> SopEntry:
    lines = {
        "title": (_line(texts.title),),
        "identity": tuple(map(_line, texts.identity)),
        "steps": tuple(map(_line, texts.steps)),
    }
    left = MOST_BYTES
    values = {}
    for name, parts in lines.items():
        words = _words(parts, left)
        left -= sum(map(_size, words))
        values[name] = "\n".join(parts)
        values[f"{name}_words"] = " ".join(words)
        values[f"{name}_stems"] = " ".join(_stems(words))
    return SopEntry(key=key, **values)


def _line(text: str) -> str:
    return " ".join(composed(text).replace("\0", " ").split())


def _words(lines: Iterable[str], most: int) -> list[str]:
    words: list[str] = []
    for line in lines:
        found = [word.text for word in cut(line)]
        if found:
            words += [BETWEEN_LINES, *found] if words else found
    size = 0
    for place, word in enumerate(words):
        size += _size(word)
        if size > most:
            return words[:place]
    return words


def _size(word: str) -> int:
    return len(word.encode()) + 1


def _stems(words: list[str]) -> list[str]:
    """Return the stems that are not words of the text themselves, each once."""
    return sorted({stem(word) for word in words} - set(words))
