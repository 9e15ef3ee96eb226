"""Verifying the trail and everything that is frozen, and telling so in the trail itself."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from okesop.audit.domain import telling, trail
from okesop.audit.domain.queries.acts import VERIFIED
from okesop.audit.domain.verification import Verdict, verify
from okesop.audit.table import table

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

TOLD = 100


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found: the verdict on the chain and a sentence for each thing that is wrong."""

    verdict: Verdict
    wrong: tuple[str, ...]


def report() -> Report:
    """Hold the chain and what lies frozen in the rooms against their hashes."""
    verdict = verify()
    wrong = [telling.sentence(fault) for fault in verdict.faults]
    wrong += [sentence for held in table().HELD.values() for sentence in held()]
    if not verdict.guarded:
        wrong.append(telling.guard_is_missing())
    return Report(verdict, tuple(wrong))


def report_and_tell(*, by: "_User | None", at: datetime) -> Report:
    """The same, with an entry that says when it was done and what was found."""
    found = report()
    detail = {
        "entries": found.verdict.entries,
        "sequence": found.verdict.sequence,
        "hash": found.verdict.last_hash,
        "wrong": len(found.wrong),
        "sentences": list(islice(found.wrong, TOLD)),
    }
    trail.record(VERIFIED, None, by=by, at=at, detail=detail)
    return found
