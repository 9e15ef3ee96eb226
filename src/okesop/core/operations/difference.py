"""What a change did, as primitive before/after values by id: the ``restore`` operation, and the places it touched.

``{"op": "restore", "identity": {field: [now, then]}, "lists": {name: [now, then]}, "steps": SECTION, "performers":
SECTION, "nodes": SECTION, "edges": SECTION}``, each only where something changed. A SECTION has

- ``change``: ``{key: {field: [now, then]}}``,
- ``remove``: ``{key: value}`` of what the change added,
- ``insert``: ``{key: value}`` of what it took away,
- ``order`` and ``moved``: the keys in their former order, and those of them that moved.
- for arrows ``leaving``: all lines that leave the symbols concerned, as the change left them, and ``sequential``:
  those of ``insert`` that the order of the rows explained.

``seal`` marks the chart as the change left it, ``ends`` the symbols of ``insert`` that stood first or last.

An arrow's key is ``source>target``, a joint line's ``source=target``; a second one between the same symbols has ``#2``.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okesop.core import canonical
from okesop.core.document import Edge, SopDocument
from okesop.core.operations.chart import Chart
from okesop.core.operations.ordering import moved
from okesop.core.operations.sequence import Ends
from okesop.core.places import LIST_NAMES, STEP_NAMES

Data = Callable[[Any], dict[str, Any]]
SECTIONS: Mapping[str, Data] = {
    "performers": canonical.performer_data,
    "steps": canonical.step_data,
    "nodes": canonical.node_data,
    "edges": canonical.edge_data,
}
COLUMNS = frozenset({"performer", "span"})
"""Where a symbol stands from left to right is one value in two fields."""
_ROWS = ("performers", "steps")
_SEAL = 16
_CELLS = {"performers": {"title"}, "steps": set(STEP_NAMES), "nodes": {"label"}, "edges": set()}


@dataclass(frozen=True, slots=True)
class Difference:
    """The way back and the places that changed."""

    undo: dict[str, Any]
    places: tuple[str, ...]


def difference(before: SopDocument, after: SopDocument) -> Difference:
    """Compare two states of one document."""
    undo: dict[str, Any] = {"op": "restore"}
    places: list[str] = []
    if before.identity != after.identity:
        undo["identity"] = _fields(
            canonical.identity_data(before.identity), canonical.identity_data(after.identity)
        )
        places += [f"identity/{field}" for field in undo["identity"]]
    lists = _lists(before, after)
    if lists:
        undo["lists"] = lists
        places += lists
    for name, data in SECTIONS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and old != new:
            section = _section(keyed(name, old), keyed(name, new), data)
            if name == "edges":
                section |= _ways(before, section, keyed(name, new))
            undo[name] = section
            places += _places(name, section)
    if "insert" in undo.get("nodes", ()):
        undo["ends"] = sorted(_ends(before) & undo["nodes"]["insert"].keys())
    if undo.keys() & {"nodes", "edges"} or any("order" in undo.get(name, ()) for name in _ROWS):
        undo["seal"] = seal(after)
    return Difference(undo, tuple(dict.fromkeys(places)))


def seal(document: SopDocument) -> str:
    """Return a mark of all that a chart consists of but its texts: equal marks, equal charts."""
    rows, columns = list(document.step_index()), list(document.performer_index())
    nodes = [canonical.node_data(node) | {"label": None} for node in document.nodes]
    edges = [canonical.edge_data(edge) for edge in document.edges]
    text = json.dumps([rows, columns, nodes, edges])
    return hashlib.sha256(text.encode()).hexdigest()[:_SEAL]


def keyed(section: str, items: Sequence[Any]) -> dict[str, Any]:
    """Return the items of a section by key, in order."""
    if section != "edges":
        return {item.id: item for item in items}
    count: Counter[str] = Counter()
    result: dict[str, Any] = {}
    for edge in items:
        key = _edge_key(edge)
        count[key] += 1
        result[key if count[key] == 1 else f"{key}#{count[key]}"] = edge
    return result


def _ways(
    before: SopDocument, section: Mapping[str, Any], new: Mapping[str, Edge]
) -> dict[str, Any]:
    """Return what leaves the symbols concerned now, and which of the arrows taken away were sequential."""
    ways: dict[str, Any] = {"leaving": leaving(new, _sources(section, before.edges))}
    if "insert" in section:
        explained = Chart(before).explained()
        plain = [key for key, edge in keyed("edges", before.edges).items() if edge in explained]
        ways["sequential"] = [key for key in plain if key in section["insert"]]
    return ways


def _ends(document: SopDocument) -> frozenset[str]:
    ends = Ends.of(Chart(document))
    return ends.first | ends.last


def _sources(section: Mapping[str, Any], old: Sequence[Edge]) -> list[str]:
    """Return the symbols whose ways out changed."""
    values = [*section.get("remove", {}).values(), *section.get("insert", {}).values()]
    before = keyed("edges", old)
    changed = [before[key].source for key in section.get("change", ())]
    return list(dict.fromkeys((*(value["from"] for value in values), *changed)))


def leaving(edges: Mapping[str, Edge], sources: Collection[str]) -> dict[str, list[str]]:
    """Return the keys of all lines that leave the symbols."""
    result: dict[str, list[str]] = {source: [] for source in sources}
    for key, edge in edges.items():
        if edge.source in result:
            result[edge.source].append(key)
    return {source: sorted(keys) for source, keys in result.items()}


def _edge_key(edge: Edge) -> str:
    return f"{edge.source}{'=' if edge.joint else '>'}{edge.target}"


def _fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, list[Any]]:
    names = dict.fromkeys((*old, *new))
    changed = {name for name in names if old.get(name) != new.get(name)}
    if changed & COLUMNS:
        changed |= COLUMNS
    ordered = dict.fromkeys((*names, *sorted(changed)))
    return {name: [new.get(name), old.get(name)] for name in ordered if name in changed}


def _lists(before: SopDocument, after: SopDocument) -> dict[str, list[list[str]]]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in LIST_NAMES)
    return {name: [list(new), list(old)] for name, old, new in pairs if old != new}


def _section(old: Mapping[str, Any], new: Mapping[str, Any], data: Data) -> dict[str, Any]:
    kept = [key for key in old if key in new]
    changed = {
        key: _fields(data(old[key]), data(new[key]))
        for key in kept
        if old[key] is not new[key] and old[key] != new[key]
    }
    section: dict[str, Any] = {
        "change": changed,
        "remove": {key: data(new[key]) for key in new if key not in old},
        "insert": {key: data(old[key]) for key in old if key not in new},
    }
    if list(old) != list(new):
        shifted = moved(list(old), list(new))
        if shifted or section["insert"]:
            section |= {"order": list(old), "moved": shifted}
    return {part: value for part, value in section.items() if value}


def _places(name: str, section: Mapping[str, Any]) -> list[str]:
    whole = [*section.get("remove", ()), *section.get("insert", ()), *section.get("moved", ())]
    places = [_place(name, key) for key in whole]
    for key, changed in section.get("change", {}).items():
        cells = [field for field in changed if field in _CELLS[name]]
        places += [f"{name}/{key}/{field}" for field in cells]
        if len(cells) < len(changed):
            places.append(_place(name, key))
    return places


def _place(name: str, key: str) -> str:
    if name != "edges":
        return f"{name}/{key}"
    ends = key.split("#", maxsplit=1)[0]
    source, target = ends.split(">" if ">" in ends else "=")
    return f"edges/{source}/{target}"
