"""Making a backup while the office works on."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from okesop.audit.domain.trail import START
from okesop.config.backup import calls, checking, keeping, manifest, parts, schema, tables
from okesop.config.backup.manifest import KEY, Manifest, TablePart
from okesop.config.backup.snapshot import snapshot
from okesop.config.backup.tables import AnyModel

STORED, ENTRIES = "files_file", "audit_entry"


def make(folder: Path, *, version: str, at: datetime) -> tuple[Path, Manifest]:
    """Write a new backup into ``folder`` and return it, read again and whole; raises BackupRefused, OSError.

    It is written under another name and gets its own as the last step: what carries the name of a backup is one.
    """
    with keeping.locked(folder):
        name = keeping.new_name(folder, at)
        unfinished = folder / f"{name}{keeping.UNFINISHED}"
        unfinished.mkdir(mode=0o700)
        try:
            made = _write(unfinished, version, at)
            manifest.write(unfinished, made)
            checking.check(unfinished, manifest.read(unfinished))
            return keeping.finish(unfinished, name), made
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


def _write(folder: Path, version: str, at: datetime) -> Manifest:
    with snapshot():
        migrations = schema.applied()
        models = tables.models_of(schema.models_at(migrations))
        written = [_write_table(folder, model) for model in models]
        by_table = {tables.table_of(model): model for model in models}
        queue = calls.write(folder)
        copied, size, damaged = _copy_files(folder, by_table[STORED])
        last = by_table[ENTRIES]._base_manager.order_by("-pk").values_list("pk", "hash").first()  # noqa: SLF001 -- Django's public door
    return Manifest(
        made_at=at.isoformat(timespec="seconds"),
        okesop=version,
        vendor=connection.vendor,
        migrations=tuple(migrations),
        tables=tuple(written),
        queue=queue,
        files=copied,
        files_size=size,
        damaged=tuple(damaged),
        key_sha256=parts.write_chunks(folder / KEY, [settings.SECRET_KEY.encode()]).sha256,
        trail=last or (0, START),
    )


def _write_table(folder: Path, model: AnyModel) -> TablePart:
    table = tables.table_of(model)
    path = folder / manifest.DATABASE / f"{table}.jsonl.gz"
    written = parts.write_rows(path, tables.rows(model))
    return TablePart(
        table=table,
        columns=tuple(field.attname for field in tables.fields_of(model)),
        rows=written.count,
        last_id=tables.last_id(model),
        size=written.size,
        sha256=written.sha256,
    )


def _copy_files(folder: Path, model: AnyModel) -> tuple[int, int, list[str]]:
    """Copy what the rows of the moment refer to; return count, bytes, and the hashes of what is lost or rotten."""
    damaged: list[str] = []
    count = size = 0
    rows = model._base_manager.order_by("pk").values_list("sha256", flat=True)  # noqa: SLF001 -- Django's public door
    for sha256 in rows.iterator(chunk_size=2000):
        count += 1
        try:
            with default_storage.open(f"{sha256[:2]}/{sha256}") as file:
                target = checking.file_path(folder, sha256)
                written = parts.write_chunks(target, file.chunks(parts.CHUNK))
        except FileNotFoundError:
            damaged.append(sha256)
            continue
        size += written.size
        if written.sha256 != sha256:
            damaged.append(sha256)
    return count, size, damaged
