"""Anchors: where the chain ended on a day, noted in a file outside of the installation.

Whoever holds the whole database can write the trail anew, head and all. He cannot write anew what lies elsewhere.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from okesop.audit.domain.trail import START
from okesop.audit.domain.verification import Fault, Wrong
from okesop.audit.models import Entry


class AnchorUnreadable(Exception):  # noqa: N818 -- a refusal is an answer
    """The file is no file of anchors."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The chain's end at a moment."""

    sequence: int
    hash: str
    at: str


def drop(path: Path, *, at: datetime) -> Anchor:
    """Append the chain's end to a file and return it; raises OSError."""
    found = Entry.objects.order_by("-sequence").values_list("sequence", "hash").first()
    sequence, hashed = found or (0, START)
    anchor = Anchor(sequence, hashed, at.isoformat(timespec="seconds"))
    with path.open("a", encoding="ascii") as file:
        file.write(json.dumps(asdict(anchor)) + "\n")
    return anchor


def read(path: Path) -> list[Anchor]:
    """Return the anchors of a file in the order of the chain; raises OSError, AnchorUnreadable."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            data = json.loads(line)
            found.append(Anchor(int(data["sequence"]), str(data["hash"]), str(data["at"])))
        except (ValueError, TypeError, KeyError):
            message = _("Berkas jangkar tidak dapat dibaca pada baris %(line)d.")
            raise AnchorUnreadable(message % {"line": number}) from None
    if not found:
        raise AnchorUnreadable(_("Berkas jangkar kosong."))
    return sorted(found, key=lambda anchor: anchor.sequence)


def faults(anchors: list[Anchor]) -> Iterator[Fault]:
    """Yield the stretch between two anchors that was written anew: behind the last that holds, up to the next."""
    holds = 0
    for anchor in anchors:
        entry = Entry.objects.filter(sequence=anchor.sequence).first()
        now = entry.hash if entry else START if anchor.sequence == 0 else ""
        if now != anchor.hash:
            yield Fault(holds + 1, anchor.sequence, Wrong.REWRITTEN)
            return
        holds = anchor.sequence
