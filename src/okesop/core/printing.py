"""Which texts of a document reach the paper, and which characters the paper cannot show."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from okesop.core.document import SopDocument
from okesop.core.metrics import unprintable_in
from okesop.core.places import LIST_NAMES, STEP_NAMES
from okesop.core.rules.finding import Finding, Severity, Waiver
from okesop.core.rules.places import Places
from okesop.core.text import Sentence

RULE = "CT-01"
"""Beside the rules of the regulation: what the product's own paper cannot do."""

_NOT_PRINTED = frozenset({"next_review", "nature", "service_promise"})
_MOST_NAMED = 10
_LOST = Sentence(
    "Karakter {characters} tidak ada dalam huruf cetak dan tercetak sebagai □; ganti dengan kata atau tanda lain.",
    "No print font has the character {characters}, so it prints as □; use a word or another sign instead.",
)


def printed_texts(document: SopDocument) -> Iterator[tuple[str, str]]:
    """Yield place and text, places as in a finding ("identity/title", "steps/<id>/activity")."""
    yield from _identity(document)
    for key in LIST_NAMES:
        texts = getattr(document, key)
        yield from ((f"{key}/{place}", text) for place, text in enumerate(texts))
    yield from ((f"performers/{entry.id}", entry.title) for entry in document.performers)
    for step in document.steps:
        yield from ((f"steps/{step.id}/{key}", getattr(step, key)) for key in STEP_NAMES)
    yield from ((f"nodes/{node.id}", node.label) for node in document.nodes if node.label)
    yield from (
        (f"edges/{edge.source}/{edge.target}", edge.label) for edge in document.edges if edge.label
    )


def unprintable(document: SopDocument) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the places whose text holds characters that no embedded font has, with these characters."""
    return tuple(
        (place, lost)
        for place, text in printed_texts(document)
        if not text.isascii() and (lost := unprintable_in(text))
    )


def print_findings(document: SopDocument, waivers: Iterable[Waiver] = ()) -> tuple[Finding, ...]:
    """Return a warning for each text that holds characters that no embedded font has."""
    lost = unprintable(document)
    if not lost:
        return ()
    places = Places(document)
    reasons = {waiver.place: waiver.reason for waiver in waivers if waiver.rule == RULE}
    return tuple(
        Finding(
            rule=RULE,
            severity=Severity.WARNING,
            place=place,
            message=_LOST.filled(characters=_named(characters)),
            where=places.where(place),
            waivable=True,
            waived=reasons.get(place),
        )
        for place, characters in lost
    )


def _identity(document: SopDocument) -> Iterator[tuple[str, str]]:
    identity = document.identity
    for entry in fields(identity):
        value = getattr(identity, entry.name)
        if isinstance(value, str) and entry.name not in _NOT_PRINTED:
            yield f"identity/{entry.name}", value
    if identity.institution:
        yield "identity/institution", "\n".join(identity.institution)


def _named(characters: tuple[str, ...]) -> str:
    named = [f"“{char}”" if char.isprintable() else f"U+{ord(char):04X}" for char in characters]
    shown = ", ".join(named[:_MOST_NAMED])
    return f"{shown}, …" if len(named) > _MOST_NAMED else shown
