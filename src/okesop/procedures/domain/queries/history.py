"""What was done to a draft, by day, newest first."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from okesop.procedures.domain import wording
from okesop.procedures.models import DraftChange, Version
from okesop.ui.templatetags import written

PAGE = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: who did what, and when last."""

    name: str
    initials: str
    day: str
    at: str
    summary: str

    def as_data(self) -> dict[str, str]:
        """Return the line as the protocol says it."""
        return {
            "name": self.name,
            "initials": self.initials,
            "at": self.at,
            "summary": self.summary,
        }


def page(version: Version, *, before: int | None = None) -> dict[str, Any]:
    """Return ``{"days": [...], "more": cursor or None}``: one page older than sequence ``before``."""
    changes = _changes(version)
    if before:
        changes = changes.filter(sequence__lt=before)
    rows = list(changes[: PAGE + 1])
    more = rows[PAGE - 1].sequence if len(rows) > PAGE else None
    lines = merged(rows[:PAGE])
    days = [
        {"day": day, "entries": [line.as_data() for line in group]}
        for day, group in groupby(lines, key=lambda line: line.day)
    ]
    return {"days": days, "more": more}


def latest(version: Version, *, most: int = 8) -> list[Entry]:
    """Return the newest lines, for the page of an SOP."""
    return merged(list(_changes(version)[: most * 5]))[:most]


def merged(changes: list[DraftChange]) -> list[Entry]:
    """Return one line for what the same person did in a row to the same place on one day."""
    lines = (_entry(change) for change in changes)
    groups = groupby(lines, key=lambda line: (line.day, line.name, line.summary))
    return [next(group) for _, group in groups]


def _changes(version: Version) -> QuerySet[DraftChange]:
    lean = version.changes.select_related("author").order_by("-sequence")
    return lean.only("sequence", "at", "kind", "summary", "version", "author")


def _entry(change: DraftChange) -> Entry:
    return Entry(
        name=change.author.name,
        initials=change.author.initials,
        day=written.day(change.at),
        at=written.clock(change.at),
        summary=wording.sentence(change.kind, change.summary),
    )
