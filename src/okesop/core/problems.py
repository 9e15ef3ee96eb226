"""What a reader could not read: collected with its place, never raised one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from okesop.core.bounds import PROBLEMS
from okesop.core.text import Sentence

_UNKNOWN = Sentence(
    "Kunci “{key}” tidak dikenal dan diabaikan{times}.",
    "The key “{key}” is unknown and ignored{times}.",
)
_TIMES = Sentence(" ({count} kali)", " ({count} times)")
_MORE = Sentence("Masih ada {count} masalah lain.", "Further problems: {count}.")
_NAME_CHARACTERS = 60
_INTEGER_BITS = 64


class Gravity(StrEnum):
    """What a problem costs: nothing, something that was left out, or the whole document."""

    NOTE = "note"
    LOSS = "loss"
    FATAL = "fatal"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read as it stands.

    ``place`` is an address such as ``steps/s3/time``, or ``steps[4].id`` where no id names it; ``step`` is the
    row's number, counted from 1.
    """

    place: str
    message: Sentence
    step: int | None = None
    gravity: Gravity = Gravity.LOSS

    @property
    def fatal(self) -> bool:
        """Whether no document could be made because of this."""
        return self.gravity is Gravity.FATAL


def clipped(value: object) -> str:
    """Return the value as a name short enough for a message; nothing for None."""
    text = value if isinstance(value, str) else _named(value)
    text = "".join(letter if letter.isprintable() else "�" for letter in text[:_NAME_CHARACTERS])
    return text if len(text) < _NAME_CHARACTERS else text + "…"


def _named(value: object) -> str:
    # never repr() a list or an endless integer: it may be as large as the whole input
    if value is None:
        return ""
    if isinstance(value, float | bool):
        return repr(value)
    if isinstance(value, int):
        return repr(value) if value.bit_length() < _INTEGER_BITS else "…"
    return "[…]" if isinstance(value, list | tuple) else "{…}"


class Collector:
    """Gathers problems; keeps at most ``bounds.PROBLEMS`` of them and counts the rest."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._unknown: dict[tuple[str, str], tuple[str, int]] = {}
        self._left_out = 0
        self.fatal = False

    def add(
        self,
        place: str,
        message: Sentence,
        *,
        gravity: Gravity = Gravity.LOSS,
        step: int | None = None,
    ) -> None:
        """Record one problem."""
        self.fatal = self.fatal or gravity is Gravity.FATAL
        if len(self._problems) < PROBLEMS:
            self._problems.append(Problem(place, message, step, gravity))
        else:
            self._left_out += 1

    def unknown(self, section: str, place: str, key: object) -> None:
        """Record an unknown key at ``place``; the same key in one section is told once, with its count."""
        name = clipped(key)
        if len(self._unknown) >= PROBLEMS and (section, name) not in self._unknown:
            self._left_out += 1
            return
        first, count = self._unknown.get((section, name), (place, 0))
        self._unknown[section, name] = (first, count + 1)

    def all(self) -> tuple[Problem, ...]:
        """Return everything found, unknown keys last."""
        return (*self._problems, *self._unknown_keys(), *self._remainder())

    def _unknown_keys(self) -> Sequence[Problem]:
        return [
            Problem(place, _unknown_message(key, count), gravity=Gravity.NOTE)
            for (_, key), (place, count) in self._unknown.items()
        ]

    def _remainder(self) -> Sequence[Problem]:
        if not self._left_out:
            return ()
        gravity = Gravity.FATAL if self.fatal else Gravity.LOSS
        return (Problem("", _MORE.filled(count=self._left_out), gravity=gravity),)


def _unknown_message(key: str, count: int) -> Sentence:
    times = _TIMES.filled(count=count) if count > 1 else Sentence("", "")
    return Sentence(
        _UNKNOWN.id.format(key=key, times=times.id),
        _UNKNOWN.en.format(key=key, times=times.en),
    )
