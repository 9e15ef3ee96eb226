"""Which answers of a decision mean yes and which mean no, by the words that offices print."""

import re

YES = "Ya"
NO = "Tidak"

_POSITIVE = re.compile(
    r"y|ya|yes|ok|oke|ada|baik|benar|boleh|cocok|cukup|diterima|disetujui|lanjut|layak|lengkap|lolos|lulus"
    r"|memenuhi|mengerti|sah|sama|selesai|sesuai|setuju|siap|sudah|tepat|terima|tersedia|valid|acc",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"t|tdk|tidak|no|belum|bukan|tanpa|kurang|gagal|ditolak|tolak|dikembalikan|kembali|perbaikan|revisi|salah"
    r"|batal|dibatalkan",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def is_positive(label: str | None) -> bool:
    """Tell whether the answer lets the flow go on: “Ya”, “Y”, “Setuju”, “Sudah benar”, “Ya, lengkap”."""
    first = _first_word(label)
    return first is not None and _POSITIVE.fullmatch(first) is not None


def is_negative(label: str | None) -> bool:
    """Tell whether the answer turns the flow back or ends it: “Tidak”, “T”, “Belum benar”, “Revisi”."""
    first = _first_word(label)
    return first is not None and _NEGATIVE.fullmatch(first) is not None


def _first_word(label: str | None) -> str | None:
    found = _WORD.search(label or "")
    return found.group() if found else None
