"""The keys that each object of the format knows."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from okesop.core.decoding import name_repeated
from okesop.core.document import Identity
from okesop.core.places import LIST_NAMES, STEP_NAMES
from okesop.core.problems import Collector, clipped

KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "": frozenset(
            {"format", "identity", "performers", "steps", "nodes", "edges", *LIST_NAMES}
        ),
        "identity": frozenset(field.name for field in fields(Identity)),
        "performers": frozenset({"id", "title", "position"}),
        "steps": frozenset({"id", "no", *STEP_NAMES}),
        "nodes": frozenset({"id", "step", "performer", "kind", "label", "span"}),
        "edges": frozenset({"from", "to", "label", "joint", "leave", "side"}),
    }
)


def name_keys(data: Mapping[str, Any], section: str, place: str, found: Collector) -> None:
    """Record the object's repeated and unknown keys."""
    head = f"{place}/" if place else ""
    name_repeated(data, head, found)
    known = KEYS[section]
    for key in data:
        if key not in known:
            found.unknown(section, f"{head}{clipped(key)}", key)
