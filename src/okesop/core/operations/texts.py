"""``set_text``: one cell of the form, the heart of typing."""

from dataclasses import replace
from typing import Any

from okesop.core import bounds
from okesop.core.document import SopDocument
from okesop.core.duration import tidy
from okesop.core.operations.outcome import Kind, Operation, Outcome, Refused
from okesop.core.operations.shape import is_text, is_text_or_null, malformed
from okesop.core.operations.telling import spoken
from okesop.core.parsing import DATES
from okesop.core.parsing.values import as_date, sound_text
from okesop.core.places import IDENTITY_NAMES, STEP_NAMES, where
from okesop.core.text import Sentence

GONE_STEP = Sentence("Langkah ini sudah dihapus.", "This step has been removed.")
GONE_PERFORMER = Sentence("Pelaksana ini sudah dihapus.", "This performer has been removed.")
GONE_NODE = Sentence("Simbol ini sudah dihapus.", "This symbol has been removed.")
_TOO_MANY_LINES = Sentence(
    "Nama instansi paling banyak {most} baris.", "The institution has at most {most} lines."
)
_CHANGED = Sentence("mengubah {what}", "changed {what}")


def clean(text: str) -> str:
    """Return a typed text as it is stored: line feeds, and nothing that no file can hold."""
    return sound_text(text.replace("\r\n", "\n").replace("\r", "\n"))


def set_text(document: SopDocument, operation: Operation) -> Outcome:
    """Set one text by its place."""
    section, _, rest = operation["place"].partition("/")
    key, _, field = rest.partition("/")
    text = clean(operation["value"] or "")
    if section == "identity" and key in IDENTITY_NAMES and not field:
        return Outcome(_with_identity(document, key, text))
    if section == "steps" and field in STEP_NAMES:
        return Outcome(_with_step(document, key, field, text))
    if section == "performers" and field == "title":
        return Outcome(_with_title(document, key, text))
    if section == "nodes" and field == "label":
        return Outcome(_with_label(document, key, text))
    raise malformed("place")


def _with_identity(document: SopDocument, field: str, text: str) -> SopDocument:
    value: Any = text or None
    if field == "institution":
        lines = tuple(text.split("\n")) if text else ()
        if len(lines) > bounds.INSTITUTION_LINES:
            raise Refused(_TOO_MANY_LINES.filled(most=bounds.INSTITUTION_LINES))
        value = lines
    elif field in DATES:
        value = as_date(text or None)
    return replace(document, identity=replace(document.identity, **{field: value}))


def _with_step(document: SopDocument, key: str, field: str, text: str) -> SopDocument:
    for row, step in enumerate(document.steps):
        if step.id == key:
            # "15 m" is written out; a text that says no time stays as it was typed
            changed = replace(step, **{field: tidy(text) if field == "time" else text})
            steps = (*document.steps[:row], changed, *document.steps[row + 1 :])
            return replace(document, steps=steps)
    raise Refused(GONE_STEP)


def _with_title(document: SopDocument, key: str, text: str) -> SopDocument:
    for column, performer in enumerate(document.performers):
        if performer.id == key:
            # a title that is typed no longer says what the register says
            changed = replace(performer, title=text, position=None)
            before, after = document.performers[:column], document.performers[column + 1 :]
            return replace(document, performers=(*before, changed, *after))
    raise Refused(GONE_PERFORMER)


def _with_label(document: SopDocument, key: str, text: str) -> SopDocument:
    if key not in document.node_by_id():
        raise Refused(GONE_NODE)
    nodes = tuple(
        replace(node, label=text or None) if node.id == key else node for node in document.nodes
    )
    return replace(document, nodes=nodes)


def _tell(document: SopDocument, operation: Operation) -> Sentence:
    place = where(document, operation["place"])
    section, _, rest = operation["place"].partition("/")
    key, _, field = rest.partition("/")
    name = STEP_NAMES.get(field)
    if section == "steps" and name:
        step = where(document, f"steps/{key}")
        place = Sentence(f"{name.id} {step.id}", f"{name.en} of {step.en}")
    return _CHANGED.filled(what=spoken(place))


OPERATIONS = {
    "set_text": Kind(set_text, _tell, {"place": is_text, "value": is_text_or_null}),
}
