"""Every edit of a draft goes through here: operations in, one new state of the document out.

Not audited line by line: ``DraftChange`` is the record of an edit, with author, time and what it replaced.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from okesop.core.document import SopDocument
from okesop.core.operations import Applied, Refused, apply_change, validate
from okesop.core.rules import Finding
from okesop.core.text import Sentence
from okesop.procedures.domain import document as documents
from okesop.procedures.domain import wording
from okesop.procedures.domain.places import text_at
from okesop.procedures.enums import Standing
from okesop.procedures.models import DraftChange, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


CLOSED = gettext_lazy(
    "SOP ini sudah diajukan atau disetujui, jadi tidak dapat diubah. Muat ulang halaman untuk melihat keadaannya."
)


class DraftClosed(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """The version is no draft any more; its document never changes again."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One change as the browser sends it: operations that stand or fall together."""

    id: str
    operations: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did it, when, and in which tab."""

    client: str
    by: "User"
    at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one change."""

    id: str
    message: Sentence | None = None
    notices: tuple[Sentence, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """``stored`` or ``refused``, as the protocol says it."""
        return "refused" if self.message else "stored"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The draft after the changes."""

    version: Version
    document: SopDocument
    findings: tuple[Finding, ...]
    results: tuple[Result, ...]
    told: bool = False


@transaction.atomic
def apply_changes(version: Version, proposals: Sequence[Proposed], *, stamp: Stamp) -> Outcome:
    """Apply the changes in order; one that is refused does not stop the next.

    A change whose id is stored already is answered as stored and not applied again.

    Raises:
        DraftClosed: the version is no draft any more.
    """
    version = locked(version)
    before = documents.read(version)
    known = _known(version, proposals)
    run = _Run(version, before, stamp, dict(known))
    results = tuple(run.answer(proposal) for proposal in proposals)
    if not run.fresh:
        findings = documents.findings(version, before)
        return Outcome(version, before, findings, results, told=bool(known))
    overtake(version, stamp.by)
    DraftChange.objects.bulk_create(run.fresh)
    findings = documents.store(version, run.document, by=stamp.by, at=stamp.at)
    told = bool(known) or _says_more(run.document, run.fresh)
    return Outcome(version, run.document, findings, results, told=told)


@dataclass(slots=True)
class _Run:
    """The changes of one request on their way into the document."""

    version: Version
    document: SopDocument
    stamp: Stamp
    known: dict[str, Result]
    fresh: list[DraftChange] = field(default_factory=list)

    def answer(self, proposal: Proposed) -> Result:
        if proposal.id in self.known:
            return self.known[proposal.id]
        try:
            for operation in proposal.operations:
                validate(operation)
            done = apply_change(self.document, proposal.operations)
        except Refused as refusal:
            return Result(proposal.id, message=refusal.message)
        self.fresh.append(self._row(proposal, done))
        self.document = done.document
        result = Result(proposal.id, None, done.notices, done.places)
        self.known[proposal.id] = result
        return result

    def _row(self, proposal: Proposed, done: Applied) -> DraftChange:
        change = new_change(self.version, self.document, done, self.stamp)
        change.change_id = proposal.id
        change.operations = [dict(operation) for operation in proposal.operations]
        change.undo = done.undo
        change.summary = wording.summarise(self.document, proposal.operations)
        return change


def new_change(version: Version, before: SopDocument, done: Applied, stamp: Stamp) -> DraftChange:
    """Return the next change of the draft, not stored yet; the version's sequence moves on."""
    version.sequence += 1
    return DraftChange(
        version=version,
        sequence=version.sequence,
        client=stamp.client,
        author=stamp.by,
        at=stamp.at,
        operations=[],
        undo=[],
        places=list(done.places),
        texts=texts(before, done.document, done.places),
        summary=[],
        notices=[[notice.id, notice.en] for notice in done.notices],
    )


def as_it_stands(version: Version) -> Outcome:
    """Return the version without a change; counts of a draft that the office's register has overtaken are put right.

    What was approved is not held against rules that may have changed since.
    """
    document = documents.read(version)
    if version.is_sealed:
        return Outcome(version, document, (), ())
    if not version.is_draft:
        return Outcome(version, document, documents.findings(version, document), ())
    return Outcome(version, document, documents.recount(version, document), ())


def locked(version: Version) -> Version:
    """Return the version read anew, with its row locked until the transaction ends.

    Raises:
        DraftClosed: it is no draft any more, or it is gone.
    """
    # Without joins: PostgreSQL drops a row whose join no longer fits once it waited for the lock (updated_by changed).
    found = Version.objects.drafts().select_for_update().filter(pk=version.pk).first()
    if found is None:
        raise DraftClosed(str(CLOSED))
    found.procedure = version.procedure
    return found


def texts(before: SopDocument, after: SopDocument, places: Sequence[str]) -> list[dict[str, str]]:
    """Tell for each cell that changed what it said before and what it says now."""
    pairs = ((place, text_at(before, place), text_at(after, place)) for place in places)
    return [
        {"place": place, "before": was or "", "after": now or ""}
        for place, was, now in pairs
        if was != now
    ]


def _known(version: Version, proposals: Sequence[Proposed]) -> dict[str, Result]:
    stored = version.changes.filter(change_id__in=[proposal.id for proposal in proposals])
    return {
        change.change_id: Result(
            change.change_id, None, tuple(Sentence(*pair) for pair in change.notices)
        )
        for change in stored
    }


def overtake(version: Version, by: "User") -> None:
    """A new edit closes the way to do again what its author undid before."""
    undone = version.changes.filter(author=by, standing=Standing.UNDONE)
    undone.update(standing=Standing.GONE)


def _says_more(document: SopDocument, changes: Sequence[DraftChange]) -> bool:
    """Tell whether the document says more than the texts that the tab sent."""
    sent = {
        operation.get("place"): operation.get("value")
        for change in changes
        for operation in change.operations
    }
    plain = all(
        operation.get("op") == "set_text" for change in changes for operation in change.operations
    )
    return not plain or any(
        (text_at(document, str(place)) or "") != (value or "") for place, value in sent.items()
    )
