"""The paper of a handing-over ("Serah Terima") as a typst source: who hands what of a position to whom."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from okesop.core.metrics import printed
from okesop.core.writers.pdf.job import TypstJob
from okesop.core.writers.pdf.strings import pdf_string


@dataclass(frozen=True, slots=True)
class Party:
    """One who signs: in which part, his name, and his NIP as it is written (empty where he has none)."""

    part: str
    name: str
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One line of the list: its sort in words, what it is called, and a further line."""

    kind: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """Everything on the paper, in words; the days are written out."""

    letterhead: Sequence[str]
    position: str
    unit: str
    day: str
    giver: Party
    taker: Party
    things: Sequence[Thing]
    note: str = ""


SOURCE = r"""
#let data = json(bytes(sys.inputs.paper))
#set document(title: data.title, date: auto)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2cm), footer: context align(right, text(
  size: 8pt, [Halaman #counter(page).display() dari #counter(page).final().first()],
)))
#set text(font: ("Arimo", "DejaVu Sans"), lang: "id", region: "ID", size: 10.5pt, fallback: false, hyphenate: false)
#set par(leading: 0.6em)
#align(center, text(weight: "bold", data.letterhead.join("\n")))
#line(length: 100%, stroke: 1pt)
#v(4pt)
#align(center, heading(level: 1, text(size: 13pt, "SERAH TERIMA JABATAN")))
#align(center, data.position + "\n" + data.unit)
#v(8pt)
#par("Pada " + data.day + ", " + data.giver.name + " menyerahkan kepada " + data.taker.name
  + " hal-hal yang melekat pada jabatan tersebut di atas, sebagaimana daftar berikut.")
#v(4pt)
#if data.things.len() == 0 {
  par("Tidak ada pekerjaan yang sedang berjalan.")
} else {
  table(
    columns: (auto, 3.2cm, 1fr), inset: 6pt, stroke: 0.5pt + luma(40%),
    table.header([*No.*], [*Jenis*], [*Uraian*]),
    ..data.things.enumerate().map(((place, thing)) => (
      str(place + 1), thing.kind,
      if thing.detail == "" { thing.title } else { thing.title + "\n" + thing.detail },
    )).flatten(),
  )
}
#if data.note != "" {
  v(6pt)
  par("Catatan: " + data.note)
}
#v(18pt)
#let signs(party) = align(center, {
  party.part
  v(1.8cm)
  text(weight: "bold", party.name)
  if party.nip != "" { linebreak(); "NIP " + party.nip }
})
#block(breakable: false, grid(columns: (1fr, 1fr), signs(data.giver), signs(data.taker)))
"""


def handover_job(paper: HandoverPaper, *, at: datetime) -> TypstJob:
    """Return the job that prints the paper; nothing that somebody typed is read as typst."""
    title = pdf_string(f"Serah Terima {paper.position}")
    data = {**asdict(paper), "title": title}
    return TypstJob(SOURCE, {"paper": json.dumps(_shown(data), ensure_ascii=False)}, at)


def _shown(value: object) -> object:
    """Return the same values with every text as the paper can show it."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list | tuple) else value
