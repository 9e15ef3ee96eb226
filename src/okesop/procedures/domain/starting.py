"""The first document of a new SOP: an empty form, or another SOP made out to the unit that writes it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from okesop.core.document import SopDocument, Step
from okesop.procedures.domain.queries import official

if TYPE_CHECKING:
    from okesop.organisation.models import Unit

FIRST_ROWS = 3


def blank() -> SopDocument:
    """Return an empty form with some rows to write in."""
    return SopDocument(steps=tuple(Step(f"s{number}") for number in range(1, FIRST_ROWS + 1)))


def made_out(document: SopDocument, unit: "Unit", *, title: str, on: date) -> SopDocument:
    """Return the document with letterhead, unit and approver of ``unit``; number and days start anew."""
    head = official.of(unit, on=on)
    identity = replace(
        document.identity,
        number=None,
        title=title or document.identity.title,
        created=on,
        revised=None,
        effective=None,
        next_review=None,
        institution=head.letterhead,
        unit=unit.name.upper(),
        approver_position=head.position,
        approver_name=head.name,
        approver_nip=head.nip,
        acting_as=head.acting_as,
    )
    return replace(document, identity=identity)
