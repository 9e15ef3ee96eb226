"""The texts of the identity page as they are printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from okesop.core.document import Identity
from okesop.core.metrics import printed
from okesop.core.nip import grouped

LISTS = (
    (("legal_basis", "Dasar Hukum"), ("qualifications", "Kualifikasi Pelaksana")),
    (("related", "Keterkaitan"), ("equipment", "Peralatan dan Perlengkapan")),
    (("warnings", "Peringatan"), ("records", "Pencatatan dan Pendataan")),
)
"""Key in the document and printed title of the six lists, row by row."""

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list with its printed number, which a single entry has not."""

    number: str
    text: str


def items(texts: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the entries of a list ready to be broken into lines."""
    if len(texts) == 1:
        return (Item("", printed(texts[0])),)
    return tuple(Item(f"{place}.", printed(text)) for place, text in enumerate(texts, start=1))


def head_fields(identity: Identity) -> tuple[tuple[str, str, bool], ...]:
    """Return label, text and whether it is bold of the fields at the right, "Disahkan oleh" left out."""
    return (
        ("Nomor SOP", printed(identity.number or ""), False),
        ("Tanggal Pembuatan", _day(identity.created), False),
        ("Tanggal Revisi", _day(identity.revised) or "-", False),
        ("Tanggal Efektif", _day(identity.effective), False),
        ("Nama SOP", printed(identity.title or ""), True),
    )


def letterhead(identity: Identity) -> tuple[str, ...]:
    """Return the lines under the emblem: institution, then the unit."""
    return tuple(printed(text) for text in (*identity.institution, identity.unit) if text)


def approver(identity: Identity) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines above and below the signature."""
    above = tuple(printed(line) for line in _position(identity))
    below = [printed(identity.approver_name)] if identity.approver_name else []
    if identity.approver_nip:
        below.append(f"NIP {printed(grouped(identity.approver_nip))}")
    return above, tuple(below)


def _position(identity: Identity) -> Iterator[str]:
    """Yield "a.n. Sekretaris Daerah" on a line of its own, "Plt." before the position."""
    acting, position = identity.acting_as or "", identity.approver_position or ""
    if acting.lower().startswith("a.n."):
        yield acting
        yield position
    elif acting or position:
        yield f"{acting} {position}".strip()


def _day(day: date | str | None) -> str:
    if day is None:
        return ""
    if isinstance(day, str):
        return printed(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
