"""Background work that waits in the queue of Procrastinate, whose tables exist on PostgreSQL alone.

The embedded queue lies in tables of ours and comes along with them.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from okesop.config.backup import parts
from okesop.config.backup.manifest import TablePart
from okesop.tasks import engines
from okesop.tasks.engines import Call, State

QUEUE, COLUMNS = "queue", ("task", "args", "waits", "at")
MOST = 1_000_000
NOW = timedelta()


def write(folder: Path) -> TablePart:
    """Write what waits or was running: after a restore it is done, again if need be."""
    part = TablePart(QUEUE, COLUMNS, 0, 0, 0, "")
    written = parts.write_rows(folder / part.path, _waiting())
    return TablePart(QUEUE, COLUMNS, written.count, 0, written.size, written.sha256)


def _waiting() -> Iterator[list[Any]]:
    if settings.TASK_ENGINE == "embedded":
        return
    for state in (State.WAITING, State.RUNNING):
        for row in engines.current().rows(state, MOST):
            yield [row.task, list(row.args), row.waits, row.at.isoformat() if row.at else None]


@transaction.atomic
def queue(folder: Path, part: TablePart, *, at: datetime) -> None:
    """Queue it again, in whichever queue the installation has."""
    for task, args, waits, due in parts.read_rows(folder / part.path, len(COLUMNS)):
        wait = datetime.fromisoformat(due) - at if due else NOW
        engines.current().add(Call(task, args, waits=waits, delay=wait if wait > NOW else None))
