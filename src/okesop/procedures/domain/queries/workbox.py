"""The work box: what waits for a person, by kind, and what happened lately."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Exists, Q, Sum, When

from okesop.procedures.domain import moments, wording
from okesop.procedures.domain.queries.catalogue import open_notes, written_by
from okesop.procedures.models import Comment, DraftChange, Version

if TYPE_CHECKING:
    from okesop.accounts.models import User

FIRST = 5
LATELY = 6


@dataclass(frozen=True, slots=True)
class Workbox:
    """Counts by kind, and the drafts to go on with: those with duties first, then the latest."""

    unfinished: int
    duties: int
    ready: int
    noted: int
    notes: int
    drafts: list[Version]

    @property
    def written(self) -> int:
        """How many drafts the person writes."""
        return self.unfinished + self.ready


@dataclass(frozen=True, slots=True)
class News:
    """What somebody did to a draft."""

    name: str
    initials: str
    summary: str
    title: str
    key: str
    day: str
    at: str


def of(user: "User") -> Workbox:
    """Return what waits for ``user``."""
    mine = Version.objects.visible_to(user).drafts().filter(written_by(user))
    counts = mine.aggregate(
        unfinished=Count("pk", filter=Q(error_count__gt=0)),
        ready=Count("pk", filter=Q(error_count=0)),
        duties=Sum("error_count", default=0),
    )
    noted = Version.objects.visible_to(user).drafts().filter(Exists(open_notes(user)))
    notes = Comment.objects.filter(version__in=noted.values("pk"), done_at__isnull=True)
    waits = Case(When(error_count__gt=0, then=0), default=1)
    drafts = mine.light().order_by(waits, "-updated_at", "-pk")[:FIRST]
    return Workbox(
        unfinished=counts["unfinished"],
        duties=counts["duties"],
        ready=counts["ready"],
        noted=noted.count(),
        notes=notes.exclude(author=user).count(),
        drafts=list(drafts),
    )


def lately(user: "User", *, most: int = LATELY) -> list[News]:
    """Return what other people did last, one line for a person and an SOP."""
    seen = Version.objects.visible_to(user).drafts()
    changes = DraftChange.objects.filter(version__in=seen.values("pk")).exclude(author=user)
    lean = changes.select_related("author", "version__procedure").only(
        "at", "kind", "summary", "author", "version__title", "version__procedure__key"
    )
    lines: dict[tuple[int, int], News] = {}
    for change in lean.order_by("-at", "-pk")[: most * 10]:
        lines.setdefault((change.author_id, change.version_id), _news(change))
    return list(lines.values())[:most]


def _news(change: DraftChange) -> News:
    return News(
        name=change.author.name,
        initials=change.author.initials,
        summary=wording.sentence(change.kind, change.summary),
        title=str(change.version),
        key=change.version.procedure.key,
        day=moments.day(change.at),
        at=moments.zoned(change.at),
    )
