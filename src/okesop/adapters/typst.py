"""The typesetter: a typst job becomes PDF/A bytes."""

from functools import cache
from itertools import count
from pathlib import Path
from typing import Final, Literal

import typst

from okesop.adapters.heap import give_back
from okesop.core.writers.pdf import TypstJob

FONTS = Path(__file__).parent / "fonts"
STANDARDS: Final[list[Literal["a-3b", "ua-1"]]] = ["a-3b", "ua-1"]
"""PDF/A-3, the one that carries attachments, level b: it looks the same for good; and PDF/UA-1: it can be heard."""
_JOBS = count(1)
_JOBS_BETWEEN = 20
"""After so many jobs the process gives back what they left free."""


class TypesettingError(RuntimeError):
    """The typesetter refused a job; its own words say why. A job of ours that is refused is our fault."""


def compile(job: TypstJob) -> bytes:  # noqa: A001 -- the verb of this adapter
    """Return the PDF. Only the vendored fonts are used, so that every machine prints the same.

    Raises TypesettingError.
    """
    return b"".join(_typeset(job, "pdf", STANDARDS))


def pictures(job: TypstJob) -> list[str]:
    """Return the pages of the job as SVG texts: what the PDF shows, without what it carries.

    Raises TypesettingError.
    """
    return [page.decode() for page in _typeset(job, "svg", [])]


def _typeset(
    job: TypstJob, target: Literal["pdf", "svg"], standards: list[Literal["a-3b", "ua-1"]]
) -> list[bytes]:
    """Run the typesetter; a panic of its own, which derives from no Exception, is named as well."""
    compiler = typst.Compiler(
        job.source.encode(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=job.inputs,
    )
    try:
        made = compiler.compile(
            format=target, pdf_standards=[*standards], timestamp=int(job.at.timestamp())
        )
    except typst.TypstError as error:
        raise TypesettingError(error.message) from error
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise TypesettingError(str(panic)) from panic
    if next(_JOBS) % _JOBS_BETWEEN == 0:
        give_back()
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


@cache
def _fonts() -> typst.Fonts:
    """Read the fonts once for all jobs of this process."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
