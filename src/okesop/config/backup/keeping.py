"""The folder of backups: their names, one writer at a time, and how many are kept."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from okesop.config.backup.manifest import MANIFEST
from okesop.config.backup.refusal import BackupRefused

NAME = re.compile(r"okesop-\d{8}-\d{6}(-\d+)?")
LOCK, UNFINISHED = ".okesop-lock", ".unfinished"


def backups(folder: Path) -> list[Path]:
    """Return the finished backups of a folder, the newest first."""
    if not folder.is_dir():
        return []
    found = [
        path
        for path in folder.iterdir()
        if NAME.fullmatch(path.name) and not path.is_symlink() and (path / MANIFEST).is_file()
    ]
    return sorted(found, key=lambda path: path.name, reverse=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder, so that two backups do not run into each other; clears what a killed one left."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / LOCK).open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupRefused(
                _("Cadangan lain sedang dibuat di %(folder)s.") % {"folder": folder}
            ) from None
        for path in folder.glob(f"okesop-*{UNFINISHED}"):
            shutil.rmtree(path)
        yield


def new_name(folder: Path, at: datetime) -> str:
    """Return a name by the moment, in the office's zone."""
    name = f"okesop-{timezone.localtime(at):%Y%m%d-%H%M%S}"
    taken = [path.name for path in folder.glob(f"{name}*")]
    return name if name not in taken else f"{name}-{len(taken) + 1}"


def finish(unfinished: Path, name: str) -> Path:
    """Give a whole backup its name, in one step that outlives a power cut."""
    finished = unfinished.with_name(name)
    unfinished.rename(finished)
    handle = os.open(finished.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return finished


def keep(folder: Path, most: int) -> list[Path]:
    """Remove the oldest beyond ``most`` and return them."""
    old = backups(folder)[most:]
    for path in old:
        shutil.rmtree(path)
    return old
