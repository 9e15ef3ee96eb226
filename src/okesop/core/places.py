"""Names of the places of a document, for people: ``steps/s9/output`` is “Langkah 9, Output”."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from okesop.core.document import SopDocument
from okesop.core.text import Sentence

IDENTITY_NAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "number": Sentence("Nomor SOP", "SOP number"),
        "title": Sentence("Nama SOP", "SOP title"),
        "created": Sentence("Tanggal Pembuatan", "Date created"),
        "revised": Sentence("Tanggal Revisi", "Date revised"),
        "effective": Sentence("Tanggal Efektif", "Effective date"),
        "approver_position": Sentence("Jabatan pengesah", "Approver's position"),
        "approver_name": Sentence("Nama pengesah", "Approver's name"),
        "approver_nip": Sentence("NIP pengesah", "Approver's NIP"),
        "institution": Sentence("Nama instansi", "Institution"),
        "unit": Sentence("Unit kerja", "Unit"),
        "acting_as": Sentence("Sebutan pengesah", "Acting as"),
        "next_review": Sentence("Tanggal reviu berikutnya", "Next review"),
        "nature": Sentence("Sifat SOP", "Nature of the SOP"),
        "service_promise": Sentence("Jangka waktu pelayanan", "Service promise"),
    }
)
LIST_NAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "legal_basis": Sentence("Dasar Hukum", "Legal basis"),
        "qualifications": Sentence("Kualifikasi Pelaksana", "Qualifications"),
        "related": Sentence("Keterkaitan", "Related SOPs"),
        "equipment": Sentence("Peralatan dan Perlengkapan", "Equipment"),
        "warnings": Sentence("Peringatan", "Warnings"),
        "records": Sentence("Pencatatan dan Pendataan", "Records"),
    }
)
STEP_NAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "activity": Sentence("Kegiatan", "Activity"),
        "requirements": Sentence("Kelengkapan", "Requirements"),
        "time": Sentence("Waktu", "Time"),
        "output": Sentence("Output", "Output"),
        "note": Sentence("Keterangan", "Note"),
    }
)
IDENTITY = Sentence("Identitas", "Identity")
EMBLEM = Sentence("Logo", "Emblem")
PERFORMERS = Sentence("Pelaksana", "Performers")
STEPS = Sentence("Tabel kegiatan", "Table of steps")
FLOWCHART = Sentence("Diagram alir", "Flowchart")
DOCUMENT = Sentence("Dokumen", "Document")
_STEP = Sentence("Langkah {number}", "Step {number}")
_REMOVED_STEP = Sentence("Langkah yang sudah dihapus", "A removed step")
_PERFORMER = Sentence("Pelaksana “{title}”", "Performer “{title}”")
_REMOVED_PERFORMER = Sentence("Pelaksana yang sudah dihapus", "A removed performer")
_ARROW = Sentence("Panah langkah {path}", "Arrow of steps {path}")


def where(document: SopDocument, place: str) -> Sentence:
    """Return the name of a place for people.

    ``identity/<field>``, ``<list>``, ``steps/<id>[/<field>]``, ``performers/<id>``, ``nodes/<id>`` and
    ``edges/<from>/<to>`` are known; a symbol or an arrow is named by its step.
    """
    section, *rest = place.split("/")
    if section == "identity":
        return IDENTITY_NAMES.get(rest[0] if rest else "", IDENTITY)
    if section in LIST_NAMES:
        return LIST_NAMES[section]
    if section == "performers" and rest:
        return _performer(document, rest[0])
    if section in {"steps", "nodes", "edges"} and rest:
        return _step(document, section, rest)
    return DOCUMENT


def performer_name(title: str) -> Sentence:
    """Return “Pelaksana “Kepala Bagian””."""
    return _PERFORMER.filled(title=title)


def step_name(number: int, cell: str = "") -> Sentence:
    """Return “Langkah 9, Output”, or “Langkah 9” where ``cell`` is no text cell; rows count from 1."""
    step, name = _STEP.filled(number=number), STEP_NAMES.get(cell)
    return Sentence(f"{step.id}, {name.id}", f"{step.en}, {name.en}") if name else step


def entry_name(section: str, number: int | None) -> Sentence:
    """Return “Dasar Hukum 3”, or the list's name alone without a number; entries count from 1."""
    name, place = LIST_NAMES[section], "" if number is None else f" {number}"
    return Sentence(name.id + place, name.en + place)


def symbol_name(number: int, performer: str = "") -> Sentence:
    """Return “Langkah 9, Kepala Bagian”."""
    step, title = step_name(number), f", {performer}" if performer else ""
    return Sentence(step.id + title, step.en + title)


def arrow_name(ends: Iterable[int | None]) -> Sentence:
    """Return “Panah langkah 3 → 4”; an end that is not there is “?”."""
    return _ARROW.filled(path=" → ".join("?" if end is None else str(end) for end in ends))


def _performer(document: SopDocument, key: str) -> Sentence:
    for performer in document.performers:
        if performer.id == key:
            return performer_name(performer.title)
    return _REMOVED_PERFORMER


def _step(document: SopDocument, section: str, rest: list[str]) -> Sentence:
    key = rest[0]
    if section != "steps":
        node = document.node_by_id().get(key)
        key = node.step if node else ""
    row = document.step_index().get(key)
    if row is None:
        return _REMOVED_STEP
    return step_name(row + 1, rest[1] if section == "steps" and len(rest) > 1 else "")
