"""Times of steps: "1 – 5 hari kerja", "2 menit/berkas", "maks. 3 hari" → Duration, and back.

Theory of operation. A time is ``[bound] span ["-" span] [rate] [tail]``; a span is figures with units
("1 jam 30 menit"). The text is made plain (fractions, ranges in words, "3 (tiga)"), cut into tokens, and read
from left to right; what cannot be read to its end is ``Unmeasured`` and keeps its text. Real forms write
menit, jam, hari, hari kerja, minggu, bulan, ranges, rates and free text (``domain/sop.md`` §2.3).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from okesop.core import numbers
from okesop.core.amount import CLOCK, WEIGHTS, Amount, Unit

LONGEST = 200
"""A longer text is no time; it is not looked at."""

BLANK = re.compile(r"[\s.\-–—_]*")


class Bound(StrEnum):
    """Whether the figure is the time itself or a limit of it."""

    EXACT = ""
    AT_MOST = "maks."
    AT_LEAST = "min."
    ABOUT = "±"


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with its unit; ``times`` is the 2 of "2 x 24 jam", ``word`` the unit as written out."""

    value: Decimal
    unit: Unit
    word: str
    times: Decimal | None = None

    @property
    def amount(self) -> Amount:
        """What the term adds to a sum."""
        return Amount.of(self.count, self.unit)

    @property
    def count(self) -> Decimal:
        """The figure in its unit, multiplied out."""
        return self.value if self.times is None else self.value * self.times

    def written(self) -> str:
        """Write the term: "15 menit"."""
        factor = "" if self.times is None else f"{numbers.written(self.times)} x "
        return f"{factor}{numbers.written(self.value)} {self.word}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A time that can be counted with. ``low`` equals ``high`` where no range is given."""

    low: tuple[Term, ...]
    high: tuple[Term, ...]
    raw: str
    per: str | None = None
    bound: Bound = Bound.EXACT
    tail: str = ""

    @property
    def shortest(self) -> Amount:
        """The least time that it allows."""
        return sum((term.amount for term in self.low), Amount())

    @property
    def longest(self) -> Amount:
        """The most time that it allows; the least where it names no limit above."""
        return sum((term.amount for term in self.high), Amount())

    @property
    def unit(self) -> Unit:
        """The smallest unit written, in which ``min`` and ``max`` count."""
        return min((term.unit for term in (*self.low, *self.high)), key=lambda unit: WEIGHTS[unit])

    @property
    def min(self) -> Decimal:
        """The lower figure in ``unit``; 0 where only an upper limit is given."""
        return Decimal(0) if self.bound is Bound.AT_MOST else _in_unit(self.low, self.unit)

    @property
    def max(self) -> Decimal:
        """The upper figure in ``unit``."""
        return _in_unit(self.high, self.unit)

    @property
    def is_range(self) -> bool:
        """Whether two different figures are given."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A text that says no countable time; ``vague`` when it says so on purpose ("sesuai kebutuhan", "H-3")."""

    raw: str
    vague: bool


def _in_unit(terms: tuple[Term, ...], unit: Unit) -> Decimal:
    scale = CLOCK if unit in CLOCK and all(term.unit in CLOCK for term in terms) else WEIGHTS
    total = sum((term.count * scale[term.unit] for term in terms), Decimal(0))
    return (total / scale[unit]).quantize(Decimal("0.0001")).normalize() + Decimal(0)


UNITS: dict[str, tuple[Unit, str]] = {
    alias: (unit, word)
    for unit, word, aliases in (
        (Unit.SECOND, "detik", "detik dtk det second seconds"),
        (Unit.MINUTE, "menit", "menit mnt min m mt minute minutes"),
        (Unit.HOUR, "jam", "jam j jm hour hours"),
        (Unit.HOUR, "jam kerja", "jam+kerja"),
        (Unit.DAY, "hari", "hari hr h day days"),
        (Unit.DAY, "hari kalender", "hari+kalender hr+kalender"),
        (
            Unit.WORKDAY,
            "hari kerja",
            "hari+kerja hr+kerja h+kerja hk harikerja working+day working+days",
        ),
        (Unit.WEEK, "minggu", "minggu mgg mg mgu pekan week weeks"),
        (Unit.MONTH, "bulan", "bulan bln bl month months"),
        (Unit.QUARTER, "triwulan", "triwulan tw kuartal"),
        (Unit.SEMESTER, "semester", "semester smt"),
        (Unit.YEAR, "tahun", "tahun thn th year years"),
    )
    for alias in aliases.split()
}

_BOUNDS = {
    Bound.AT_MOST: (
        r"(?:maks(?:imal|imum)?|max(?:imal)?)\b\.?|paling (?:lama|lambat|banyak)\b|≤|<=?"
        r"|(?:selambat-lambatnya|selama-lamanya|(?:kurang|tidak lebih) dari)\b"
    ),
    Bound.AT_LEAST: (
        r"min(?:imal|imum)?\b\.?|paling (?:sedikit|kurang|cepat|singkat)\b|≥|>=?"
        r"|(?:sekurang-kurangnya|lebih dari)\b"
    ),
    Bound.ABOUT: (
        r"±|\+/?-|~|(?:kurang lebih|lebih kurang|kira-kira|sekitar|rata-rata|estimasi)\b"
    ),
}
_BOUND = [
    (
        bound,
        re.compile(
            rf"(?:selama |dalam |waktu )?(?:{pattern})\s*(?:dalam |selama )?", re.IGNORECASE
        ),
    )
    for bound, pattern in _BOUNDS.items()
]
_LEAD = re.compile(r"(?:selama|dalam|waktu)\s+", re.IGNORECASE)
_TOKEN = re.compile(rf"{numbers.NUMERAL.pattern}|[^\W\d_]+|[^\s\w]|_|\d+")
_TAIL = re.compile(
    r"\(|(?:setelah|sejak|sebelum|sesudah|dari|untuk|bila|jika|apabila|tergantung|sesuai|terhitung|kalender)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?:/|per\b|(?:untuk )?(?:tiap|setiap)\b|@)\s*(?P<per>[^\d\W][^(]*?)\s*(?=\(|$)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"sesuai|butuh|tentati[fv]|kondisi|insident|menyesuaikan|secepat|segera|seketika|ditentukan|terbatas|rutin|saat"
    r"|sewaktu|pukul|berkala|triwulanan|semesteran|tahunan|bulanan|mingguan|harian|sejak|sebelum|setelah|sampai|hingga"
    r"|tergantung|fleksibel|jadwal|selesai|situasi|otomatis|langsung|bervariasi|relatif|real ?time|\bh\s*[-–+]\s*\d",
    re.IGNORECASE,
)


_DASH = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "‒": "-", "×": "x", "’": "'"})
_TO = re.compile(
    r"\bs\.\s?d\.?(?=\s)|\bs/d\b|\bsd\b|\bsampai dengan\b|\bsampai\b|\bhingga\b", re.IGNORECASE
)
_ONE = re.compile(r"\bse(detik|menit|jam|hari|minggu|pekan|bulan|tahun)\b", re.IGNORECASE)
_PRIME = re.compile(r"(?<=\d)\s*'")
_ECHO = re.compile(r"(\d)\s*\(([^\W\d]+(?: [^\W\d]+)*)\)")


def _plain(text: str) -> str:
    """Return the text with fractions as "1/2", ranges as "-", "sehari" as "1 hari" and without "3 (tiga)"."""
    for sign, fraction in numbers.FRACTIONS.items():
        text = text.replace(sign, f" {fraction}")
    text = _ONE.sub(r"1 \1", _TO.sub("-", text.translate(_DASH)))
    return _ECHO.sub(_without_echo, " ".join(_PRIME.sub(" menit", text).split()))


def _without_echo(match: re.Match[str]) -> str:
    words = match[2].lower().split()
    said = numbers.spoken(words)
    return match[1] if said and said[1] == len(words) else match[0]


class _Reader:
    """The tokens of one time, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(match[0].lower(), match.start()) for match in _TOKEN.finditer(text)]
        self.at = 0

    def token(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place][0] if place < len(self.tokens) else ""

    def rest(self) -> str:
        return self.text[self.tokens[self.at][1] :] if self.at < len(self.tokens) else ""

    def number(self) -> Decimal | None:
        value = numbers.parsed(self.token())
        if value is None:
            said = numbers.spoken([token for token, _ in self.tokens[self.at : self.at + 6]])
            if said:
                self.at += said[1]
            return said[0] if said else None
        self.at += 1
        return self._with_fraction(value)

    def _with_fraction(self, value: Decimal) -> Decimal:
        if self.token() == "/" and (below := numbers.parsed(self.token(1))):
            self.at += 2
            return value / below
        above, below = numbers.parsed(self.token()), numbers.parsed(self.token(2))
        if above is not None and self.token(1) == "/" and below:
            self.at += 3
            return value + above / below
        return value

    def unit(self) -> tuple[Unit, str] | None:
        for words in (2, 1):
            alias = "+".join(self.token(ahead) for ahead in range(words))
            if alias in UNITS:
                self.at += words
                if self.token() == ".":
                    self.at += 1
                return UNITS[alias]
        return None

    def span(self) -> tuple[list[Term], Decimal | None]:
        """Return the terms from here on, and a last figure that has no unit of its own."""
        terms: list[Term] = []
        while True:
            start = self.at
            if terms and self.token() == "dan":
                self.at += 1
            value, times = self.number(), None
            if value is not None and self.token() == "x":
                self.at += 1
                times, value = value, self.number()
            if value is None:
                self.at = start
                return terms, None
            unit = self.unit()
            if unit is None:
                return terms, value
            terms.append(Term(value, *unit, times))


def _spans(reader: _Reader) -> tuple[list[Term], list[Term]] | None:
    low, bare = reader.span()
    if reader.token() != "-":
        return (low, low) if low and bare is None else None
    reader.at += 1
    high, open_end = reader.span()
    if not high or open_end is not None or not (low or bare is not None):
        return None
    if bare is not None:
        low.append(Term(bare, high[-1].unit, high[-1].word))
    return low, high


def _read(raw: str) -> Duration | None:
    text, bound = _plain(raw), Bound.EXACT
    for limit, pattern in _BOUND:
        if match := pattern.match(text):
            text, bound = text[match.end() :], limit
            break
    reader = _Reader(_LEAD.sub("", text, count=1) if _LEAD.match(text) else text)
    spans = _spans(reader)
    if spans is None:
        return None
    low, high = sorted(spans, key=lambda terms: sum(t.amount.weight for t in terms))
    rest, per = reader.rest().rstrip(" .;,"), None
    if match := _RATE.match(rest):
        rest, per = rest[match.end() :], match["per"].strip()
    if rest and not _TAIL.match(rest):
        return None
    return Duration(tuple(low), tuple(high), raw, per, bound, rest)


def parse(text: str) -> Duration | Unmeasured | None:
    """Read a time cell: None when it is blank or a dash, ``Unmeasured`` when no time can be counted from it."""
    raw = text.strip()
    if BLANK.fullmatch(raw):
        return None
    return _parse(raw) if len(raw) <= LONGEST else Unmeasured(raw, vague=False)


@lru_cache(maxsize=4096)
def _parse(raw: str) -> Duration | Unmeasured:
    return _read(raw) or Unmeasured(raw, vague=bool(_VAGUE.search(raw)))


def written(duration: Duration) -> str:
    """Write a duration out: "15 menit", "1–5 hari kerja", "2 menit/berkas", "maks. 3 hari"."""
    high = " ".join(term.written() for term in duration.high)
    text = f"{_lower_end(duration)}–{high}" if duration.is_range else high
    if duration.bound is not Bound.EXACT:
        text = f"{duration.bound} {text}"
    if duration.per:
        text = f"{text}/{duration.per}"
    return f"{text} {duration.tail}".rstrip()


def _lower_end(duration: Duration) -> str:
    words = {term.word for term in (*duration.low, *duration.high)}
    if len(words) == len(duration.low) == len(duration.high) == 1:
        return numbers.written(duration.low[0].value)
    return " ".join(term.written() for term in duration.low)


def tidy(text: str) -> str:
    """Return what a time cell shows after "15 m" or "2 hk" was typed into it; other text stays as it is."""
    parsed = parse(text)
    return written(parsed) if isinstance(parsed, Duration) else text
