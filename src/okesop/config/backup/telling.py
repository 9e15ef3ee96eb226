"""A backup with its entry in the trail, and what is known of the backups that were made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from okesop.audit.domain import trail
from okesop.audit.models import Entry
from okesop.config.backup import keeping, making, manifest
from okesop.config.backup.manifest import Manifest
from okesop.config.backup.refusal import BackupRefused
from okesop.config.workers import is_up_to_date

if TYPE_CHECKING:
    from django.contrib.auth.models import _User

MADE, RESTORED = "backup.make", "backup.restore"
OLD = timedelta(hours=49)


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and the old ones that went for it."""

    folder: Path
    manifest: Manifest
    removed: list[Path]


@dataclass(frozen=True, slots=True)
class Known:
    """A backup that lies in the folder; ``manifest`` is None where it cannot be read."""

    name: str
    made_at: datetime | None
    manifest: Manifest | None

    @property
    def megabytes(self) -> float:
        """Return its size in MB."""
        if self.manifest is None:
            return 0.0
        size = self.manifest.files_size + sum(part.size for part in self.manifest.tables)
        return round(size / 1_000_000, 1)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page about backups tells; ``folder`` is None where the nightly backup is switched off."""

    folder: Path | None
    kept: int
    backups: list[Known]
    last_at: datetime | None
    is_old: bool


def make_and_tell(folder: Path, *, keep: int | None, by: "_User | None", at: datetime) -> Made:
    """Make a backup, remove the oldest beyond ``keep``, tell it; raises BackupRefused, OSError.

    A database that an update has not reached yet is backed up as well; only its trail cannot be written to.
    """
    made, found = making.make(folder, version=version("okesop"), at=at)
    removed = keeping.keep(folder, keep) if keep else []
    detail = {
        "folder": str(made),
        "rows": found.rows,
        "files": found.files,
        "damaged": list(found.damaged),
        "removed": [path.name for path in removed],
    }
    if is_up_to_date():
        trail.record(MADE, None, by=by, at=at, detail=detail)
    return Made(made, found, removed)


def tell_restored(folder: Path, found: Manifest, *, at: datetime) -> None:
    """Tell in the trail that everything before this entry came out of a backup."""
    detail = {"folder": folder.name, "made_at": found.made_at, "vendor": found.vendor}
    trail.record(RESTORED, None, by=None, at=at, detail=detail)


def overview(*, at: datetime) -> Overview:
    """Return what is known of the backups."""
    folder: Path | None = settings.BACKUPS
    last = Entry.objects.filter(action=MADE).order_by("-sequence").first()
    return Overview(
        folder=folder,
        kept=settings.BACKUPS_KEPT,
        backups=list(_known(folder)) if folder else [],
        last_at=last.at if last else None,
        is_old=last is None or last.at < at - OLD,
    )


def _known(folder: Path) -> Iterator[Known]:
    for path in keeping.backups(folder):
        try:
            found = manifest.read(path)
            yield Known(path.name, datetime.fromisoformat(found.made_at), found)
        except (BackupRefused, OSError, ValueError):
            yield Known(path.name, None, None)
