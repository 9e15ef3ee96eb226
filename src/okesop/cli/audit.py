"""``okesop audit``: is the trail whole, and where did it end."""

import os
from collections.abc import Sequence
from pathlib import Path

from okesop.cli import arguments
from okesop.cli.arguments import Arguments, Syntax
from okesop.cli.refusal import Refusal

HELP = """\
okesop audit: memeriksa jejak audit

  okesop audit verify                  periksa seluruh jejak dan versi yang disetujui
  okesop audit verify --anchor FILE    cocokkan juga dengan jangkar yang disimpan di luar
  okesop audit anchor FILE             tambahkan hash terakhir ke berkas jangkar

Simpan berkas jangkar di tempat lain (misalnya di email pimpinan): dengan itu jejak yang
ditulis ulang seluruhnya pun ketahuan. Kode keluar: 0 utuh, 1 ada yang salah, 2 gagal.
"""
VERIFY = Syntax(help=HELP, options={"--anchor": ()}, least_files=0, most_files=0)
ANCHOR = Syntax(
    help=HELP, missing="sebutkan berkas jangkar. Contoh: okesop audit anchor jangkar.txt"
)
BROKEN = 1


def run(words: Sequence[str]) -> int:
    """Verify the trail or write an anchor; return the exit code, raise Refusal."""
    verb, rest = (words[0], words[1:]) if words else ("--help", [])
    commands = {"verify": (VERIFY, _verify), "anchor": (ANCHOR, _anchor)}
    if verb not in commands and verb not in {"-h", "--help"}:
        message = f"“audit {verb}” tidak dikenal. Lihat: okesop audit --help"
        raise Refusal(message)
    syntax, command = commands.get(verb, (VERIFY, _verify))
    given = arguments.read(syntax, rest) if verb in commands else None
    if given is None:
        print(HELP, end="")
        return 0
    _set_up()
    try:
        return command(given)
    except OSError as error:
        message = f"berkas jangkar {error.filename}: {error.strerror}"
        raise Refusal(message) from error


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "okesop.config.settings")
    import django  # noqa: PLC0415 -- slow import

    django.setup()


def _verify(given: Arguments) -> int:
    from okesop.audit.domain import anchors, telling, verifying  # noqa: PLC0415 -- app ready

    try:
        kept = anchors.read(Path(given.values["--anchor"])) if given.values else []
    except anchors.AnchorUnreadable as error:
        raise Refusal(str(error)) from error
    found = verifying.report()
    wrong = [*found.wrong, *map(telling.sentence, anchors.faults(kept))]
    for sentence in wrong:
        print(sentence)
    if not wrong:
        verdict = found.verdict
        print(f"Jejak audit utuh: {verdict.entries} catatan, hash terakhir {verdict.last_hash}.")
    return BROKEN if wrong else 0


def _anchor(given: Arguments) -> int:
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from okesop.audit.domain import anchors  # noqa: PLC0415 -- app ready

    anchor = anchors.drop(Path(given.files[0]), at=timezone.now())
    print(f"Jangkar ditulis: catatan {anchor.sequence}, hash {anchor.hash}.")
    return 0
