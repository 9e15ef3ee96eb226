"""``okesop sop layout``: the flowchart's geometry as a judge reads it."""

import json
from collections.abc import Sequence

from okesop.cli.arguments import Syntax, read
from okesop.cli.reading import document_of
from okesop.core.flowchart.judged import as_data
from okesop.core.form.table import lay_out, lay_out_single

SYNTAX = Syntax(
    help="""\
okesop sop layout FILE [--single]

Mencetak tata letak diagram alir pada formulir A4 sebagai JSON: simbol, garis,
baris, dan kolom setiap halaman, dalam poin (1/72 inci), y ke bawah.

  --single    satu halaman panjang tanpa pemenggalan
""",
    flags=frozenset({"--single"}),
)


def run(words: Sequence[str]) -> int:
    """Print the layout and return the exit code."""
    arguments = read(SYNTAX, words)
    if arguments is None:
        print(SYNTAX.help, end="")
        return 0
    document = document_of(arguments.files[0])
    form = lay_out_single(document) if "--single" in arguments.flags else lay_out(document)
    print(json.dumps(as_data(form.drawing), ensure_ascii=False))
    return 0
