"""The shape of what the editor sends; see docs/formats/editor-protocol.md."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from okesop.core.flowchart.grid import Band
from okesop.procedures.domain.changes import Proposed
from okesop.procedures.domain.sheet import Sheet

TOO_LARGE = gettext_lazy("Kiriman lebih besar daripada 5 MB. Bagi menjadi beberapa bagian.")
FIGURES = {"seq", "before"}
FIGURE = re.compile(r"[0-9]{1,18}")
LARGEST = 5_000_000
CHANGES = 200
OPERATIONS = 2_000
COLUMNS = 40
ROWS = 500
LENGTH = 200_000.0
WORDS = 20_000
NAME = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
PLACE = re.compile(r"[A-Za-z0-9_./-]{0,200}")


class Malformed(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """What came is not what the editor sends; ``status`` is the answer's number."""

    def __init__(self, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Body:
    """A JSON object whose fields are asked for by kind."""

    data: Mapping[str, Any]

    def text(self, name: str, *, longest: int = 100_000) -> str:
        """Return a text; "" where the field is absent or null."""
        value = self.data.get(name)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > longest:
            raise Malformed(_wrong(name))
        return value

    def name(self, name: str) -> str:
        """Return an identifier that the browser chose."""
        value = self.text(name, longest=64)
        if not NAME.fullmatch(value):
            raise Malformed(_wrong(name))
        return value

    def place(self, name: str) -> str:
        """Return a place of the document, or ""."""
        value = self.text(name, longest=200)
        if not PLACE.fullmatch(value):
            raise Malformed(_wrong(name))
        return value

    def number(self, name: str) -> int:
        """Return a whole number from 0; 0 where the field is absent."""
        value = self.data.get(name)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
            raise Malformed(_wrong(name))
        return value

    def has(self, name: str) -> bool:
        """Tell whether a field says something."""
        return self.data.get(name) is not None

    def names(self, name: str) -> list[str] | None:
        """Return a list of words; None where the field is absent or null."""
        words = self.items(name, most=WORDS)
        if not all(isinstance(word, str) for word in words):
            raise Malformed(_wrong(name))
        return words if self.has(name) else None

    def flag(self, name: str) -> bool:
        """Return a truth value; false where the field is absent."""
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise Malformed(_wrong(name))
        return value

    def items(self, name: str, *, most: int) -> list[Any]:
        """Return a list; empty where the field is absent or null."""
        value = self.data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise Malformed(_wrong(name))
        if len(value) > most:
            raise Malformed(_too_many(name, most), 413)
        return value

    def changes(self) -> tuple[Proposed, ...]:
        """Return the changes, in the order in which they were made."""
        return tuple(_change(item) for item in self.items("changes", most=CHANGES))

    def sheet(self) -> Sheet | None:
        """Return the measured columns and rows; None asks for no drawing."""
        value = self.data.get("sheet")
        return None if value is None else _sheet(value)


def query(fields: QueryDict) -> Body:
    """Return the fields of an address; figures become numbers."""
    texts = {name: str(value) for name, value in fields.items()}
    return Body({name: _figure(name, value) for name, value in texts.items()})


def _figure(name: str, value: str) -> str | int:
    return int(value) if name in FIGURES and FIGURE.fullmatch(value) else value


def read(body: bytes) -> Body:
    """Return the JSON object in ``body``.

    Raises:
        Malformed: too large, not JSON, not UTF-8, not an object, or with text that is no text.
    """
    if len(body) > LARGEST:
        raise Malformed(str(TOO_LARGE), 413)
    try:
        data = json.loads(body.decode())
        if b"\\u" in body:
            json.dumps(data, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise Malformed(_("Kiriman tidak dapat dibaca. Muat ulang halaman ini.")) from error
    if not isinstance(data, dict):
        raise Malformed(_wrong("JSON"))
    return Body(data)


def _change(item: Any) -> Proposed:
    if not isinstance(item, dict):
        raise Malformed(_wrong("changes"))
    change = Body(item)
    operations = change.items("operations", most=OPERATIONS)
    if not operations or not all(isinstance(operation, dict) for operation in operations):
        raise Malformed(_wrong("operations"))
    return Proposed(change.name("id"), tuple(operations))


def _sheet(value: Any) -> Sheet:
    if not isinstance(value, dict):
        raise Malformed(_wrong("sheet"))
    body = Body(value)
    columns = [_band(item) for item in body.items("columns", most=COLUMNS)]
    heights = [_length(item) for item in body.items("heights", most=ROWS)]
    return Sheet(tuple(columns), tuple(heights))


def _band(item: Any) -> Band:
    if not isinstance(item, list) or len(item) != 2:  # noqa: PLR2004 -- from, to
        raise Malformed(_wrong("columns"))
    start, end = map(_length, item)
    if end < start:
        raise Malformed(_wrong("columns"))
    return Band(start, end)


def _length(item: Any) -> float:
    if isinstance(item, bool) or not isinstance(item, int | float):
        raise Malformed(_wrong("sheet"))
    if not 0 <= item <= LENGTH:  # neither is infinity within, nor what is no number
        raise Malformed(_wrong("sheet"))
    return float(item)


def _wrong(name: str) -> str:
    return _("Isian “%(name)s” tidak sesuai. Muat ulang halaman ini.") % {"name": name}


def _too_many(name: str, most: int) -> str:
    values = {"name": name, "most": most}
    return _("Isian “%(name)s” lebih dari %(most)d. Bagi menjadi beberapa bagian.") % values
