"""What an approval freezes: the document with its number, days and approver, and the PDF made of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

from okesop.adapters.paper import laid_out, render_sheets
from okesop.core.document import SopDocument
from okesop.core.form import Part
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment
from okesop.procedures.domain import paper
from okesop.procedures.models import Number, Version

if TYPE_CHECKING:
    from okesop.adapters.signing import Signer


@dataclass(frozen=True, slots=True)
class Seal:
    """What the paper says beside the document: its number, its first day, who approved, and the code of its page."""

    number: Number
    effective_on: date
    signer: Assignment
    code: str


def filled(document: SopDocument, seal: Seal) -> SopDocument:
    """Return the document with number, effective date and approver as they were decided."""
    held = seal.signer
    acting = None if held.kind == AssignmentKind.DEFINITIVE else held.get_kind_display()
    identity = replace(
        document.identity,
        number=seal.number.text,
        effective=seal.effective_on,
        approver_position=held.position.title,
        approver_name=held.person.name,
        approver_nip=held.person.nip or None,
        acting_as=str(acting) if acting else None,
    )
    return replace(document, identity=identity)


def printed(version: Version, document: SopDocument, seal: Seal, *, at: datetime) -> bytes:
    """Return the PDF that is kept for good.

    Raises:
        paper.TooManyPagesError: the SOP fills more pages than a request may print.
        public_addresses.NoPublicAddress: the code on it would lead nowhere.
    """
    options = replace(
        paper.options(version, paper.SEALED_ON, Part.WHOLE),
        approved=True,
        stamp=paper.stamp(seal.code),
    )
    sheets = laid_out(document, options)
    paper.refuse_too_many(sheets)
    made = render_sheets(sheets, options, at=at)
    signer: Signer = import_string(settings.SIGNER)()
    return signer.sign(made, signer=f"{seal.signer.person}, {seal.signer}", at=at)
