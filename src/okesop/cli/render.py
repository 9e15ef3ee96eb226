"""``okesop sop render``: the official form as PDF or SVG."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from okesop.cli.arguments import Arguments, Syntax, read
from okesop.cli.reading import document_of, read_file
from okesop.cli.refusal import Refusal
from okesop.core.document import SopDocument
from okesop.core.form import PAPERS, Part, form_svg, lay_out_single

SYNTAX = Syntax(
    help="""\
okesop sop render FILE -o HASIL.pdf|HASIL.svg [pilihan]

Membuat formulir resmi SOP. PDF berisi halaman identitas dan tabel langkah
(PDF/A-3b, dokumen SOP terlampir); SVG berisi tabel dalam satu halaman panjang.

  -o HASIL            berkas hasil, berakhiran .pdf atau .svg
  --paper KERTAS      A4 (bawaan), F4, Letter, atau Legal

Hanya untuk PDF:
  --part BAGIAN       whole (bawaan), identity, atau table
  --emblem GAMBAR     lambang instansi: PNG, JPEG, atau SVG
  --final             tanpa tanda DRAF, untuk SOP yang sudah disahkan
""",
    flags=frozenset({"--final"}),
    options={
        "-o": (),
        "--output": (),
        "--paper": tuple(PAPERS),
        "--part": tuple(part.value for part in Part),
        "--emblem": (),
    },
)
_FOR_PDF = ("--part", "--emblem", "--final")


def run(words: Sequence[str]) -> int:
    """Write the file and return the exit code."""
    arguments = read(SYNTAX, words)
    if arguments is None:
        print(SYNTAX.help, end="")
        return 0
    output = arguments.values.get("-o") or arguments.values.get("--output")
    if not output:
        message = "sebutkan berkas hasil dengan -o, misalnya -o HASIL.pdf"
        raise Refusal(message)
    document = document_of(arguments.files[0])
    _write(output, _made(document, output, arguments))
    return 0


def _made(document: SopDocument, output: str, arguments: Arguments) -> bytes:
    kind = Path(output).suffix.lower()
    if kind == ".svg":
        _refuse_what_is_for_pdf(arguments)
        paper = PAPERS[arguments.values.get("--paper", "A4")]
        return form_svg(lay_out_single(document, paper)).encode()
    if kind == ".pdf":
        return _pdf(document, arguments)
    message = f"{output} harus berakhiran .pdf atau .svg"
    raise Refusal(message)


def _refuse_what_is_for_pdf(arguments: Arguments) -> None:
    given = [name for name in _FOR_PDF if name in arguments.values or name in arguments.flags]
    if given:
        message = f"{', '.join(given)} hanya berlaku untuk PDF"
        raise Refusal(message)


def _pdf(document: SopDocument, arguments: Arguments) -> bytes:
    from okesop.adapters import paper  # noqa: PLC0415 -- slow import

    values = arguments.values
    emblem = read_file(values["--emblem"]) if "--emblem" in values else None
    options = paper.PaperOptions(
        paper=PAPERS[values.get("--paper", "A4")],
        part=Part(values.get("--part", Part.WHOLE.value)),
        approved="--final" in arguments.flags,
        emblem=emblem,
    )
    sheets = paper.laid_out(document, options)
    for notice in sheets.notices:
        print(f"okesop: {notice.id}", file=sys.stderr)
    try:
        return paper.render_sheets(sheets, options, at=_now())
    except paper.UnknownPictureError:
        message = f"lambang {values['--emblem']} bukan gambar PNG, JPEG, atau SVG yang utuh"
    except paper.TypesettingError as error:
        culprit = f"; lambang {values['--emblem']} mungkin rusak" if emblem else ""
        message = f"PDF tidak dapat dibuat ({error}){culprit}"
    raise Refusal(message)


def _now() -> datetime:
    """Return the time of making; SOURCE_DATE_EPOCH fixes it where the same bytes are wanted."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)


def _write(output: str, made: bytes) -> None:
    try:
        Path(output).write_bytes(made)
    except (OSError, ValueError):
        message = f"berkas {output} tidak dapat ditulis; periksa folder dan izinnya"
        raise Refusal(message) from None
