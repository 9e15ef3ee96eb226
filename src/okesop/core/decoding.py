"""From bytes to JSON values: encodings, repeated keys, and numbers that would hang a parser."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from okesop.core.bounds import FILE_BYTES
from okesop.core.problems import Collector, Gravity, clipped
from okesop.core.text import Sentence

_TOO_LARGE = Sentence(
    "Dokumen lebih besar dari 5 MB. Kirim satu SOP saja, tanpa gambar.",
    "The document is larger than 5 MB. Send a single SOP, without pictures.",
)
_NO_TEXT = Sentence(
    "Berkas ini bukan teks JSON. Simpan sebagai JSON dengan pengodean UTF-8.",
    "This file is no JSON text. Save it as JSON in UTF-8.",
)
_NO_JSON = Sentence(
    "Berkas ini bukan JSON yang utuh: kesalahan pada baris {line}, kolom {column}.",
    "This file is no complete JSON: error in line {line}, column {column}.",
)
_TOO_DEEP = Sentence(
    "Susunan JSON ini bersarang terlalu dalam.", "This JSON is nested too deeply."
)
_NO_OBJECT = Sentence(
    "Dokumen SOP harus berupa objek JSON ({{…}}).",
    "An SOP document must be a JSON object ({{…}}).",
)
_REPEATED = Sentence(
    "Kunci “{key}” ditulis lebih dari satu kali; yang terakhir yang dibaca.",
    "The key “{key}” is written more than once; the last one was read.",
)


class JsonObject(dict[str, Any]):
    """A JSON object that remembers which of its keys were repeated."""

    repeated: tuple[str, ...] = ()


def decode(data: bytes | str, found: Collector) -> Mapping[str, Any] | None:
    """Return the JSON object in the data, or None with the reason among the problems found.

    Accepts UTF-8 with or without a byte order mark, UTF-16 and UTF-32. Numbers become floats,
    so that none of any length costs time: the format has no number.
    """
    text = _as_text(data, found)
    if text is None:
        return None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=float, parse_constant=float)
    except json.JSONDecodeError as error:
        message = _NO_JSON.filled(line=error.lineno, column=error.colno)
        found.add("", message, gravity=Gravity.FATAL)
    except RecursionError:
        found.add("", _TOO_DEEP, gravity=Gravity.FATAL)
    else:
        if isinstance(value, dict):
            return value
        found.add("", _NO_OBJECT.filled(), gravity=Gravity.FATAL)
    return None


def name_repeated(data: Mapping[str, Any], place: str, found: Collector) -> None:
    """Record the keys that the JSON text repeated in this object."""
    for key in getattr(data, "repeated", ()):
        found.add(f"{place}{clipped(key)}", _REPEATED.filled(key=clipped(key)))


def _as_text(data: bytes | str, found: Collector) -> str | None:
    if len(data) > FILE_BYTES:
        found.add("", _TOO_LARGE, gravity=Gravity.FATAL)
        return None
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        found.add("", _NO_TEXT, gravity=Gravity.FATAL)
        return None


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) != len(pairs):
        count = Counter(key for key, _ in pairs)
        made.repeated = tuple(key for key, times in count.items() if times > 1)
    return made
