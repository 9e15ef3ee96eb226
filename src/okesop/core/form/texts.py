"""Every text of a document that reaches the paper, with its place."""

from collections.abc import Iterator
from dataclasses import fields

from okesop.core.document import SopDocument
from okesop.core.form.columns import TEXT_COLUMNS
from okesop.core.form.identity_texts import LISTS
from okesop.core.metrics import unprintable_in

_NOT_PRINTED = frozenset({"next_review", "nature", "service_promise"})


def printed_texts(document: SopDocument) -> Iterator[tuple[str, str]]:
    """Yield place and text, places as in ``okesop sop check`` ("identity/title", "steps/<id>/activity")."""
    yield from _identity(document)
    for row in LISTS:
        for key, _ in row:
            texts = getattr(document, key)
            yield from ((f"{key}/{place}", text) for place, text in enumerate(texts))
    yield from ((f"performers/{entry.id}", entry.title) for entry in document.performers)
    for step in document.steps:
        yield from ((f"steps/{step.id}/{key}", getattr(step, key)) for key in TEXT_COLUMNS)
    yield from ((f"nodes/{node.id}", node.label) for node in document.nodes if node.label)
    yield from (
        (f"edges/{edge.source}/{edge.target}", edge.label) for edge in document.edges if edge.label
    )


def unprintable(document: SopDocument) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the places whose text holds characters that no embedded font has, with these characters."""
    return tuple(
        (place, lost) for place, text in printed_texts(document) if (lost := unprintable_in(text))
    )


def _identity(document: SopDocument) -> Iterator[tuple[str, str]]:
    identity = document.identity
    for entry in fields(identity):
        value = getattr(identity, entry.name)
        if isinstance(value, str) and entry.name not in _NOT_PRINTED:
            yield f"identity/{entry.name}", value
    yield from ((f"identity/institution/{n}", text) for n, text in enumerate(identity.institution))
