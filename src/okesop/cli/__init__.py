"""``okesop``: one command for documents (without Django), for the server and for its administration.

Exit codes: 0 fine, 1 findings of severity E, 2 something cannot be read, written or understood.
"""

import importlib
import os
import sys
from collections.abc import Sequence

from okesop.cli.refusal import Refusal

UNREADABLE = 2
INTERRUPTED = 130

TRACEBACK = "OKESOP_TRACEBACK"
_FAULT = (
    "kesalahan di dalam program ({kind}); dokumen tidak berubah. "
    f"Jalankan lagi dengan {TRACEBACK}=1 dan kirim hasilnya kepada pengembang"
)

COMMANDS = {
    ("sop", "check"): "okesop.cli.check:run",
    ("sop", "layout"): "okesop.cli.layout:run",
    ("sop", "render"): "okesop.cli.render:run",
    ("serve",): "okesop.config.serve:main",
    ("demo",): "okesop.config.demo:main",
    ("work",): "okesop.config.work:main",
    ("audit",): "okesop.cli.audit:run",
    ("backup",): "okesop.config.backup.command:backup",
    ("restore",): "okesop.config.backup.command:restore",
    ("manage",): "okesop.cli.manage:run",
}
"""Where each command lives; nothing is imported before it is called."""

HELP = """\
okesop: SOP administrasi pemerintahan, dari tabel langkah sampai kertas resmi

Perintah dokumen (tanpa server):
  okesop sop check FILE…    periksa dokumen SOP terhadap aturan
  okesop sop layout FILE    cetak tata letak diagram alir sebagai JSON
  okesop sop render FILE    buat PDF atau SVG formulir resmi

Perintah server:
  okesop serve              jalankan aplikasi di komputer ini
  okesop demo               jalankan aplikasi dengan data contoh
  okesop work               kerjakan pekerjaan latar saja, di proses atau mesin lain
  okesop audit …            periksa jejak audit
  okesop backup FOLDER      cadangkan basis data, berkas, dan kunci
  okesop restore FOLDER     pulihkan cadangan ke pemasangan kosong
  okesop manage …           perintah administrasi Django

Bantuan setiap perintah: okesop PERINTAH --help
Kode keluar: 0 baik, 1 ada temuan E, 2 tidak dapat dibaca atau ditulis
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; a refusal is one sentence, never a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments)
    except Refusal as refusal:
        print(f"okesop: {refusal}", file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREADABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except (
        Exception
    ) as fault:  # a fault of ours; the person at the keyboard gets a sentence all the same
        if arguments[:1] != ["sop"] or TRACEBACK in os.environ:
            raise
        print(f"okesop: {_FAULT.format(kind=type(fault).__name__)}", file=sys.stderr)
        return UNREADABLE


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(HELP, end="")
        return 0 if arguments else UNREADABLE
    if arguments[0] == "sop" and arguments[1:2] in ([], ["-h"], ["--help"]):
        print(HELP, end="")
        return 0 if arguments[1:] else UNREADABLE
    for length in (2, 1):
        path = COMMANDS.get(tuple(arguments[:length]))
        if path:
            module, _, function = path.partition(":")
            code = getattr(importlib.import_module(module), function)(arguments[length:])
            sys.stdout.flush()
            return int(code or 0)
    words = " ".join(arguments[:2] if arguments[0] == "sop" else arguments[:1])
    message = f"perintah “{words}” tidak dikenal. Lihat: okesop --help"
    raise Refusal(message)
