"""The manifest of a backup: what it holds, by count, size and SHA-256."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from okesop.config.backup.refusal import BackupRefused

FORMAT = "okesop-backup/1"
MANIFEST, SEAL = "manifest.json", "manifest.sha256"
DATABASE, FILES, KEY = "database", "files", "keys/secret-key"
LARGEST = 16 * 1024 * 1024
TABLE = re.compile(r"[a-z][a-z0-9_]{0,62}")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of one table; ``last_id`` is the last key that was given, 0 where keys are not counted."""

    table: str
    columns: tuple[str, ...]
    rows: int
    last_id: int
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """Where the rows lie in the backup."""
        return f"{DATABASE}/{self.table}.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    ``damaged`` names, by their SHA-256, the stored files that were missing or rotten already when it was made;
    ``trail`` is the number and the hash of the last entry of the audit trail.
    """

    made_at: str
    okesop: str
    vendor: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[TablePart, ...]
    queue: TablePart
    files: int
    files_size: int
    damaged: tuple[str, ...]
    key_sha256: str
    trail: tuple[int, str]

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(part.rows for part in self.tables)


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest and its seal."""
    content = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1).encode()
    (folder / MANIFEST).write_bytes(content)
    (folder / SEAL).write_bytes(_seal(content))


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup; raises BackupRefused, OSError."""
    path = folder / MANIFEST
    if not path.is_file():
        raise BackupRefused(
            _("%(folder)s bukan cadangan: tidak ada manifest.json di dalamnya.")
            % {"folder": folder}
        )
    content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    if not _is_sealed(folder, content):
        raise BackupRefused(_("Cadangan rusak: manifest.json berubah sejak cadangan dibuat."))
    try:
        data = json.loads(content)
        form = str(data["format"])
        found = _understood(data) if form == FORMAT else None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BackupRefused(_("Cadangan rusak: manifest.json tidak dapat dibaca.")) from None
    if found is None:
        raise BackupRefused(
            _(
                "Cadangan ini berbentuk %(form)s, dibuat oleh versi yang lebih baru. Perbarui OKE SOP DIBAGI dulu."
            )
            % {"form": form[:40]}
        )
    _refuse_foreign_names(found)
    return found


def _is_sealed(folder: Path, content: bytes) -> bool:
    seal, expected = folder / SEAL, _seal(content)
    return (
        seal.is_file() and seal.stat().st_size == len(expected) and seal.read_bytes() == expected
    )


def _seal(content: bytes) -> bytes:
    return f"{hashlib.sha256(content).hexdigest()}  {MANIFEST}\n".encode()


def _understood(data: dict[str, Any]) -> Manifest:
    tables = [_part(part) for part in data["tables"]]
    sequence, hashed = data["trail"]
    return Manifest(
        made_at=str(data["made_at"]),
        okesop=str(data["okesop"]),
        vendor=str(data["vendor"]),
        migrations=tuple((str(app), str(name)) for app, name in data["migrations"]),
        tables=tuple(tables),
        queue=_part(data["queue"]),
        files=int(data["files"]),
        files_size=int(data["files_size"]),
        damaged=tuple(str(sha256) for sha256 in data["damaged"]),
        key_sha256=str(data["key_sha256"]),
        trail=(int(sequence), str(hashed)),
    )


def _part(part: dict[str, Any]) -> TablePart:
    return TablePart(
        table=str(part["table"]),
        columns=tuple(str(name) for name in part["columns"]),
        rows=int(part["rows"]),
        last_id=int(part["last_id"]),
        size=int(part["size"]),
        sha256=str(part["sha256"]),
    )


def _refuse_foreign_names(manifest: Manifest) -> None:
    """No name out of a manifest may lead out of the backup."""
    names = [part.table for part in (*manifest.tables, manifest.queue)]
    known = all(TABLE.fullmatch(name) for name in names) and len(set(names)) == len(names)
    if not known or not all(SHA256.fullmatch(sha256) for sha256 in manifest.damaged):
        raise BackupRefused(_("Cadangan ditolak: manifest.json menyebut nama yang tidak mungkin."))
