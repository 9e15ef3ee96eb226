"""Typed readers of single values: text, list, choice, object, id. Each names what is wrong and goes on."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from okesop.core import bounds
from okesop.core.problems import Collector, Gravity, clipped
from okesop.core.text import Sentence

ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_.-]{{0,{bounds.ID_CHARACTERS - 1}}}")

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_UNSOUND = re.compile("[\ud800-\udfff\0]")
_KINDS: Mapping[type, tuple[str, str]] = MappingProxyType(
    {
        type(None): ("null", "null"),
        bool: ("true/false", "true/false"),
        int: ("angka", "a number"),
        float: ("angka", "a number"),
        str: ("teks", "text"),
        list: ("daftar", "a list"),
        tuple: ("daftar", "a list"),
    }
)
_NO_TEXT = Sentence(
    "Isinya harus berupa teks, bukan {kind}.", "The value must be text, not {kind}."
)
_NO_LIST = Sentence(
    "Isinya harus berupa daftar, bukan {kind}.", "The value must be a list, not {kind}."
)
_NO_OBJECT = Sentence(
    "Isinya harus berupa objek, bukan {kind}.", "The value must be an object, not {kind}."
)
_NO_BOOLEAN = Sentence(
    "Isinya harus true atau false, bukan {kind}.", "The value must be true or false, not {kind}."
)
_LINE_READ = Sentence(
    "Teks dibaca sebagai daftar dengan satu butir.", "The text was read as a list of one item."
)
_TOO_LONG = Sentence(
    "Teks ini lebih panjang dari 100.000 huruf. Pindahkan isinya ke lampiran.",
    "This text is longer than 100,000 characters. Move it to an annex.",
)
_TOO_MANY = Sentence(
    "Daftar ini berisi {count} butir; batasnya {most}. Bagi menjadi beberapa SOP.",
    "This list has {count} items; the limit is {most}. Split it into several SOPs.",
)
_BAD_CHARACTERS = Sentence(
    "Teks memuat karakter yang tidak sah; karakter itu diganti dengan “�”.",
    "The text holds invalid characters; they were replaced by “�”.",
)
_NO_ID = Sentence(
    "Id “{id}” tidak sah; pakai huruf, angka, titik, - atau _, paling banyak 64.",
    "The id “{id}” is not valid; use letters, digits, full stop, - or _, at most 64.",
)
_SAME_ID = Sentence(
    "Id “{id}” dipakai lebih dari satu kali.", "The id “{id}” is used more than once."
)
_NO_CHOICE = Sentence(
    "“{value}” tidak dikenal; pilihannya: {choices}.", "“{value}” is unknown; choose: {choices}."
)


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a list of the document, with its address for problems."""

    data: Mapping[str, Any]
    section: str
    index: int

    def place(self, field: str = "") -> str:
        """Return the address of the object or of one of its fields."""
        key = self.data.get("id")
        named = isinstance(key, str) and ID.fullmatch(key)
        head = f"{self.section}/{key}" if named else f"{self.section}[{self.index}]"
        if not field:
            return head
        return f"{head}/{field}" if named else f"{head}.{field}"


def as_date(text: str | None) -> date | str | None:
    """Return the date for ``YYYY-MM-DD``, and any other text as it is."""
    if text is None or not _ISO_DATE.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def sound_text(text: str) -> str:
    """Return the text with NUL and lone surrogates, which no database or file holds, as “�”."""
    return _UNSOUND.sub("�", text)


def wrong_type(message: Sentence, value: object) -> Sentence:
    """Fill the message's ``{kind}`` with the JSON type of the value."""
    kind_id, kind_en = _KINDS.get(type(value), ("objek", "an object"))
    return Sentence(message.id.format(kind=kind_id), message.en.format(kind=kind_en))


def text_of(value: object, place: str, found: Collector, *, step: int | None = None) -> str | None:
    """Return a text that may be stored, or None where there is none."""
    if value is None:
        return None
    if not isinstance(value, str):
        found.add(place, wrong_type(_NO_TEXT, value), step=step)
        return None
    if len(value) > bounds.TEXT_CHARACTERS:
        found.add(place, _TOO_LONG, gravity=Gravity.FATAL, step=step)
        return None
    text = sound_text(value)
    if text != value:
        found.add(place, _BAD_CHARACTERS, step=step)
    return text


def object_of(value: object, place: str, found: Collector) -> Mapping[str, Any]:
    """Return a JSON object; an empty one for null and for anything else."""
    if isinstance(value, Mapping):
        return value
    if value is not None:
        found.add(place, wrong_type(_NO_OBJECT, value))
    return {}


def lines_of(value: object, place: str, most: int, found: Collector) -> tuple[str, ...]:
    """Return a list of texts; a single text counts as a list of one."""
    if isinstance(value, str):
        found.add(place, _LINE_READ, gravity=Gravity.NOTE)
        value = [value]
    lines = []
    for index, entry in enumerate(sequence_of(value, place, most, found)):
        if entry is None:
            found.add(f"{place}[{index}]", wrong_type(_NO_TEXT, entry))
        text = text_of(entry, f"{place}[{index}]", found)
        if text is not None:
            lines.append(text)
    return tuple(lines)


def sequence_of(value: object, place: str, most: int, found: Collector) -> Sequence[Any]:
    """Return a list of at most ``most`` entries; a longer one is fatal."""
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        found.add(place, wrong_type(_NO_LIST, value))
        return ()
    if len(value) > most:
        message = _TOO_MANY.filled(count=len(value), most=most)
        found.add(place, message, gravity=Gravity.FATAL)
        return ()
    return value


def items_of(value: object, section: str, most: int, found: Collector) -> Iterator[Item]:
    """Yield the objects of a list."""
    for index, entry in enumerate(sequence_of(value, section, most, found)):
        if isinstance(entry, Mapping):
            yield Item(entry, section, index)
        else:
            found.add(f"{section}[{index}]", wrong_type(_NO_OBJECT, entry))


def id_of(item: Item, taken: Container[str], found: Collector) -> str | None:
    """Return the object's own id, or None when it is none or already taken, which is fatal."""
    key = item.data.get("id")
    place = f"{item.section}[{item.index}].id"
    if not isinstance(key, str) or not ID.fullmatch(key):
        message = _NO_ID.filled(id=clipped(key))
        found.add(place, message, gravity=Gravity.FATAL)
        return None
    if key in taken:
        found.add(place, _SAME_ID.filled(id=key), gravity=Gravity.FATAL)
        return None
    return key


def flag_of(value: object, place: str, found: Collector) -> bool:
    """Return a truth value; false for null."""
    if value is None or isinstance(value, bool):
        return bool(value)
    found.add(place, wrong_type(_NO_BOOLEAN, value))
    return False


_Choice = TypeVar("_Choice", bound=StrEnum)


def choice_of(
    value: object, choices: type[_Choice], place: str, found: Collector
) -> _Choice | None:
    """Return one of the choices, or None where there is none."""
    if isinstance(value, str) and value in set(choices):
        return choices(value)
    if value is not None:
        names = ", ".join(choices)
        found.add(place, _NO_CHOICE.filled(value=clipped(value), choices=names))
    return None
