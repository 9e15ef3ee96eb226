"""The SOPs of the sample office are begun, worked on and brought into force, in the order of the days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from okesop.config.sample.drafts import DRAFTS, Draft
from okesop.config.sample.housing import (
    AGE,
    HANDED_OVER,
    LENT,
    ROOT,
    ROTATED,
    Office,
    hand_over,
    lend,
)
from okesop.config.sample.lives import EARLIER, LIVES, Answer, Move
from okesop.config.sample.moments import day, moment
from okesop.config.sample.people import ADMINISTRATOR
from okesop.config.sample.stories import STORIES, Edit, Note, Reason
from okesop.core.document import SopDocument
from okesop.core.operations import apply
from okesop.notifications.domain import reading
from okesop.procedures.domain import (
    approving,
    chains,
    changes,
    comments,
    drafting,
    life,
    numbers,
    reaching,
    revising,
    starting,
    undoing,
    waivers,
)
from okesop.procedures.domain.approving import Decision
from okesop.procedures.domain.changes import Proposed, Stamp
from okesop.procedures.domain.numbers import Slip
from okesop.procedures.domain.transitions import Hand
from okesop.procedures.enums import Reach
from okesop.procedures.models import Version
from okesop.procedures.models.number import DEFAULT
from okesop.procedures.ready import load

TAB = "contoh"
READ = 5
"""Days before today up to which people have read their notices."""
PAUSE = timedelta(minutes=7)
"""At least so long lies between two deeds on one SOP, also where holidays push their days together."""
TWICE, KEPT = 60, 45
"""Days since Bagian Hukum has its SOPs approved twice, and since a number is kept."""
Act = Callable[[], None]


class StoryBroken(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """An edit of the tables does not fit the ready SOP that it is about."""


def write(office: Office, at: datetime) -> None:
    """Begin all drafts and do what the stories tell, oldest first."""
    desk = _Desk(office, at)
    desk.registers()
    for _moment, act in sorted(desk.acts(), key=lambda timed: timed[0]):
        act()


@dataclass(frozen=True, slots=True)
class _Desk:
    office: Office
    at: datetime
    versions: dict[str, Version] = field(default_factory=dict)

    def registers(self) -> None:
        """Say how SOPs are numbered: Bagian Umum keeps a register of its own, the others share one."""
        by, since = self.office.user(ADMINISTRATOR), moment(self.at, AGE)
        for key in (ROOT, "umum"):
            slip = Slip(self.office.units[key], day(self.at, AGE), by, since)
            numbers.arrange(slip, template=DEFAULT, classification="000.8.3")

    def approve_twice(self) -> None:
        """What Bagian Hukum writes is approved by its head and then by the secretary."""
        signing = ("Kepala Bagian Hukum", "Sekretaris Daerah")
        chains.decide(
            self.office.units["hukum"],
            verified=True,
            approvers=[self.office.positions[title] for title in signing],
            from_on=day(self.at, TWICE),
            by=self.office.user(ADMINISTRATOR),
            at=moment(self.at, TWICE),
        )

    def keep_number(self) -> None:
        by, when = self.office.user(ADMINISTRATOR), moment(self.at, KEPT, "11.10")
        slip = Slip(self.office.units[ROOT], day(self.at, KEPT), by, when)
        numbers.reserve(slip, reason="Untuk SOP Penyusunan Laporan Kinerja, sedang ditulis")

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        yield moment(self.at, LENT), partial(lend, self.office, self.at)
        yield moment(self.at, ROTATED, HANDED_OVER), partial(hand_over, self.office, self.at)
        yield moment(self.at, TWICE), self.approve_twice
        yield moment(self.at, KEPT, "11.10"), self.keep_number
        yield moment(self.at, READ, "16.00"), self.read_up
        for draft in DRAFTS:
            slug, earlier = draft.slug, EARLIER.get(draft.slug, 0)
            written = draft._replace(days=draft.days + earlier)
            told = (deed._replace(days=deed.days + earlier) for deed in STORIES.get(slug, ()))
            when = moment(self.at, written.days)
            yield when, partial(self.begin, written)
            deeds = sorted((*told, *LIVES.get(slug, ())), key=lambda one: (-one.days, one.clock))
            for deed in deeds:
                when = max(moment(self.at, deed.days, deed.clock), when + PAUSE)
                yield when, partial(_DEEDS[type(deed)], self, slug, deed, when)

    def read_up(self) -> None:
        """Let everybody have read what he was told so far; only the last days are news."""
        for person in self.office.people.values():
            if person.user is not None:
                reading.read_all(person.user, at=moment(self.at, READ, "16.00"))

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

    def answer(self, slug: str, deed: Answer, when: datetime) -> None:
        by = self.office.user(deed.by)
        for note in self.versions[slug].comments.filter(done_at=None):
            comments.answer(note, text=deed.text, by=by, at=when)
            comments.settle(note, done=True, by=by, at=when)

    def move(self, slug: str, deed: Move, when: datetime) -> None:
        by, version = self.office.user(deed.by), self.versions[slug]
        version.refresh_from_db()
        if deed.verb == "revise":
            self.versions[slug] = revising.revise(version, by=by, at=when)
            return
        hand = Hand(by, when, version.turn)
        first = day(self.at, deed.first or 0)
        match deed.verb:
            case "approve":
                approving.approve(version, Decision(first), hand=hand)
            case "revoke":
                approving.revoke(version, on=first, reason=deed.note, hand=hand)
            case "open":
                reaching.open_to(version, Reach.PUBLIC, by=by, at=when)
            case "send_back":
                life.send_back(version, note=deed.note, hand=hand)
            case verb:
                getattr(life, verb)(version, hand=hand)


_DEEDS: dict[type, Callable[..., None]] = {
    Answer: _Desk.answer,
    Edit: _Desk.edit,
    Move: _Desk.move,
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
