"""The list of SOPs: what a person may see, narrowed by words and filters, a page at a time.

Pages are found by key, not by counting rows, so that the thousandth page costs as much as the first.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from okesop.procedures.domain.queries import shelf, waiting
from okesop.procedures.domain.queries.waiting import written_by
from okesop.procedures.enums import Status
from okesop.procedures.models import Comment, Version
from okesop.search.domain.queries import finding
from okesop.search.query import understand

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models.version import VersionQuerySet

PAGE = 25
DEEPEST = 10_000
COUNTED = 1_000
"""How far the rows of a list are counted: nobody needs to know of thousands how many there are."""


class Wanted(StrEnum):
    """Which drafts by their findings."""

    DUTIES = "wajib"
    HINTS = "saran"
    READY = "tanpa"


class Task(StrEnum):
    """What somebody has to decide or to mend."""

    VERIFY = "verifikasi"
    APPROVE = "pengesahan"
    MEND = "perbaikan"


STATUSES: dict[str, Status] = {
    "berlaku": Status.IN_FORCE,
    "disetujui": Status.APPROVED,
    "diverifikasi": Status.VERIFIED,
    "diajukan": Status.SUBMITTED,
    "perbaikan": Status.RETURNED,
    "draf": Status.DRAFT,
    "digantikan": Status.SUPERSEDED,
    "dicabut": Status.REVOKED,
}
"""The words by which an address asks for versions that stand somewhere."""


class Order(StrEnum):
    """How the list is sorted; by how well it answers only where words were given."""

    BEST = "cocok"
    TITLE = "judul"
    UPDATED = "diubah"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to, and where its page begins or ends."""

    words: str = ""
    unit: int | None = None
    findings: Wanted | None = None
    mine: bool = False
    noted: bool = False
    status: Status | None = None
    task: Task | None = None
    since: date | None = None
    order: Order = Order.TITLE
    after: str = ""
    before: str = ""

    @property
    def narrows(self) -> bool:
        """Tell whether a filter leaves a small part of all, whatever the words."""
        chosen = (self.unit, self.findings, self.status, self.task, self.since)
        return any(chosen) or self.mine or self.noted


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the list and the cursors to both sides ("" where there is nothing more).

    ``counted`` are all rows, as far as they are counted: one beyond `COUNTED`.
    """

    rows: list[Version]
    counted: int
    following: str
    preceding: str

    @property
    def total(self) -> int:
        """How many rows there are, or `COUNTED` where there are more."""
        return min(self.counted, COUNTED)

    @property
    def uncounted(self) -> bool:
        """Whether there are more than are counted."""
        return self.counted > COUNTED


def select(user: "User", filters: Filters) -> "VersionQuerySet":
    """Return all versions that the filters leave, without order."""
    found = _narrowed(user, filters)
    query = understand(filters.words)
    if query.is_empty:
        return found
    return found.filter(pk__in=finding.matching(query)) if query.terms else found.none()


def _narrowed(user: "User", filters: Filters) -> "VersionQuerySet":
    found = _asked(user, filters).light()
    if filters.unit:
        found = found.filter(procedure__unit_id=filters.unit)
    if filters.findings:
        found = found.filter(_FINDINGS[filters.findings])
    if filters.mine:
        found = found.filter(written_by(user))
    if filters.noted:
        found = found.filter(Exists(open_notes(user)))
    if filters.since:
        start = datetime.combine(filters.since, datetime.min.time())
        found = found.filter(updated_at__gte=timezone.make_aware(start))
    return found


def _asked(user: "User", filters: Filters) -> "VersionQuerySet":
    """Return the versions that are meant: drafts, those that stand somewhere, or one for each SOP."""
    if filters.task:
        task = {
            Task.VERIFY: waiting.to_verify,
            Task.APPROVE: waiting.to_approve,
            Task.MEND: waiting.to_mend,
        }[filters.task]
        return Version.objects.filter(task(user))
    if filters.status:
        return Version.objects.visible_to(user).stands(filters.status)
    if filters.findings or filters.mine or filters.noted:
        return Version.objects.on_their_way_to(user).drafts()
    return shelf.leading(user)


def page(user: "User", filters: Filters, *, size: int = PAGE) -> Page:
    """Return one page of the list."""
    found = select(user, filters)
    if filters.order == Order.BEST:
        return _best(user, filters, size, counted=_counted(found))
    back = bool(filters.before)
    key = _key(filters.before or filters.after, filters.order)
    rows = list(
        _sorted(_beyond(found, filters.order, key, back=back), filters.order, back=back)[
            : size + 1
        ]
    )
    more = len(rows) > size
    rows = rows[:size]
    if back:
        rows.reverse()
    has_following = more if not back else True
    has_preceding = more if back else key is not None
    return Page(
        rows=rows,
        counted=_counted(found),
        following=cursor(rows[-1], filters.order) if rows and has_following else "",
        preceding=cursor(rows[0], filters.order) if rows and has_preceding else "",
    )


def _best(user: "User", filters: Filters, size: int, *, counted: int) -> Page:
    """Return a page sorted by how well it answers; its cursors count rows, and nobody reads far."""
    skip = _rows(filters.after) or max(0, _rows(filters.before) - size)
    seen = _narrowed(user, filters)
    keys = finding.ranked(
        understand(filters.words),
        seen.values("pk"),
        most=size + 1,
        skip=skip,
        few=filters.narrows,
    )
    shown = seen.in_bulk(keys[:size])
    return Page(
        rows=[shown[key] for key in keys[:size] if key in shown],
        counted=counted,
        following=str(skip + size) if len(keys) > size else "",
        preceding=str(skip) if skip else "",
    )


def _counted(found: "VersionQuerySet") -> int:
    """Count the rows, and stop one beyond what is told."""
    return found.order_by().values("pk")[: COUNTED + 1].count()


def _rows(text: str) -> int:
    return min(int(text), DEEPEST) if text.isascii() and text.isdecimal() else 0


def listed(user: "User", filters: Filters) -> "VersionQuerySet":
    """Return the whole list in its order, for a download."""
    return _sorted(select(user, filters), filters.order, back=False)


def open_notes(user: "User") -> QuerySet[Comment]:
    """Return the notes that wait on a draft and come from somebody else, for use inside a query."""
    waiting = Comment.objects.filter(version=OuterRef("pk"), done_at__isnull=True)
    return waiting.exclude(author=user)


def cursor(version: Version, order: Order) -> str:
    """Return the place of a row in the list, as text for an address."""
    value = version.updated_at.isoformat() if order == Order.UPDATED else version.sort_title
    data = json.dumps([value, version.pk]).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _key(text: str, order: Order) -> tuple[Any, int] | None:
    """Read a cursor; one that somebody altered is as none."""
    if not text:
        return None
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        place = _moment(value) if order == Order.UPDATED else _words(value)
        return (place, int(pk))
    except (ValueError, TypeError, OverflowError, binascii.Error):
        return None


def _moment(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)


def _words(value: str) -> str:
    value.encode()  # half of a surrogate pair is no text
    return value.replace("\0", "")


def _beyond(
    found: "VersionQuerySet", order: Order, key: tuple[Any, int] | None, *, back: bool
) -> "VersionQuerySet":
    if key is None:
        return found
    field = "updated_at" if order == Order.UPDATED else "sort_title"
    upwards = (order != Order.UPDATED) != back
    side = "gt" if upwards else "lt"
    value, pk = key
    return found.filter(Q(**{f"{field}__{side}": value}) | Q(**{field: value, f"pk__{side}": pk}))


def _sorted(found: "VersionQuerySet", order: Order, *, back: bool) -> "VersionQuerySet":
    field = "updated_at" if order == Order.UPDATED else "sort_title"
    sign = "" if (order != Order.UPDATED) != back else "-"
    return found.order_by(f"{sign}{field}", f"{sign}pk")


_FINDINGS = {
    Wanted.DUTIES: Q(error_count__gt=0),
    Wanted.HINTS: Q(error_count=0, warning_count__gt=0),
    Wanted.READY: Q(error_count=0),
}
