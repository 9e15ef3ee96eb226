"""Legal bases: "Jenis Nomor N Tahun T tentang …" taken apart, ranked, and written in one form.

The order of the kinds is that of UU 12/2011, articles 7 and 8, as offices print it: regulations of ministers and
agencies stand between the President's and the regions'.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

LONGEST = 2_000
"""A longer text is no citation; it is not looked at."""


class Rank(IntEnum):
    """The place of a kind of regulation in the hierarchy, highest first."""

    CONSTITUTION = 1
    ASSEMBLY = 2
    LAW = 3
    GOVERNMENT = 4
    PRESIDENT = 5
    MINISTER = 6
    REGION = 7
    MAYOR = 8
    CIRCULAR = 9


@dataclass(frozen=True, slots=True)
class Regulation:
    """A legal basis in its parts; what the text does not say is None."""

    kind: str | None
    number: str | None
    year: str | None
    subject: str | None
    rank: Rank | None
    raw: str

    @property
    def is_complete(self) -> bool:
        """Whether kind, number, year and subject are all given; the constitution needs no number."""
        if self.rank is Rank.CONSTITUTION:
            return True
        return all((self.rank, self.number, self.year, self.subject))

    @property
    def name(self) -> str:
        """The short name: "Undang-Undang Nomor 43 Tahun 2009"."""
        number = f" Nomor {self.number}" if self.number else ""
        in_number = bool(self.number and self.year and self.year in self.number)
        year = f" Tahun {self.year}" if self.year and not in_number else ""
        return f"{self.kind}{number}{year}" if self.kind else self.raw

    @property
    def key(self) -> str:
        """What two citations of one regulation have in common: "undang-undang/43/2009"."""
        return f"{(self.kind or '').casefold()}/{(self.number or '').casefold()}/{self.year or ''}"

    def written(self) -> str:
        """The citation in its one form; a text that was not understood stays as it is."""
        if self.kind is None or self.number is None:
            return self.raw
        return f"{self.name} tentang {self.subject}" if self.subject else self.name


KINDS: tuple[tuple[str, Rank], ...] = (
    (r"undang-undang dasar|uud\b", Rank.CONSTITUTION),
    (r"(?:ketetapan|tap) (?:mpr|majelis)", Rank.ASSEMBLY),
    (r"peraturan pemerintah pengganti|perp?pu\b", Rank.LAW),
    (r"undang-undang", Rank.LAW),
    (r"peraturan pemerintah\b", Rank.GOVERNMENT),
    (r"(?:peraturan|keputusan|instruksi) presiden", Rank.PRESIDENT),
    (r"surat edaran|instruksi|pengumuman", Rank.CIRCULAR),
    (r"peraturan daerah|qanun|(?:peraturan|keputusan) gubernur", Rank.REGION),
    (
        r"(?:peraturan|keputusan) (?:wali ?kota|bupati|sekretaris daerah|camat|lurah|kepala (?:dinas|bagian))",
        Rank.MAYOR,
    ),
    (r"(?:peraturan|keputusan)\b", Rank.MINISTER),
)

SHORT_KINDS = {
    "uu": "Undang-Undang",
    "uud": "Undang-Undang Dasar",
    "uud 1945": "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "perpu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "inpres": "Instruksi Presiden",
    "permen": "Peraturan Menteri",
    "kepmen": "Keputusan Menteri",
    "permenpan": "Peraturan Menteri Pendayagunaan Aparatur Negara",
    "permenpan-rb": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "permenpanrb": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "permenpan rb": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "kepmendagri": "Keputusan Menteri Dalam Negeri",
    "pmk": "Peraturan Menteri Keuangan",
    "permenkeu": "Peraturan Menteri Keuangan",
    "perka": "Peraturan Kepala",
    "perkab": "Peraturan Kepala Badan",
    "perban": "Peraturan Badan",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perwali": "Peraturan Wali Kota",
    "perwako": "Peraturan Wali Kota",
    "perwal": "Peraturan Wali Kota",
    "perbup": "Peraturan Bupati",
    "kepgub": "Keputusan Gubernur",
    "kepwali": "Keputusan Wali Kota",
    "kepbup": "Keputusan Bupati",
    "se": "Surat Edaran",
}

_CITATION = re.compile(
    r"(?P<kind>\D.*?)[\s,]+(?:nomor|nomer|no)\b\s*[.:]?\s*(?P<number>[^\s,;]+(?:\s?/\s?[^\s,;]+)*)[,;]?"
    r"(?:\s+(?:tahun|thn|th)\b\.?\s*(?P<year>\d{4})\b)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(
    r"(?P<kind>[^\W\d][^\d]*?)\s+(?P<number>\d+)(?=\s*/\s*\d{4}\b|\s+(?:tahun|thn|th)\b)"
    r"(?:\s*/\s*|\s+(?:tahun|thn|th)\b\.?\s*)(?P<year>\d{4})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_AND_YEAR = re.compile(r"(?P<number>\d+)/(?P<year>\d{4})")
_SUBJECT = re.compile(
    r"\b(?:tentang|ttg|perihal)\b\.?\s*:?\s*(?P<subject>\S.*)", re.IGNORECASE | re.DOTALL
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_CONSTITUTION = re.compile(r"(?:undang[- ]undang dasar|uud)\b", re.IGNORECASE)


def rank(kind: str | None) -> Rank | None:
    """Return the place of a kind in the hierarchy, or None for what is no regulation."""
    if kind is None:
        return None
    for pattern, place in KINDS:
        if re.match(pattern, kind, re.IGNORECASE):
            return place
    return None


def parse(text: str) -> Regulation:
    """Take a citation apart; parts that are missing are None and the text is kept."""
    return _parse(" ".join(text[:LONGEST].split()))


@lru_cache(maxsize=4096)
def _parse(raw: str) -> Regulation:
    plain = re.sub(r"^\(?\d{1,2}[.)]\s+|^[a-z][.)]\s+|^[-•*]\s*", "", raw).rstrip(" .;,")
    if _CONSTITUTION.match(plain):
        return Regulation(plain, None, "1945", None, Rank.CONSTITUTION, raw)
    match = _CITATION.match(plain) or _SHORT.match(plain)
    if not match:
        kind = _kind(
            re.split(r"\b(?:tentang|ttg|tahun)\b", plain, maxsplit=1, flags=re.IGNORECASE)[0]
        )
        return Regulation(kind, None, _year(plain), _subject(plain), rank(kind), raw)
    kind = _kind(match["kind"])
    number = re.sub(r"\s*/\s*", "/", match["number"]).rstrip(".")
    if split := _NUMBER_AND_YEAR.fullmatch(number):
        number, year = split["number"], split["year"]
        return Regulation(kind, number, year, _subject(match["rest"]), rank(kind), raw)
    year = match["year"] or _year(number) or _year(_before_subject(match["rest"]))
    return Regulation(kind, number, year, _subject(match["rest"]), rank(kind), raw)


def written(text: str) -> str:
    """Return the one written form of a citation, for the cell in which it was typed."""
    return parse(text).written()


def in_order(texts: tuple[str, ...]) -> int | None:
    """Return the place of the first citation that stands below one of a lower rank, or None."""
    lowest = Rank.CONSTITUTION
    for place, text in enumerate(texts):
        here = parse(text).rank
        if here is None:
            continue
        if here < lowest:
            return place
        lowest = here
    return None


def _kind(text: str) -> str | None:
    plain = re.sub(r"\s+(?:republik indonesia|ri)\b", "", text.strip(" ,.:"), flags=re.IGNORECASE)
    plain = re.sub(r"^undang[\s–-]+undang\b", "Undang-Undang", plain, flags=re.IGNORECASE)
    words = plain.split()
    for length in (2, 1):
        short = SHORT_KINDS.get(" ".join(words[:length]).casefold().replace(".", ""))
        if short:
            plain = " ".join((short, *words[length:]))
            break
    return plain if rank(plain) else None


def _subject(text: str) -> str | None:
    match = _SUBJECT.search(text)
    return match["subject"].strip() if match else None


def _before_subject(text: str) -> str:
    return text[: match.start()] if (match := _SUBJECT.search(text)) else text


def _year(text: str) -> str | None:
    years = _YEAR.findall(text)
    return years[-1] if years else None
