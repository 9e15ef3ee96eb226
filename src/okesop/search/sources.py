"""What the quick search looks through: the sources that the settings name, each with its own permission."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings

from okesop.search.query import Query, understand

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: where it lies, its name with the hits marked, and what else tells it apart.

    ``text`` is the line that answers, where the name alone does not; ``state`` the code of a badge.
    """

    url: str
    icon: str
    name: str
    caption: str = ""
    text: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of things: its name, and what a person finds of it. ``always`` also answers where nothing was asked."""

    name: Any
    find: "Callable[[User, Query, int], Sequence[Hit]]"
    most: int = 6
    always: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one source."""

    name: str
    hits: Sequence[Hit]


def look(user: "User", words: str) -> list[Group]:
    """Return what a person finds, source by source; nothing that he may not see."""
    query = understand(words)
    groups = (
        Group(str(source.name), source.find(user, query, source.most))
        for source in _table()
        if query.terms or (source.always and query.is_empty)
    )
    return [group for group in groups if group.hits]


def _table() -> Sequence[Source]:
    table = import_module(settings.SEARCH)
    found: Sequence[Source] = table.SOURCES
    return found
