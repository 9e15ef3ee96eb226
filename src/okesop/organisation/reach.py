"""The units over which somebody holds roles today, read once for a page that only reads.

A page asks a dozen times where its person may do something. While one is answered that changes nothing, his units are
read with its first question and each predicate then names them, which leaves the planner nothing to nest. Nothing is
kept beyond the request, and a request that may change rights keeps nothing at all.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

SAFE = {"GET", "HEAD"}
SEEN = ""
"""The name under which all units stand that somebody sees, by whatever right."""

Reach = dict[str, frozenset[int]]
"""The ids of units by role."""

_kept: ContextVar[dict[int, Reach] | None] = ContextVar("reach", default=None)


@contextmanager
def kept() -> Iterator[None]:
    """Keep what is read until the end of the outermost such block."""
    known = _kept.get()
    token = _kept.set({} if known is None else known)
    try:
        yield
    finally:
        _kept.reset(token)


def middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Keep what is read while a request is answered that changes nothing."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            return get_response(request)
        with kept():
            return get_response(request)

    return answered


def of(key: int, read: Callable[[int], Reach]) -> Reach | None:
    """Return the reach of the user with a key; None where nothing is kept, and SQL has to tell."""
    known = _kept.get()
    if known is None:
        return None
    if key not in known:
        known[key] = read(key)
    return known[key]


def over(reach: Reach, roles: Collection[str] | None) -> frozenset[int]:
    """Return the units under some of the roles; None: all that are seen."""
    names = [SEEN] if roles is None else roles
    return frozenset[int]().union(*(reach.get(name, ()) for name in names))
