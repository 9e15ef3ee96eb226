"""Columns of a table without a header: what they hold tells what they are."""

import re
from collections.abc import Sequence

from okesop.core.readers.cells import Grid, sequence
from okesop.core.readers.headings import Role
from okesop.core.readers.marks import Mark, read_mark

_DURATION = re.compile(
    r"\d.*\b(detik|menit|mnt|jam|hari|hk|minggu|bulan|bln|tahun|dtk)\b|.*\b(sesuai|segera)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SHARE = 0.5


def guess_roles(grid: Grid) -> list[Role]:
    """Return a role for each column: numbers, the first long texts, marks, durations, and what stands around these."""
    columns = [[cell for cell in column if cell] for column in zip(*grid, strict=True)]
    roles: list[Role | None] = [_certain(column) for column in columns]
    texts = [at for at, role in enumerate(roles) if role is None]
    if texts:
        roles[_activity(columns, texts)] = Role.ACTIVITY
    time = next((at for at, role in enumerate(roles) if role is Role.TIME), len(roles))
    order = [at for at in texts if roles[at] is None]
    before = [at for at in order if at < time]
    after = [at for at in order if at > time]
    given = {**dict(zip(before[-1:], (Role.REQUIREMENTS,), strict=False))}
    given |= dict(zip(after, (Role.OUTPUT, Role.NOTE), strict=False))
    return [role or given.get(at, Role.IGNORE) for at, role in enumerate(roles)]


def are_marks(column: Sequence[str]) -> bool:
    """Tell whether a column's cells are mostly marks, not texts."""
    filled = [cell for cell in column if cell]
    marked = sum(read_mark(cell) not in {Mark.TEXT, Mark.NONE} for cell in filled)
    return bool(filled) and marked > len(filled) * _SHARE


def _certain(column: Sequence[str]) -> Role | None:
    if not column:
        return Role.IGNORE
    if len(column) > 1 and sequence(column):
        return Role.NO
    if are_marks(column):
        return Role.PERFORMER
    if sum(_DURATION.fullmatch(cell) is not None for cell in column) > len(column) * _SHARE:
        return Role.TIME
    return None


def _activity(columns: Sequence[Sequence[str]], texts: Sequence[int]) -> int:
    """Return the first text column that is filled in most rows."""
    fullest = max(len(columns[at]) for at in texts)
    return next(at for at in texts if len(columns[at]) > fullest * _SHARE)
