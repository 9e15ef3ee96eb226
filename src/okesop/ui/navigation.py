"""The menu around every page, made from the table that the settings name."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from okesop.ui.http import AuthenticatedRequest

_COUNTS = "menu_counts"


@dataclass(frozen=True, slots=True)
class Entry:
    """One door of the menu: the name of its address, its icon, its word, who may see it, what waits behind it.

    ``unless`` is a permission with which he finds it behind another door.
    """

    address: str
    icon: str
    label: Any
    permission: str = ""
    unless: str = ""
    count: Callable[[Any], int] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as this person sees it on this page."""

    url: str
    icon: str
    label: str
    current: bool
    count: int


@dataclass(frozen=True, slots=True)
class Menu:
    """Everything around the page."""

    main: list[Link]
    help: Link
    bell: Link
    profile: Link
    sign_out: str
    search: str

    @property
    def home(self) -> str:
        """Where the mark leads."""
        return self.main[0].url


def take_count(request: AuthenticatedRequest, address: str, count: int) -> None:
    """Give the menu a count that the page has made already, lest it is made twice."""
    vars(request).setdefault(_COUNTS, {})[address] = count


def menu(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu, worked out only where a template draws it."""
    return {"menu": SimpleLazyObject(lambda: _menu(request)), "demo": settings.DEMO}  # type: ignore[arg-type]


def _menu(request: AuthenticatedRequest) -> Menu:
    table = import_module(settings.NAVIGATION)
    asked = {name for entry in table.MAIN for name in (entry.permission, entry.unless) if name}
    held = {"", *table.held(request.user, asked)}
    seen = [
        entry
        for entry in table.MAIN
        if entry.permission in held and (not entry.unless or entry.unless not in held)
    ]
    return Menu(
        main=[_link(entry, request) for entry in seen],
        help=_link(table.HELP, request),
        bell=_link(table.BELL, request),
        profile=_link(table.PROFILE, request),
        sign_out=reverse(table.SIGN_OUT),
        search=reverse(table.SEARCH),
    )


def _link(entry: Entry, request: AuthenticatedRequest) -> Link:
    url, here = reverse(entry.address), request.path
    return Link(
        url=url,
        icon=entry.icon,
        label=str(entry.label),
        current=here == url or (url != "/" and here.startswith(url)),
        count=_count(entry, request),
    )


def _count(entry: Entry, request: AuthenticatedRequest) -> int:
    if entry.count is None:
        return 0
    taken: dict[str, int] = vars(request).get(_COUNTS, {})
    return taken[entry.address] if entry.address in taken else entry.count(request.user)
