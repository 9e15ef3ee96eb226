"""All sheets of one SOP: the identity part, then the table."""

from dataclasses import dataclass
from enum import StrEnum

from okesop.core.document import SopDocument
from okesop.core.form.identity import lay_out_identity
from okesop.core.form.paper import Paper
from okesop.core.form.sheet import IdentityPage
from okesop.core.form.table import Form, lay_out
from okesop.core.text import Sentence


class Part(StrEnum):
    """Which sheets are printed."""

    WHOLE = "whole"
    IDENTITY = "identity"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is printed of a document; the part that was not asked for is absent."""

    document: SopDocument
    paper: Paper
    identity: tuple[IdentityPage, ...]
    table: Form | None

    @property
    def notices(self) -> tuple[Sentence, ...]:
        """What the reader is told of the paper, such as that a larger one was taken."""
        return self.table.notices if self.table else ()


def sheets_of(
    document: SopDocument,
    paper: Paper,
    part: Part = Part.WHOLE,
    *,
    emblem: bool = True,
    qr: str | None = None,
) -> Sheets:
    """Lay out the asked part; the identity part keeps the paper of the table, so that they bind together."""
    table = None if part is Part.IDENTITY else lay_out(document, paper)
    same = table.paper if table else paper
    identity = () if part is Part.TABLE else lay_out_identity(document, same, emblem=emblem, qr=qr)
    return Sheets(document, same, identity, table)
