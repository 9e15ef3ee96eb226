"""Restoring a backup into an empty installation: all of it, or nothing."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.config.backup import calls, checking, keeping, manifest, schema, tables
from okesop.config.backup.manifest import KEY, Manifest, TablePart
from okesop.config.backup.parts import read_rows
from okesop.config.backup.refusal import BackupRefused
from okesop.config.backup.tables import AnyModel

TELLING = (
    "audit_entry",
    "accounts_user",
    "organisation_unit",
    "procedures_procedure",
    "files_file",
)
"""A row in one of these and the installation is in use."""


def restore(folder: Path) -> Manifest:
    """Bring back what a backup holds and return its manifest; raises BackupRefused, OSError.

    The tables are made as they were, filled in one transaction, and only then brought up to date.
    """
    found = manifest.read(_one_backup(folder))
    refuse_full()
    schema.refuse_newer(found.migrations)
    checking.check(folder, found)
    models = {tables.table_of(m): m for m in tables.models_of(schema.models_at(found.migrations))}
    _refuse_foreign_tables(found, models)
    schema.bring_to(found.migrations)
    with _kept_files(folder, found), transaction.atomic():
        refuse_full()
        tables.empty(models.values())
        for part in found.tables:
            _load(folder, part, models)
        _refuse_loose_ends()
        _keep_key(folder)
    call_command("migrate", verbosity=0, interactive=False)
    calls.queue(folder, found.queue, at=timezone.now())
    return found


def refuse_full() -> None:
    """Refuse an installation in which anything was done."""
    with connection.cursor() as cursor:
        existing = set(connection.introspection.table_names(cursor))
        for table in existing.intersection(TELLING):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 -- our own names
            if cursor.fetchone():
                raise BackupRefused(
                    _(
                        "Pemasangan ini sudah berisi data. Cadangan hanya dipulihkan ke pemasangan yang kosong:"
                        " pakai folder data (OKESOP_DATA) atau basis data yang baru."
                    )
                )


def _one_backup(folder: Path) -> Path:
    within = keeping.backups(folder)
    if within and not (folder / manifest.MANIFEST).exists():
        raise BackupRefused(
            _(
                "%(folder)s memuat %(count)d cadangan. Sebut satu, misalnya yang terbaru: %(newest)s"
            )
            % {"folder": folder, "count": len(within), "newest": within[0]}
        )
    return folder


def _refuse_foreign_tables(found: Manifest, models: dict[str, AnyModel]) -> None:
    for part in found.tables:
        model = models.get(part.table)
        columns = {field.attname for field in tables.fields_of(model)} if model else set()
        if set(part.columns) != columns or len(part.columns) != len(columns):
            raise BackupRefused(
                _("Cadangan ditolak: tabel %(table)s tidak dikenal atau kolomnya lain.")
                % {"table": part.table}
            )


def _load(folder: Path, part: TablePart, models: dict[str, AnyModel]) -> None:
    model = models[part.table]
    rows = read_rows(folder / part.path, len(part.columns))
    try:
        count = tables.insert(model, part.columns, rows)
    except (DatabaseError, ValidationError, ValueError, TypeError) as error:
        message = _("Tabel %(table)s tidak dapat dipulihkan: %(reason)s. Tidak ada yang berubah.")
        raise BackupRefused(message % {"table": part.table, "reason": _reason(error)}) from error
    if count != part.rows:
        message = _("Cadangan rusak: tabel %(table)s berubah selama pemulihan.")
        raise BackupRefused(message % {"table": part.table})
    tables.set_last_id(model, part.last_id)


def _refuse_loose_ends() -> None:
    try:
        connection.check_constraints()
    except DatabaseError as error:
        message = _("Baris cadangan tidak dapat dipulihkan: %(reason)s. Tidak ada yang berubah.")
        raise BackupRefused(message % {"reason": _reason(error)}) from error


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200].rstrip(".")


@contextmanager
def _kept_files(folder: Path, found: Manifest) -> Iterator[None]:
    """Put the stored files in place; takes them away again where the rows cannot follow."""
    put: list[str] = []
    try:
        _put_files(folder, found, put)
        yield
    except BaseException:
        for path in put:
            default_storage.delete(path)
        raise


def _put_files(folder: Path, found: Manifest, put: list[str]) -> None:
    wanted: Iterable[str] = checking.stored_files(folder, found)
    for sha256 in wanted:
        source, path = checking.file_path(folder, sha256), f"{sha256[:2]}/{sha256}"
        if not source.is_file():
            continue
        if default_storage.exists(path):
            default_storage.delete(path)
        with source.open("rb") as file:
            put.append(path)
            default_storage.save(path, File(file))


def _keep_key(folder: Path) -> None:
    """Let the installation sign with the key of the backup, unless its key comes from outside."""
    if os.environ.get("OKESOP_SECRET_KEY", "").strip():
        return
    target = Path(settings.DATA) / "secret-key"
    fresh = target.with_name("secret-key.restored")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write((folder / KEY).read_bytes())
    fresh.replace(target)
