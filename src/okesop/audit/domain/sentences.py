"""An act as a sentence: "Sri Melania menyetujui SOP “…” sebagai Kepala Bagian Umum"."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from okesop.audit.models import Entry
from okesop.audit.table import table

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of an act: what it was and what it became; ``before`` is empty where only the one is told."""

    label: str
    before: str
    after: str


def who(entry: Entry) -> str:
    """Return who did it."""
    return entry.by.name if entry.by else _("Sistem")


def did(entry: Entry) -> str:
    """Return what he did, as it is said behind his name."""
    thing = entry.name or NOTHING
    known = table().SENTENCES.get(entry.action)
    said = (
        str(known) % {"thing": thing}
        if known
        else _("melakukan “%(action)s” pada %(thing)s") % {"action": entry.action, "thing": thing}
    )
    if entry.as_position:
        return _("%(did)s sebagai %(position)s") % {"did": said, "position": entry.as_position}
    return said


def sentence(entry: Entry) -> str:
    """Return the whole sentence."""
    return f"{who(entry)} {did(entry)}"


def kind(entry: Entry) -> str:
    """Return the word for the kind of its object."""
    known = table().THINGS.get(entry.kind)
    return str(known) if known else entry.kind


def lines(entry: Entry) -> list[Line]:
    """Return what the entry tells beside its sentence, the changed columns against each other."""
    detail = json.loads(entry.detail)
    before, after = detail.pop("before", None), detail.pop("after", None)
    found: list[Line] = []
    if isinstance(before, dict) or isinstance(after, dict):
        old, new = (value if isinstance(value, dict) else {} for value in (before, after))
        names = [*old, *(name for name in new if name not in old)]
        found += [Line(name, _said(old.get(name)), _said(new.get(name))) for name in names]
    elif before is not None or after is not None:
        found.append(Line(_("Nilai"), _said(before), _said(after)))
    return found + [Line(name, "", _said(value)) for name, value in detail.items()]


def _said(value: Any) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
