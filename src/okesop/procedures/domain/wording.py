"""What a change did, first as data that is stored, then as a sentence in the reader's language."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.core.document import SopDocument
from okesop.core.places import IDENTITY_NAMES, LIST_NAMES, STEP_NAMES
from okesop.procedures.domain.places import step_number
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.enums import ChangeKind

Operation = Mapping[str, Any]
Summary = list[dict[str, Any]]


def summarise(document: SopDocument, operations: Sequence[Operation]) -> Summary:
    """Return one part per kind of operation: how often, and where when it was at one place."""
    counts: Counter[str] = Counter()
    parts: dict[str, dict[str, Any]] = {}
    for operation in operations:
        name = str(operation.get("op", ""))
        counts[name] += _weight(operation)
        parts.setdefault(name, {"op": name, **_place(document, operation)})
    return [{**part, "n": counts[name]} for name, part in parts.items()]


def sentence(kind: str, summary: Summary) -> str:
    """Say it: "mengubah Output langkah 4, menambah 2 pelaksana"."""
    done = ", ".join(filter(None, map(_part, summary))) or _("mengubah dokumen")
    if kind == ChangeKind.UNDO:
        return _("mengurungkan: %(what)s") % {"what": done}
    if kind == ChangeKind.REDO:
        return _("mengulangi: %(what)s") % {"what": done}
    return done


def _weight(operation: Operation) -> int:
    steps = operation.get("steps")
    return len(steps) if isinstance(steps, list) and steps else 1


def _place(document: SopDocument, operation: Operation) -> dict[str, Any]:
    parts = str(operation.get("place", "")).split("/")
    if parts[0] == "steps" and len(parts) == 3:  # noqa: PLR2004 -- steps/<id>/<cell>
        return {"cell": parts[2], "step": step_number(document, parts[1])}
    if parts[0] in {"identity", "performers", "nodes"} and len(parts) > 1:
        return {"head": parts[0], "field": parts[1] if parts[0] == "identity" else ""}
    if operation.get("list") in LIST_NAMES:
        return {"list": str(operation["list"])}
    return _row(document, operation)


def _row(document: SopDocument, operation: Operation) -> dict[str, Any]:
    step = operation.get("step")
    if step is None:
        node = document.node_by_id().get(str(operation.get("node") or operation.get("first")))
        step = node.step if node else None
    number = step_number(document, str(step)) if step else None
    return {"step": number} if number else {}


def _part(part: dict[str, Any]) -> str:
    name, count = part["op"], part["n"]
    if name == "set_text":
        return _text(part, count)
    if name in {"insert_item", "set_item", "remove_item", "move_item"}:
        label = LIST_NAMES.get(part.get("list", ""))
        return _("mengubah %(what)s") % {"what": spoken(label)} if label else ""
    if name in _CHART:
        step = part.get("step")
        if step and count == 1:
            return _("mengubah simbol atau alur langkah %(step)d") % {"step": step}
        return _("mengubah bagan")
    return _counted(name, count)


def _text(part: dict[str, Any], count: int) -> str:
    if count > 1:
        return ngettext("mengubah %(n)d sel", "mengubah %(n)d sel", count) % {"n": count}
    if part.get("cell") in STEP_NAMES:
        values = {"cell": spoken(STEP_NAMES[part["cell"]]), "step": part.get("step") or 0}
        return _("mengubah %(cell)s langkah %(step)d") % values
    if part.get("field") in IDENTITY_NAMES:
        return _("mengubah %(what)s") % {"what": spoken(IDENTITY_NAMES[part["field"]])}
    return _("mengganti nama pelaksana") if part.get("head") == "performers" else _("mengubah sel")


_CHART = {
    "put_symbol",
    "set_kind",
    "move_symbol",
    "remove_symbol",
    "set_exits",
    "join",
    "part",
    "set_span",
}


def _counted(name: str, count: int) -> str:
    values = {"n": count}
    match name:
        case "insert_steps":
            return ngettext("menambah %(n)d langkah", "menambah %(n)d langkah", count) % values
        case "remove_steps":
            return ngettext("menghapus %(n)d langkah", "menghapus %(n)d langkah", count) % values
        case "move_steps":
            return (
                ngettext("memindahkan %(n)d langkah", "memindahkan %(n)d langkah", count) % values
            )
        case "insert_performer":
            return ngettext("menambah %(n)d pelaksana", "menambah %(n)d pelaksana", count) % values
        case "remove_performer":
            return (
                ngettext("menghapus %(n)d pelaksana", "menghapus %(n)d pelaksana", count) % values
            )
        case "move_performer" | "merge_performers" | "set_position":
            return _("mengatur kolom pelaksana")
        case _:
            return ""
