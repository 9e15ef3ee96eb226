"""What an operation answers: the changed document with its way back, or a refusal in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from okesop.core.document import SopDocument
from okesop.core.text import Sentence

Operation = Mapping[str, Any]


class Refused(Exception):  # noqa: N818 -- a refusal is an answer to the author, not an error of the program
    """The operation cannot be applied; nothing was changed. ``choices`` are modes that would be accepted."""

    def __init__(self, message: Sentence, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Applied:
    """The document after a change, the operation that takes it back, the changed places, and words for the author."""

    document: SopDocument
    undo: dict[str, Any]
    places: tuple[str, ...] = ()
    notices: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one operation made of a document, and what it tells the author."""

    document: SopDocument
    notices: tuple[Sentence, ...] = ()


Check = Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of operation: the fields it needs, those it may have, what it does, and its line in the history."""

    perform: Callable[[SopDocument, Operation], Outcome]
    tell: Callable[[SopDocument, Operation], Sentence]
    needs: Mapping[str, Check]
    may: Mapping[str, Check] = field(default_factory=dict)
