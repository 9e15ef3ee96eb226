"""Words as they are indexed and asked for: one way of cutting and folding for every database.

A word is a run of letters and figures, without case and accents. Databases get words that are already cut, so that
none of them cuts in a way of its own.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from threading import local

from snowballstemmer.indonesian_stemmer import IndonesianStemmer  # type: ignore[import-untyped]

LONGEST = 64
RUN = re.compile(r"[^\W_]+")
FIGURES = re.compile(r"[0-9]+[a-z]?")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
NUMBER_SIGNS = {"no", "nomer", "nomor"}
YEAR_SIGNS = {"th", "thn", "tahun"}
VOWELS = frozenset("aeiou")
SHORTEST_MELTING = 4

_own = local()


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its place in the text that it was cut from."""

    text: str
    start: int
    end: int


def composed(text: str) -> str:
    """Return the text with letters and their accents in one character each, as it is kept."""
    return unicodedata.normalize("NFC", text)


def cut(text: str) -> list[Word]:
    """Return the words of a composed text, in order."""
    found = [Word(fold(m.group()), m.start(), m.end()) for m in RUN.finditer(text)]
    return _spelled([word for word in found if word.text])


def fold(run: str) -> str:
    """Return a run of letters and figures without case and accents, at most ``LONGEST`` characters."""
    if run.isascii():
        return run.lower()[:LONGEST]
    bare = unicodedata.normalize("NFKD", run).casefold()
    return "".join(filter(str.isalnum, bare))[:LONGEST]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of an Indonesian word: "penyusunan" and "menyusun" have one.

    The stemmer cannot know whether "mengirim" comes from "kirim" or from "irim": a first k or t, which melts into the
    prefix, is left out of every stem.
    """
    if not word.isascii() or not word.isalpha():
        return word
    return _melted(str(_stemmer().stemWord(word)) or word)


def stems_for(word: str) -> tuple[str, ...]:
    """Return the stems by which a word is looked for: its own, and itself as one ("terima" is no ter-ima)."""
    itself = _melted(word) if word.isascii() and word.isalpha() else word
    return tuple(dict.fromkeys((stem(word), itself)))


def bases(stem_: str) -> tuple[str, ...]:
    """Return the words that a stem can be: as it stands, and with the k or t that it may have lost."""
    return (stem_, f"k{stem_}", f"t{stem_}") if stem_[:1] in VOWELS else (stem_,)


def _melted(word: str) -> str:
    melts = len(word) >= SHORTEST_MELTING and word[0] in "kt" and word[1] in VOWELS
    return word[1:] if melts else word


def _stemmer() -> IndonesianStemmer:
    # A stemmer keeps the word that it works on in itself: one for each thread.
    if not hasattr(_own, "stemmer"):
        _own.stemmer = IndonesianStemmer()
    return _own.stemmer


def _spelled(found: list[Word]) -> list[Word]:
    """Write "No. 12" and "Nomer 12" as "nomor 12", "Th. 2011" as "tahun 2011"."""
    following = chain((word.text for word in found[1:]), [""])
    return [
        Word(_spelling(word.text, after), word.start, word.end)
        for word, after in zip(found, following, strict=False)
    ]


def _spelling(word: str, after: str) -> str:
    if word in NUMBER_SIGNS and FIGURES.fullmatch(after):
        return "nomor"
    if word in YEAR_SIGNS and YEAR.fullmatch(after):
        return "tahun"
    return word
