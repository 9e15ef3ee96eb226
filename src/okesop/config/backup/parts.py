"""Parts of a backup: files that are hashed while they are written, and held against that hash when read."""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from okesop.config.backup.refusal import BackupRefused

CHUNK = 1024 * 1024
LONGEST_LINE = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    count: int
    size: int
    sha256: str


class _Hashing:
    """A file that counts and hashes what goes through it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.size, self.digest = file, 0, hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        self.size += len(content)
        return self.file.write(content)

    def flush(self) -> None:
        self.file.flush()


def write_rows(path: Path, rows: Iterable[list[Any]]) -> Written:
    """Write rows as one JSON list a line, packed; the same rows always give the same bytes."""
    count = 0
    with _created(path) as file:
        target = _Hashing(file)
        with gzip.GzipFile("", "wb", 6, target, mtime=0) as packed:
            for row in rows:
                packed.write(json.dumps(row, separators=(",", ":")).encode() + b"\n")
                count += 1
        _settle(file)
    return Written(count, target.size, target.digest.hexdigest())


def write_chunks(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write bytes as they come."""
    with _created(path) as file:
        target = _Hashing(file)
        for chunk in chunks:
            target.write(chunk)
        _settle(file)
    return Written(1, target.size, target.digest.hexdigest())


def _created(path: Path) -> BinaryIO:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(handle, "wb")


def _settle(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of an open file in pieces."""
    while chunk := file.read(CHUNK):
        yield chunk


def sha256_of(path: Path) -> str:
    """Return the hash of a file, "" where there is no plain file."""
    if path.is_symlink() or not path.is_file():
        return ""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in chunks(file):
            digest.update(chunk)
    return digest.hexdigest()


def read_rows(path: Path, width: int) -> Iterator[list[Any]]:
    """Yield the rows of a part; raises BackupRefused where they cannot be read."""
    try:
        with gzip.open(path, "rb") as file:
            while line := file.readline(LONGEST_LINE):
                yield _row(line, width)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        message = _("Cadangan rusak: bagian %(part)s tidak dapat dibaca.")
        raise BackupRefused(message % {"part": path.name}) from error


def _row(line: bytes, width: int) -> list[Any]:
    row = json.loads(line)
    if not isinstance(row, list) or len(row) != width:
        raise ValueError(width)
    return row
