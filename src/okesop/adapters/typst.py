"""The typesetter: a typst job becomes PDF/A bytes."""

from functools import cache
from pathlib import Path
from typing import Final

import typst

from okesop.core.writers.pdf import TypstJob

FONTS = Path(__file__).parent / "fonts"
STANDARD: Final = "a-3b"
"""PDF/A-3, the one that carries attachments; level b: it looks the same for good."""


class TypesettingError(RuntimeError):
    """The typesetter refused a job; its own words say why. A job of ours that is refused is our fault."""


def compile(job: TypstJob) -> bytes:  # noqa: A001 -- the verb of this adapter
    """Return the PDF. Only the vendored fonts are used, so that every machine prints the same.

    Raises TypesettingError.
    """
    try:
        made = typst.compile(
            job.source.encode(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs=job.inputs,
            pdf_standards=STANDARD,
            timestamp=int(job.at.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    return made


def pictures(job: TypstJob) -> list[str]:
    """Return the pages of the job as SVG texts: what the PDF shows, without what it carries.

    Raises TypesettingError.
    """
    try:
        made = typst.compile(
            job.source.encode(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="svg",
            sys_inputs=job.inputs,
            timestamp=int(job.at.timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    pages = made if isinstance(made, list) else [made]
    return [page.decode() for page in pages if page is not None]


@cache
def _fonts() -> typst.Fonts:
    """Read the fonts once for all jobs of this process."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
