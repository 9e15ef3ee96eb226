"""Words for the history of a draft: names as they stand inside a sentence."""

from okesop.core.document import SopDocument
from okesop.core.places import where
from okesop.core.text import Sentence


def spoken(name: Sentence) -> Sentence:
    """Return the name as it stands inside a sentence: “waktu langkah 3”, but “nomor SOP”."""
    return Sentence(_inside(name.id), _inside(name.en))


def _inside(text: str) -> str:
    head, quote, tail = text.partition("“")
    words = (word if word.isupper() else word.lower() for word in head.split(" "))
    return " ".join(words) + quote + tail


def step_of(document: SopDocument, step: str) -> Sentence:
    """Return “langkah 3”."""
    return spoken(where(document, f"steps/{step}"))


def symbol_of(document: SopDocument, node: str) -> Sentence:
    """Return “langkah 3” for a symbol of that step."""
    return spoken(where(document, f"nodes/{node}"))


def performer_of(document: SopDocument, performer: str) -> Sentence:
    """Return “pelaksana “Kepala Bagian””."""
    return spoken(where(document, f"performers/{performer}"))
