"""The paper of a handing-over, from what was recorded then."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from okesop.adapters import typst
from okesop.core import nip
from okesop.core.writers.handover import HandoverPaper, Party, Thing, handover_job
from okesop.organisation.models import Handover, Person, Unit

LINE = "…………………………"
DEPTH = 20


def pdf(handover: Handover) -> bytes:
    """Return the PDF; the same handing-over gives the same bytes until somebody takes it over."""
    return typst.compile(handover_job(paper(handover), at=handover.at))


def paper(handover: Handover) -> HandoverPaper:
    """Return what stands on the paper."""
    assignment = handover.assignment
    things = [Thing(one.kind, one.title, one.detail) for one in handover.items.all()]
    return HandoverPaper(
        letterhead=_letterhead(assignment.position.unit),
        position=str(assignment),
        unit=assignment.position.unit.name,
        day=_written(handover.at),
        giver=_party("Yang menyerahkan,", assignment.person),
        taker=_party("Yang menerima,", handover.taker),
        things=things,
        note=handover.note,
    )


def _party(part: str, person: Person | None) -> Party:
    if person is None:
        return Party(part, LINE)
    return Party(part, person.name, nip.grouped(person.nip) if person.nip else "")


def _letterhead(unit: Unit) -> list[str]:
    above: Unit | None = unit
    for _step in range(DEPTH):
        if above is None or above.letterhead.strip():
            break
        above = above.parent
    lines = above.letterhead.splitlines() if above else []
    return [line for line in lines if line.strip()] or [unit.name]


def _written(at: datetime) -> str:
    with override("id"):  # the paper speaks the language of the office
        return date_format(timezone.localtime(at), "l, j F Y")
