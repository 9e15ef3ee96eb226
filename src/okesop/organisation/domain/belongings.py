"""What belongs to a position: told by the rooms above through a table, because this room is below them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from okesop.organisation.models import Person, Position


@dataclass(frozen=True, slots=True)
class Belonging:
    """One thing: what sort of row it is and which, its sort in words, what it is called, and a further line."""

    sort: str
    key: int
    kind: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What a room knows: what falls without a position, and what a person has in hand by it."""

    hanging: "Callable[[Position], Sequence[Belonging]]"
    in_hand: "Callable[[Position, Person], Sequence[Belonging]]"


def hanging_on(position: "Position") -> list[Belonging]:
    """Return what would lose its footing if the position were abolished."""
    return [one for room in _rooms() for one in room.hanging(position)]


def in_hand(position: "Position", person: "Person") -> list[Belonging]:
    """Return what a person has in hand by a position, room after room."""
    return [one for room in _rooms() for one in room.in_hand(position, person)]


def _rooms() -> Sequence[Room]:
    table: Sequence[Room] = import_module(settings.BELONGINGS).ROOMS
    return table
