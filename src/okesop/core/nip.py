"""NIP, the number of a civil servant: birth date (8), appointment (6), sex (1), serial (3)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DIGITS = 18
CONTRACT = 21
"""Employees under contract (PPPK) carry 21 where others carry the month of their appointment."""

YOUNGEST, OLDEST = 15, 66
"""Ages at appointment that can be true."""

EARLIEST_BIRTH = 1930


class Sex(StrEnum):
    """The fifteenth digit."""

    MALE = "1"
    FEMALE = "2"


@dataclass(frozen=True, slots=True)
class Nip:
    """A number whose parts can be true. ``month`` of the appointment is None for employees under contract."""

    digits: str
    birth: date
    year: int
    month: int | None
    sex: Sex

    def shown(self) -> str:
        """The number in its groups: 19780512 200502 2 003."""
        return grouped(self.digits)


def compact(text: str) -> str:
    """Return the text without the blanks, dots and dashes that people write between the groups."""
    return re.sub(r"[\s.\-–]", "", text)


def grouped(text: str) -> str:
    """Write eighteen digits as 8 + 6 + 1 + 3; other text stays as it is."""
    digits = compact(text)
    if not _eighteen(digits):
        return text
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def parse(text: str) -> Nip | None:
    """Return the number when it has eighteen digits and plausible dates, else None."""
    digits = compact(text)
    if not _eighteen(digits):
        return None
    birth, year, month = _date(digits[:8]), int(digits[8:12]), int(digits[12:14])
    if birth is None or birth.year < EARLIEST_BIRTH or digits[14] not in set(Sex):
        return None
    if not birth.year + YOUNGEST <= year <= birth.year + OLDEST:
        return None
    if month == CONTRACT:
        return Nip(digits, birth, year, None, Sex(digits[14]))
    return Nip(digits, birth, year, month, Sex(digits[14])) if 1 <= month <= 12 else None  # noqa: PLR2004 -- months


def _eighteen(digits: str) -> bool:
    return len(digits) == DIGITS and digits.isascii() and digits.isdecimal()


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
