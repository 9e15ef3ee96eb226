"""Reading a whole backup again: is every part what the manifest says."""

from pathlib import Path

from django.utils.translation import gettext as _

from okesop.config.backup.manifest import FILES, KEY, SHA256, Manifest, TablePart
from okesop.config.backup.parts import read_rows, sha256_of
from okesop.config.backup.refusal import BackupRefused

STORED = "files_file"


def check(folder: Path, manifest: Manifest) -> None:
    """Read everything; raises BackupRefused with the name of the first part that is missing or damaged."""
    for part in (*manifest.tables, manifest.queue):
        _check_table(folder, part)
    if sha256_of(folder / KEY) != manifest.key_sha256:
        raise BackupRefused(_damaged(KEY))
    stored = stored_files(folder, manifest)
    if len(stored) != manifest.files:
        raise BackupRefused(_damaged(FILES))
    for sha256 in set(stored).difference(manifest.damaged):
        if sha256_of(file_path(folder, sha256)) != sha256:
            raise BackupRefused(_damaged(f"{FILES}/{sha256[:2]}/{sha256}"))


def stored_files(folder: Path, manifest: Manifest) -> list[str]:
    """Return the hashes of the stored files that the rows of the backup tell."""
    part = next((one for one in manifest.tables if one.table == STORED), None)
    if part is None or "sha256" not in part.columns:
        return []
    place = part.columns.index("sha256")
    found = [str(row[place]) for row in read_rows(folder / part.path, len(part.columns))]
    if not all(SHA256.fullmatch(sha256) for sha256 in found):
        raise BackupRefused(_damaged(part.path))
    return found


def file_path(folder: Path, sha256: str) -> Path:
    """Return where a stored file lies in a backup."""
    return folder / FILES / sha256[:2] / sha256


def _check_table(folder: Path, part: TablePart) -> None:
    path = folder / part.path
    if sha256_of(path) != part.sha256:
        raise BackupRefused(_damaged(part.path))
    if sum(1 for _row in read_rows(path, len(part.columns))) != part.rows:
        raise BackupRefused(_damaged(part.path))


def _damaged(part: str) -> str:
    return _("Cadangan rusak: %(part)s hilang atau berubah sejak cadangan dibuat.") % {
        "part": part
    }
