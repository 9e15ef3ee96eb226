"""One rule of the table, and where rules come from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from okesop.core.rules.finding import Severity, Stage
from okesop.core.rules.subject import Subject
from okesop.core.text import Sentence


class Hit(NamedTuple):
    """A place that breaks a rule, with what fills the message."""

    place: str
    values: dict[str, object]


def hit(place: str, **values: object) -> Hit:
    """Return a hit at the place."""
    return Hit(place, values)


Check = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table. ``good`` and ``bad`` are the examples of the guide page; the tests hold them to it.

    ``heuristic`` (†): the rule guesses at language, so the author may always set it aside with a reason.
    """

    id: str
    severity: Severity
    source: Sentence
    check: Check
    looks_at: Sentence
    message: Sentence
    good: Sentence
    bad: Sentence
    stage: Stage = Stage.SUBMIT
    heuristic: bool = False
    waivable: bool = field(init=False)

    def __post_init__(self) -> None:
        waivable = self.heuristic or self.severity is Severity.WARNING
        object.__setattr__(self, "waivable", waivable)

    @property
    def told(self) -> Sentence:
        """The message of no document: "Langkah … belum memiliki uraian kegiatan" and so on."""
        return Sentence(*(_GAP.sub("…", text) for text in (self.message.id, self.message.en)))


_GAP = re.compile(r"\{\w+\}")


def p35(part: str, english: str) -> Sentence:
    """Cite a part of PermenPAN-RB 35/2012."""
    return Sentence(f"PermenPAN-RB 35/2012, {part}", f"PermenPAN-RB 35/2012, {english}")


PRACTICE = Sentence("praktik penyusunan yang baik", "good drafting practice")
SOUNDNESS = Sentence(
    "kelaikan bagan yang diandaikan oleh pedoman",
    "soundness that the regulation takes for granted",
)
SYMBOLS = p35("lima simbol", "the five symbols")
BASIS_4 = p35("dasar penggunaan lima simbol", "basis of the five symbols")
TABLE_6 = p35("Tabel 6", "table 6")
STANDARD = p35("mutu baku", "quality standard")
MEASURABLE = Sentence("prinsip keterukuran", "the principle of measurability")


def identity_item(number: int) -> Sentence:
    """Cite an item of the identity part of PermenPAN-RB 35/2012."""
    return p35(f"bagian identitas butir {number}", f"identity part, item {number}")


IDENTITY = p35("bagian identitas", "identity part")
