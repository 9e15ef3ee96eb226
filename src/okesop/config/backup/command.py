"""`okesop backup` and `okesop restore`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

REFUSED, INCOMPLETE = 2, 1


def backup(argv: Sequence[str]) -> int:
    """Write a backup; 0 whole, 1 whole but for files that were rotten already, 2 refused."""
    parser = argparse.ArgumentParser(
        prog="okesop backup",
        description="Mencadangkan basis data, berkas, dan kunci ke sebuah folder, selagi aplikasi berjalan.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="tempat cadangan-cadangan")
    parser.add_argument(
        "--keep",
        type=_at_least_one,
        metavar="N",
        help="simpan N cadangan terbaru, hapus yang lebih lama",
    )
    given = parser.parse_args(list(argv))
    _set_up()
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from okesop.config.backup import telling  # noqa: PLC0415 -- app ready
    from okesop.config.backup.refusal import BackupRefused  # noqa: PLC0415 -- app ready

    try:
        made = telling.make_and_tell(given.folder, keep=given.keep, by=None, at=timezone.now())
    except (BackupRefused, OSError) as error:
        return _refuse(error)
    print(f"Cadangan lengkap dan sudah dibaca ulang: {made.folder}")
    found = made.manifest
    print(f"{found.rows} baris dalam {len(found.tables)} tabel, {found.files} berkas.")
    for path in made.removed:
        print(f"Cadangan lama dihapus: {path.name}")
    for sha256 in found.damaged:
        print(
            f"okesop: berkas {sha256} sudah hilang atau rusak di tempat asalnya.", file=sys.stderr
        )
    return INCOMPLETE if found.damaged else 0


def restore(argv: Sequence[str]) -> int:
    """Restore a backup; 0 done, 1 done but the trail in it is not whole, 2 refused."""
    parser = argparse.ArgumentParser(
        prog="okesop restore",
        description="Memulihkan sebuah cadangan ke pemasangan yang kosong (SQLite atau PostgreSQL).",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="satu cadangan, okesop-…")
    given = parser.parse_args(list(argv))
    _set_up()
    from django.utils import timezone  # noqa: PLC0415 -- app ready

    from okesop.audit.domain import verifying  # noqa: PLC0415 -- app ready
    from okesop.config.backup import restoring, telling  # noqa: PLC0415 -- app ready
    from okesop.config.backup.refusal import BackupRefused  # noqa: PLC0415 -- app ready

    try:
        found = restoring.restore(given.folder)
    except (BackupRefused, OSError) as error:
        return _refuse(error)
    print(f"Dipulihkan: {found.rows} baris dalam {len(found.tables)} tabel, {found.files} berkas.")
    report = verifying.report()
    for sentence in report.wrong:
        print(sentence, file=sys.stderr)
    if not report.wrong:
        print(f"Jejak audit utuh: {report.verdict.entries} catatan.")
    telling.tell_restored(given.folder, found, at=timezone.now())
    print("Jalankan okesop serve untuk membukanya.")
    return INCOMPLETE if report.wrong else 0


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _refuse(error: Exception) -> int:
    said = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)
    print(f"okesop: {said}", file=sys.stderr)
    return REFUSED


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "okesop.config.settings")
    import django  # noqa: PLC0415 -- slow import

    django.setup()
