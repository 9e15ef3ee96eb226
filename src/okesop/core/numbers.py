"""Indonesian numbers: "1.234,5", "½", "1 1/2", "dua puluh lima", and back."""

import re
from decimal import Decimal

NUMERAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?")
"""A numeral: dots group thousands, a comma stands before the decimals; "1.5" can only mean 1,5."""

LONGEST = 9
"""No figure of a form has more digits before the comma; longer ones are not numbers but codes."""

FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}

_ONES: dict[str, int | Decimal] = {
    "nol": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "setengah": Decimal("0.5"),
    "seperempat": Decimal("0.25"),
}
_TIMES: dict[str, int] = {"belas": 0, "puluh": 10, "ratus": 100}


def parsed(text: str) -> Decimal | None:
    """Return the value of an Indonesian numeral, or None when the text is none."""
    if not NUMERAL.fullmatch(text):
        return None
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text)
    plain = (text.replace(".", "") if grouped else text).replace(",", ".")
    return Decimal(plain) if len(plain.partition(".")[0]) <= LONGEST else None


def spoken(words: list[str]) -> tuple[Decimal, int] | None:
    """Return the value of the number words at the head of a list and how many words they are.

    Knows whole numbers below a thousand and a half after them: "satu setengah", "dua puluh lima".
    """
    total = last = Decimal(0)
    used = 0
    for word in words:
        if word in _ONES and (not last or _ONES[word] < 1):
            total += _ONES[word]
            last = Decimal(0) if word == "seratus" else Decimal(_ONES[word])
        elif word in _TIMES and 0 < last < max(_TIMES[word], 10):
            total += (last * _TIMES[word] - last) if _TIMES[word] else Decimal(10)
            last = Decimal(0)
        else:
            break
        used += 1
    return (total, used) if used else None


def written(value: Decimal) -> str:
    """Write a number the Indonesian way: dots between thousands, a comma before the decimals."""
    whole, _, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped
