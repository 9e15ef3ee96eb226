"""Titles of positions, compared as officials read them: “KASUBBAG. TU” is “Kepala Sub Bagian Tata Usaha”."""

import re
from collections.abc import Sequence

_SPELLED = {
    "adm": "administrasi",
    "admin": "administrasi",
    "as": "asisten",
    "ass": "asisten",
    "bag": "bagian",
    "bid": "bidang",
    "ka": "kepala",
    "kab": "kabupaten",
    "kaban": "kepala badan",
    "kabag": "kepala bagian",
    "kabid": "kepala bidang",
    "kadin": "kepala dinas",
    "kadis": "kepala dinas",
    "kakan": "kepala kantor",
    "kasi": "kepala seksi",
    "kasie": "kepala seksi",
    "kasub": "kepala subbagian",
    "kasubag": "kepala subbagian",
    "kasubagian": "kepala subbagian",
    "kasubbagian": "kepala subbagian",
    "kasubbag": "kepala subbagian",
    "kasubbid": "kepala subbidang",
    "kasubid": "kepala subbidang",
    "kaur": "kepala urusan",
    "kec": "kecamatan",
    "keu": "keuangan",
    "pengadm": "pengadministrasi",
    "peg": "kepegawaian",
    "sekban": "sekretaris badan",
    "sekda": "sekretaris daerah",
    "sekdis": "sekretaris dinas",
    "sekr": "sekretaris",
    "sek": "sekretaris",
    "sie": "seksi",
    "subag": "subbagian",
    "subbag": "subbagian",
    "subbid": "subbidang",
    "tu": "tata usaha",
    "um": "umum",
    "umpeg": "umum kepegawaian",
}
_SMALL_WORDS = frozenset({"dan", "yang", "di", "pada", "the", "of"})
_SPLIT = re.compile(r"\b((?:ka)?sub) (?=bag|bid|koordinator)")
_SHORTEST, _LONGEST = 2, 7


def spelled(title: str) -> str:
    """Return a title for comparison: small letters, no punctuation, abbreviations written out."""
    words = re.sub(r"[^\w]+", " ", title.casefold())
    words = _SPLIT.sub(r"\1", " ".join(words.split()))
    written = (_SPELLED.get(word, word) for word in words.split())
    return " ".join(word for word in " ".join(written).split() if word not in _SMALL_WORDS)


def match(title: str, known: Sequence[str]) -> int | None:
    """Return the place of the one known title that this one means, or None.

    “PPK” also means “Pejabat Pembuat Komitmen”, as long as only one known title has these initials.
    """
    wanted = spelled(title)
    if not wanted:
        return None
    same = [place for place, other in enumerate(known) if spelled(other) == wanted]
    if same:
        return same[0]
    short = [place for place, other in enumerate(known) if _are_initials(title, other)]
    return short[0] if len(short) == 1 else None


def _are_initials(one: str, other: str) -> bool:
    short, long = sorted((one.strip(), other.strip()), key=len)
    letters = short.replace(".", "")
    if not (letters.isalpha() and letters.isupper() and _SHORTEST <= len(letters) <= _LONGEST):
        return False
    words = [word for word in re.findall(r"\w+", long) if word.casefold() not in _SMALL_WORDS]
    return len(words) > 1 and "".join(word[0] for word in words).upper() == letters
