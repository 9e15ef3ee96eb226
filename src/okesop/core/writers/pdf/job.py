"""What is asked of the PDF, and what the typesetter gets."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on the sheets beside the document.

    ``emblem`` and ``qr`` are SVG texts; ``qr_caption`` stands below the code. What is not ``approved`` carries
    the mark DRAF. ``at`` is the time of making that the PDF names; the same input and time give the same bytes.
    """

    at: datetime
    approved: bool = False
    emblem: str | None = None
    qr: str | None = None
    qr_caption: str = ""


@dataclass(frozen=True, slots=True)
class TypstJob:
    """A typst source, the texts that it reads through ``sys.inputs``, and the time of making."""

    source: str
    inputs: dict[str, str] = field(hash=False)
    at: datetime
