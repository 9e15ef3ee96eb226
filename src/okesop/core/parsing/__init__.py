"""From a JSON text or value to a ``SopDocument``, with everything that is wrong with it.

A document is refused as a whole only where its bounds are passed or where an id, on which everything hangs, is
missing, malformed or given twice. Anything else that cannot be read is left out and named; unknown keys are named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from okesop.core import bounds
from okesop.core.canonical import canonical
from okesop.core.decoding import decode
from okesop.core.document import FORMAT, Identity, Performer, SopDocument, Step
from okesop.core.parsing.flow import Table, edges_of, nodes_of
from okesop.core.parsing.keys import KEYS, name_keys
from okesop.core.parsing.values import as_date, id_of, items_of, lines_of, object_of, text_of
from okesop.core.places import LIST_NAMES, STEP_NAMES
from okesop.core.problems import Collector, Gravity, Problem, clipped
from okesop.core.text import Sentence

__all__ = ["DATES", "Reading", "parse"]

DATES = frozenset({"created", "revised", "effective", "next_review"})

_NO_FORMAT = Sentence(
    "Ini bukan dokumen SOP: kunci “format” harus berisi “sop-document/1”.",
    "This is no SOP document: the key “format” must be “sop-document/1”.",
)
_OTHER_VERSION = Sentence(
    "Dokumen memakai format “{format}”; yang dapat dibaca hanya “sop-document/1”.",
    "The document uses the format “{format}”; only “sop-document/1” can be read.",
)
_TOO_LARGE = Sentence(
    "Isi dokumen melebihi 5 MB. Bagi menjadi beberapa SOP.",
    "The content of the document is over 5 MB. Split it into several SOPs.",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The document that was read, or None when a problem is fatal, and all problems."""

    document: SopDocument | None
    problems: tuple[Problem, ...] = ()


def parse(data: bytes | str | Mapping[str, Any]) -> Reading:
    """Read a document from JSON text or from the value of one; never raises for bad content."""
    found = Collector()
    raw = data if isinstance(data, Mapping) else decode(data, found)
    document = None if raw is None else _document(raw, found)
    if document is not None and len(canonical(document)) > bounds.FILE_BYTES:
        found.add("", _TOO_LARGE, gravity=Gravity.FATAL)
    return Reading(None if found.fatal else document, found.all())


def _document(raw: Mapping[str, Any], found: Collector) -> SopDocument:
    _check_format(raw, found)
    name_keys(raw, "", "", found)
    identity = _identity(raw.get("identity"), found)
    lists = {name: lines_of(raw.get(name), name, bounds.LIST_ITEMS, found) for name in LIST_NAMES}
    performers = _performers(raw.get("performers"), found)
    steps = _steps(raw.get("steps"), found)
    table = Table(
        {step: row for row, step in enumerate(steps)},
        {performer: column for column, performer in enumerate(performers)},
    )
    nodes = nodes_of(raw.get("nodes"), table, found)
    edges = edges_of(raw.get("edges"), nodes, table, found)
    return SopDocument(
        identity=identity,
        performers=tuple(performers.values()),
        steps=tuple(steps.values()),
        nodes=tuple(nodes.values()),
        edges=edges,
        **lists,
    )


def _check_format(raw: Mapping[str, Any], found: Collector) -> None:
    name = raw.get("format")
    if name == FORMAT:
        return
    other = isinstance(name, str) and name.startswith("sop-document/")
    message = _OTHER_VERSION.filled(format=clipped(name)) if other else _NO_FORMAT
    found.add("format", message, gravity=Gravity.FATAL)


def _identity(value: object, found: Collector) -> Identity:
    raw = object_of(value, "identity", found)
    name_keys(raw, "identity", "identity", found)
    values: dict[str, Any] = {}
    for name in sorted(KEYS["identity"] - {"institution"}):
        text = text_of(raw.get(name), f"identity/{name}", found) or None
        values[name] = as_date(text) if name in DATES else text
    institution = lines_of(
        raw.get("institution"), "identity/institution", bounds.INSTITUTION_LINES, found
    )
    return Identity(institution=institution, **values)


def _performers(value: object, found: Collector) -> dict[str, Performer]:
    performers: dict[str, Performer] = {}
    for item in items_of(value, "performers", bounds.PERFORMERS, found):
        name_keys(item.data, "performers", item.place(), found)
        title = text_of(item.data.get("title"), item.place("title"), found) or ""
        position = text_of(item.data.get("position"), item.place("position"), found) or None
        key = id_of(item, performers, found)
        if key is not None:
            performers[key] = Performer(key, title, position)
    return performers


def _steps(value: object, found: Collector) -> dict[str, Step]:
    steps: dict[str, Step] = {}
    for item in items_of(value, "steps", bounds.STEPS, found):
        name_keys(item.data, "steps", item.place(), found)
        number = item.index + 1
        texts = {
            name: text_of(item.data.get(name), item.place(name), found, step=number) or ""
            for name in STEP_NAMES
        }
        no = text_of(item.data.get("no"), item.place("no"), found, step=number)
        key = id_of(item, steps, found)
        if key is not None:
            steps[key] = Step(key, no=no, **texts)
    return steps
