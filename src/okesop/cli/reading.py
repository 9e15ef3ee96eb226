"""Opening a document named on the command line."""

from pathlib import Path

from okesop.cli.refusal import Refusal
from okesop.core.bounds import FILE_BYTES
from okesop.core.document import SopDocument
from okesop.core.parsing import Reading, parse


def read_file(name: str) -> bytes:
    """Return the bytes of a file, up to one more than a document may have; raises Refusal."""
    path = Path(name)
    try:
        if path.is_dir():
            message = f"{name} adalah folder; sebutkan berkas dokumen SOP di dalamnya"
            raise Refusal(message)
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except FileNotFoundError:
        message = f"berkas {name} tidak ada"
    except PermissionError:
        message = f"berkas {name} tidak boleh dibaca oleh pengguna ini"
    except (OSError, ValueError):
        message = f"berkas {name} tidak dapat dibaca"
    raise Refusal(message)


def reading_of(name: str) -> Reading:
    """Return what the parser makes of a file; raises Refusal where it cannot be opened."""
    return parse(read_file(name))


def document_of(name: str) -> SopDocument:
    """Return the document of a file; raises Refusal with the first fatal problem where there is none."""
    reading = reading_of(name)
    if reading.document is None:
        raise Refusal(why_unreadable(name, reading))
    return reading.document


def why_unreadable(name: str, reading: Reading) -> str:
    """Return the sentence for a file from which no document could be made."""
    fatal = next((problem for problem in reading.problems if problem.fatal), None)
    reason = fatal.message.id if fatal else "isinya bukan dokumen SOP."
    return f"{name} tidak dapat dibaca: {reason}"
