"""``restore``: take back what a change did, and only that.

Theory of operation. A value goes back only where it still is what the change made it; what others have written since
stays, and the author is told. A row or a column that others have filled is not removed. Rows and columns come first,
then symbols and arrows (``reflow``), and what was added goes last, when nothing stands on it any more.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from okesop.core.canonical import identity_data
from okesop.core.document import SopDocument
from okesop.core.operations.difference import SECTIONS, keyed
from okesop.core.operations.making import MAKE, changed_back
from okesop.core.operations.ordering import moved, placed
from okesop.core.operations.outcome import Kind, Operation, Outcome
from okesop.core.operations.reflow import reflow
from okesop.core.operations.shape import malformed
from okesop.core.parsing import DATES
from okesop.core.parsing.values import as_date
from okesop.core.places import LIST_NAMES, STEP_NAMES, where
from okesop.core.text import Sentence

_KEPT = Sentence(
    "{where} sudah diubah orang lain; isinya dibiarkan.",
    "{where} has been changed by someone else; it stays as it is.",
)
_KEPT_WHOLE = Sentence(
    "{where} sudah diisi orang lain, jadi tidak dihapus.",
    "{where} has been filled in by someone else and is not removed.",
)
_TAKE_BACK = Sentence("mengurungkan perubahan", "took a change back")
_TEXTS = {"performers": ("title",), "steps": tuple(STEP_NAMES)}


def restore(document: SopDocument, operation: Operation) -> Outcome:
    """Take a change back; ``operation`` is what ``difference`` made."""
    try:
        return _restored(document, operation)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise malformed("restore") from error


def _restored(document: SopDocument, operation: Operation) -> Outcome:
    notices: list[Sentence] = []
    kept = _filled_by_others(document, operation)
    notices += [_say(_KEPT_WHOLE, document, place) for place in sorted(kept)]
    after = _with_identity(document, operation, notices)
    after = _with_lists(after, operation)
    for name in _TEXTS:
        after = _with_rows(after, name, operation.get(name, {}), notices)
    flow = reflow(document, after, operation, kept)
    after = flow.document
    notices += flow.notices
    for name in _TEXTS:
        gone = set(operation.get(name, {}).get("remove", ()))
        rest: Any = tuple(
            item
            for item in getattr(after, name)
            if item.id not in gone or f"{name}/{item.id}" in kept
        )
        after = replace(after, **{name: rest})
    return Outcome(after, tuple(notices))


def _say(sentence: Sentence, document: SopDocument, place: str) -> Sentence:
    name = where(document, place)
    return Sentence(sentence.id.format(where=name.id), sentence.en.format(where=name.en))


def _filled_by_others(document: SopDocument, operation: Operation) -> frozenset[str]:
    """Return the places of added rows and columns that hold what the change did not put there."""
    used = _used_by_others(document, operation.get("nodes", {}))
    kept = set()
    for name, fields in _TEXTS.items():
        items = keyed(name, getattr(document, name))
        for key, value in operation.get(name, {}).get("remove", {}).items():
            if key in items:
                typed = any(getattr(items[key], field) != value[field] for field in fields)
                if typed or f"{name}/{key}" in used:
                    kept.add(f"{name}/{key}")
    return frozenset(kept)


def _used_by_others(document: SopDocument, section: Mapping[str, Any]) -> set[str]:
    """Return the places on which symbols stand once the change's own symbols are back where they were."""
    used: set[str] = set()
    for node in document.nodes:
        if node.id not in section.get("remove", ()):
            back = changed_back("nodes", node, section.get("change", {}).get(node.id, {}))
            ends = back.span or (back.performer,)
            used |= {f"steps/{back.step}", *(f"performers/{end}" for end in ends)}
    return used


def _with_identity(
    document: SopDocument, operation: Operation, notices: list[Sentence]
) -> SopDocument:
    present = identity_data(document.identity)
    values: dict[str, Any] = {}
    for field, (made, then) in operation.get("identity", {}).items():
        if present.get(field) != made:
            notices.append(_say(_KEPT, document, f"identity/{field}"))
        elif field == "institution":
            values[field] = tuple(then)
        else:
            values[field] = as_date(then) if field in DATES else then
    return replace(document, identity=replace(document.identity, **values))


def _with_lists(document: SopDocument, operation: Operation) -> SopDocument:
    for name, (made, then) in operation.get("lists", {}).items():
        if name in LIST_NAMES:
            current = list(getattr(document, name))
            back = then if current == made else _merged(current, made, then)
            items: Any = tuple(back)
            document = replace(document, **{name: items})
    return document


def _merged(current: list[str], made: list[str], then: list[str]) -> list[str]:
    """Take the difference of two states of a list back from a third."""
    now, before, wanted = _counted(current), _counted(made), _counted(then)
    added = before.keys() - wanted.keys()
    missing = wanted.keys() - before.keys()
    shifted = moved(list(wanted), list(before))
    kept = [key for key in now if key not in added]
    keys = {*(key for key in missing if key not in now), *(key for key in shifted if key in now)}
    texts = {**wanted, **now}
    return [texts[key] for key in placed(kept, list(wanted), keys)]


def _counted(items: list[str]) -> dict[str, str]:
    """Return the texts by a key that tells equal ones apart."""
    seen: dict[str, int] = {}
    result = {}
    for item in items:
        seen[item] = seen.get(item, 0) + 1
        result[f"{seen[item]} {item}"] = item
    return result


def _with_rows(
    document: SopDocument, name: str, section: Mapping[str, Any], notices: list[Sentence]
) -> SopDocument:
    """Bring texts, removed rows and the order back; added rows are still there."""
    items = keyed(name, getattr(document, name))
    for key, changed in section.get("change", {}).items():
        if key not in items:
            continue
        value = SECTIONS[name](items[key])
        for field, (made, then) in changed.items():
            if value.get(field) == made:
                value[field] = then
            else:
                notices.append(_say(_KEPT, document, f"{name}/{key}/{field}"))
        items[key] = MAKE[name](value)
    back = {key: value for key, value in section.get("insert", {}).items() if key not in items}
    items |= {key: MAKE[name](value) for key, value in back.items()}
    keys = {*back, *(key for key in section.get("moved", ()) if key in items)}
    order = placed(list(items), section.get("order", ()), keys)
    ordered: Any = tuple(items[key] for key in order)
    return replace(document, **{name: ordered})


def _tell(_: SopDocument, __: Operation) -> Sentence:
    return _TAKE_BACK


OPERATIONS = {"restore": Kind(restore, _tell, {})}
