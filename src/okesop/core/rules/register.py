"""What the office knows besides the document; a part that is None is unknown and its rules are silent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

TOKENS = {
    "nomor": r"\d+",
    "tahun": r"\d{4}",
    "bulan": r"(?:0?[1-9]|1[0-2]|[IVX]+)",
    "unit": r"[^/]+",
    "klasifikasi": r"[\w.-]+",
}
"""The parts of a numbering pattern: "{klasifikasi}/{nomor}/{unit}/{tahun}"."""


@dataclass(frozen=True, slots=True)
class Register:
    """Numbers, regulations, SOPs and positions of the office, as they are on the day of the check.

    ``numbers`` maps the numbers of other SOPs to their titles; ``revoked`` holds the ``Regulation.key`` of what is no
    longer in force; ``sops`` maps the titles of other SOPs to whether they are in force; ``positions`` are titles.
    """

    numbers: Mapping[str, str] | None = None
    number_pattern: str | None = None
    revoked: frozenset[str] | None = None
    sops: Mapping[str, bool] | None = None
    positions: frozenset[str] | None = None
    emblem: bool | None = None
    least_steps: int = 3
    most_steps: int = 20


@lru_cache(maxsize=64)
def number_matcher(pattern: str) -> re.Pattern[str]:
    """Return what a number must match to follow a pattern with ``{tokens}``; an unknown token matches any text."""
    parts = re.split(r"\{(\w+)\}", pattern)
    matched = [
        re.escape(part) if place % 2 == 0 else TOKENS.get(part, r"[^/]+")
        for place, part in enumerate(parts)
    ]
    return re.compile("".join(matched))
