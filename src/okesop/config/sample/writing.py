"""The drafts of the sample office are begun and worked on, in the order of the days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from okesop.config.sample.drafts import DRAFTS, Draft
from okesop.config.sample.housing import Office
from okesop.config.sample.moments import day, moment
from okesop.config.sample.stories import STORIES, Edit, Note, Reason
from okesop.core.document import SopDocument
from okesop.core.operations import apply
from okesop.procedures.domain import changes, comments, drafting, starting, undoing, waivers
from okesop.procedures.domain.changes import Proposed, Stamp
from okesop.procedures.models import Version
from okesop.procedures.ready import load

TAB = "contoh"
Act = Callable[[], None]


class StoryBroken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """An edit of the tables does not fit the ready SOP that it is about."""


def write(office: Office, at: datetime) -> None:
    """Begin all drafts and do what the stories tell, oldest first."""
    desk = _Desk(office, at)
    for _moment, act in sorted(desk.acts(), key=lambda timed: timed[0]):
        act()


@dataclass(frozen=True, slots=True)
class _Desk:
    office: Office
    at: datetime
    versions: dict[str, Version] = field(default_factory=dict)

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        for draft in DRAFTS:
            yield moment(self.at, draft.days), partial(self.begin, draft)
            for deed in STORIES.get(draft.slug, ()):
                when = moment(self.at, deed.days, deed.clock)
                yield when, partial(_DEEDS[type(deed)], self, draft.slug, deed, when)

    def begin(self, draft: Draft) -> None:
        on = day(self.at, draft.days)
        paper = self.office.units[draft.paper]
        document = starting.made_out(load(draft.slug), paper, title="", on=on)
        self.versions[draft.slug] = drafting.create(
            _without(document, draft.blank),
            unit=self.office.units[draft.unit],
            by=self.office.user(draft.by),
            at=moment(self.at, draft.days),
        )

    def edit(self, slug: str, deed: Edit, when: datetime) -> None:
        stamp = Stamp(TAB, self.office.user(deed.by), when)
        version = self.versions[slug]
        if not deed.operations:
            undoing.undo(version, stamp=stamp)
            return
        key = f"{TAB}-{slug}-{deed.days}-{deed.clock}"
        outcome = changes.apply_changes(version, [Proposed(key, deed.operations)], stamp=stamp)
        if outcome.results[0].message:
            raise StoryBroken(f"{slug}: {outcome.results[0].message.en}")

    def note(self, slug: str, deed: Note, when: datetime) -> None:
        by = self.office.user(deed.by)
        version = self.versions[slug]
        comment = comments.add(version, place=deed.place, text=deed.text, by=by, at=when)
        if deed.settled:
            comments.settle(comment, done=True, by=self.office.user(deed.settled), at=when)

    def reason(self, slug: str, deed: Reason, when: datetime) -> None:
        waivers.waive(
            self.versions[slug],
            rule=deed.rule,
            place=deed.place,
            reason=deed.text,
            by=self.office.user(deed.by),
            at=when,
        )


_DEEDS: dict[type, Callable[..., None]] = {
    Edit: _Desk.edit,
    Note: _Desk.note,
    Reason: _Desk.reason,
}


def _without(document: SopDocument, places: tuple[str, ...]) -> SopDocument:
    """Return the document as it was before its author had filled these places in."""
    for place in places:
        if "/" in place:
            blanked = {"op": "set_text", "place": place, "value": ""}
            document = apply(document, blanked).document
        else:
            emptied: dict[str, Any] = {place: ()}
            document = replace(document, **emptied)
    return document
