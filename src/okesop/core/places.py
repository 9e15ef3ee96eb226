"""Names of the places of a document, for people: ``steps/s9/output`` is “Langkah 9, Output”."""

from collections.abc import Mapping
from types import MappingProxyType

from okesop.core.document import SopDocument
from okesop.core.text import Sentence

IDENTITY_NAMES: Mapping[str, Sentence] = MappingProxyType(
    {
        "number": Sentence("Nomor SOP", "SOP number"),
        "title": Sentence("Nama SOP", "SOP title"),
        "created": Sentence("Tanggal Pembuatan", "Date created"),
        "revised": Sentence("Tanggal Revisi", "Date revised"),
        "effective": Sentence("Tanggal Efektif", "Date effective"),
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
        "equipment": Sentence("Peralatan/Perlengkapan", "Equipment"),
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
_STEP = Sentence("Langkah {number}", "Step {number}")
_REMOVED_STEP = Sentence("Langkah yang sudah dihapus", "A removed step")
_PERFORMER = Sentence("Pelaksana “{title}”", "Performer “{title}”")
_REMOVED_PERFORMER = Sentence("Pelaksana yang sudah dihapus", "A removed performer")
_IDENTITY = Sentence("Identitas", "Identity")
_DOCUMENT = Sentence("Dokumen", "Document")


def where(document: SopDocument, place: str) -> Sentence:
    """Return the name of a place for people.

    ``identity/<field>``, ``<list>``, ``steps/<id>[/<field>]``, ``performers/<id>``, ``nodes/<id>`` and
    ``edges/<from>/<to>`` are known; a symbol or an arrow is named by its step.
    """
    section, *rest = place.split("/")
    if section == "identity":
        return IDENTITY_NAMES.get(rest[0] if rest else "", _IDENTITY)
    if section in LIST_NAMES:
        return LIST_NAMES[section]
    if section == "performers" and rest:
        return _performer(document, rest[0])
    if section in {"steps", "nodes", "edges"} and rest:
        return _step(document, section, rest)
    return _DOCUMENT


def _performer(document: SopDocument, key: str) -> Sentence:
    for performer in document.performers:
        if performer.id == key:
            return _PERFORMER.filled(title=performer.title)
    return _REMOVED_PERFORMER


def _step(document: SopDocument, section: str, rest: list[str]) -> Sentence:
    key = rest[0]
    if section != "steps":
        node = document.node_by_id().get(key)
        key = node.step if node else ""
    row = document.step_index().get(key)
    if row is None:
        return _REMOVED_STEP
    step = _STEP.filled(number=row + 1)
    field = STEP_NAMES.get(rest[1]) if section == "steps" and len(rest) > 1 else None
    return Sentence(f"{step.id}, {field.id}", f"{step.en}, {field.en}") if field else step
