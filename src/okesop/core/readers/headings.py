"""The header of a procedure table: which column is what, by the words that offices print over it.

Headers come in one to four rows: “Pelaksana” over the performers, “Mutu Baku” over its three columns, merged cells
(empty beside or below their text), often a row of column numbers “(1) (2) …”. Columns change their order and some are
missing, so only words count (`domain/sop.md` §2.3 and §8: 204 × Kegiatan, 61 × Aktivitas/Kegiatan, 60 × Aktivitas, …).
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from okesop.core.readers.cells import Grid, sequence


class Role(StrEnum):
    """What a column holds."""

    NO = "no"
    ACTIVITY = "activity"
    REQUIREMENTS = "requirements"
    TIME = "time"
    OUTPUT = "output"
    NOTE = "note"
    PERFORMER = "performer"
    IGNORE = "ignore"


TEXTS = (Role.ACTIVITY, Role.REQUIREMENTS, Role.TIME, Role.OUTPUT, Role.NOTE)

_WORDS: Mapping[Role, str] = MappingProxyType(
    {
        Role.NO: r"no|nomor|no urut|nomor urut|nr|urutan",
        Role.ACTIVITY: r"(uraian |rincian |nama |deskripsi |tahapan? |langkah |urutan )?"
        r"(kegiatan|aktivitas|aktifitas|prosedur|tahapan|langkah|proses|pekerjaan)"
        r"|(kegiatan|aktivitas|aktifitas|prosedur|uraian)( (kegiatan|aktivitas|aktifitas|prosedur))*"
        r"|langkah langkah( kegiatan)?|uraian|activity|steps?",
        Role.REQUIREMENTS: r"(persyaratan |syarat |kelengkapan )*"
        r"(kelengkapan|persyaratan|perlengkapan|syarat|syarat syarat|masukan|input|sumber data)"
        r"( (kelengkapan|persyaratan|perlengkapan|dokumen|berkas|input))*|dokumen (masukan|pendukung)"
        r"|bahan|berkas|requirements?",
        Role.TIME: r"(jangka |lama |standar |estimasi )?waktu( (penyelesaian|pelaksanaan|proses))?|durasi|lama|time",
        Role.OUTPUT: r"(hasil )?(output|out put|keluaran|hasil|produk|luaran)( (kegiatan|dokumen|keluaran|output|hasil))*",
        Role.NOTE: r"keterangan|ket|catatan|notes?|keterangan lain(nya)?",
    }
)
_ROLES = tuple((role, re.compile(words)) for role, words in _WORDS.items())
_PERFORMERS = re.compile(
    r"(unit |nama |para |pihak )?(pelaksana|pelaku|aktor|petugas|penanggung jawab|pic|actor|performers?)"
    r"( (kegiatan|prosedur|sop|tugas))?"
)
_QUALITY = re.compile(r"(standar )?mutu (baku|buku)|baku mutu|standar mutu")
_TITLE_ROWS = 12
_MOST_HEADER_ROWS = 5
_LEAST_ROLES = 2


@dataclass(frozen=True, slots=True)
class Header:
    """The rows above the body: how many there are, and for each column its role and its text."""

    rows: int
    roles: tuple[Role, ...]
    headings: tuple[str, ...]


def plain(text: str) -> str:
    """Return a heading in small letters without punctuation: “Persyaratan/Kelengkapan” → “persyaratan kelengkapan”."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def role_of(text: str) -> Role | None:
    """Return what a heading says its column holds, or None."""
    words = plain(text)
    return next((role for role, pattern in _ROLES if pattern.fullmatch(words)), None)


def find_header(grid: Grid, rows: int | None = None) -> Header | None:
    """Find the header at the top of the grid; ``rows`` says how many rows it has, when the author knows."""
    if rows is not None:
        return _header(grid, 0, rows) if 0 < rows <= len(grid) else None
    for start, row in enumerate(grid[:_TITLE_ROWS]):
        if _is_header_row(row):
            return _header(grid, start, _end(grid, start))
    return None


def _is_header_row(row: Sequence[str]) -> bool:
    roles = {role_of(cell) for cell in row if cell} - {None}
    groups = sum(1 for cell in row if _PERFORMERS.fullmatch(plain(cell)) or _is_quality(cell))
    return Role.ACTIVITY in roles and len(roles) + groups >= _LEAST_ROLES


def _is_quality(cell: str) -> bool:
    return _QUALITY.fullmatch(plain(cell)) is not None


def _end(grid: Grid, start: int) -> int:
    """Return the first row of the body: below the header's further levels and its row of column numbers."""
    anchors = [
        at for at, cell in enumerate(grid[start]) if role_of(cell) in {Role.NO, Role.ACTIVITY}
    ]
    heads = {at: grid[start][at] for at in anchors}
    end = start + 1
    while end < min(len(grid), start + _MOST_HEADER_ROWS) and _continues(grid[end], heads):
        end += 1
    return end


def _continues(row: Sequence[str], heads: Mapping[int, str]) -> bool:
    """Tell whether a row still belongs to the header: nothing new stands under No and Kegiatan, or it counts columns."""
    if is_column_numbers(row) or not any(row):
        return True
    return all(row[at] in {"", head} for at, head in heads.items())


def is_column_numbers(row: Sequence[str]) -> bool:
    """Tell whether the row counts the columns: “(1) (2) (3)” or “1 2 3”."""
    filled = [cell for cell in row if cell]
    return len(filled) >= min(len(row), len("123")) and len(filled) > 1 and sequence(filled)


def _header(grid: Grid, start: int, end: int) -> Header:
    rows = [row for row in grid[start:end] if not is_column_numbers(row)]
    width = len(grid[0]) if grid else 0
    above = [_spread(row) for row in rows]
    headings, parents = [], []
    for column in range(width):
        levels = [row[column] for row in rows]
        own = [text for text in levels if text]
        headings.append(own[-1] if own else "")
        parents.append([row[column] for row in above])
    roles = _roles(headings, parents)
    return Header(end, tuple(roles), tuple(_named(headings, parents, roles)))


def _spread(row: Sequence[str]) -> list[str]:
    """Let a group's heading (merged over its columns) count for the empty cells to its right."""
    spread, last = [], ""
    for cell in row:
        last = cell or (last if _is_group(last) else "")
        spread.append(last)
    return spread


def _is_group(cell: str) -> bool:
    return bool(cell) and role_of(cell) is None


def _roles(headings: Sequence[str], parents: Sequence[Sequence[str]]) -> list[Role]:
    roles = [role_of(heading) for heading in headings]
    first = next((at for at, role in enumerate(roles) if role is Role.ACTIVITY), -1)
    later = [at for at, role in enumerate(roles) if at > first and role in TEXTS]
    quality = [at for at, levels in enumerate(parents) if any(map(_is_quality, levels))]
    last = min([*later, *quality], default=len(headings))
    taken: set[Role] = set()
    result = []
    for at, role in enumerate(roles):
        if role is not None and role not in taken:
            taken.add(role)
            result.append(role)
        elif role is None and (_under_performers(parents[at]) or first < at < last):
            result.append(Role.PERFORMER)
        else:
            result.append(Role.IGNORE)
    return result


def _under_performers(levels: Sequence[str]) -> bool:
    return any(_PERFORMERS.fullmatch(plain(level)) for level in levels)


def _named(
    headings: Sequence[str], parents: Sequence[Sequence[str]], roles: Sequence[Role]
) -> list[str]:
    """Drop the group's word where it is no performer's name, and tell equal names apart by their group."""
    names = [
        "" if role is Role.PERFORMER and _PERFORMERS.fullmatch(plain(heading)) else heading
        for heading, role in zip(headings, roles, strict=True)
    ]
    count = Counter(names)
    for at, name in enumerate(names):
        if roles[at] is Role.PERFORMER and name and count[name] > 1:
            names[at] = f"{_group(name, parents[at])} {name}".strip()
    return names


def _group(name: str, levels: Sequence[str]) -> str:
    groups = (level for level in levels if not _PERFORMERS.fullmatch(plain(level)))
    return next((group for group in groups if group != name), "")
