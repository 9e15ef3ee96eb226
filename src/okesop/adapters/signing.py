"""Where a signature would be put on a PDF.

The office approves in the system: name, position, time and hash stand in the database, and the paper leads to them
by its code. That is no certified signature and is never called one. A certified one (PAdES, a national service) is a
`Signer` of its own, named in the settings.
"""

from datetime import datetime
from typing import Protocol


class Signer(Protocol):
    """Puts a signature on a PDF that is otherwise finished."""

    def sign(self, pdf: bytes, *, signer: str, at: datetime) -> bytes:
        """Return the signed bytes; ``signer`` is the name and position of who approves."""
        ...


class InSystem:
    """Approval in the system alone: the bytes stay as they are."""

    def sign(self, pdf: bytes, *, signer: str, at: datetime) -> bytes:  # noqa: ARG002 -- the shape of a signer
        """Return the bytes as they came."""
        return pdf
