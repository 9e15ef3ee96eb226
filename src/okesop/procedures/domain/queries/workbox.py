"""The work box: what waits for a person, by kind, and what happened lately."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, Count, Exists, Q, Sum, When

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.procedures.domain import wording
from okesop.procedures.domain.queries import waiting
from okesop.procedures.domain.queries.catalogue import open_notes
from okesop.procedures.domain.queries.waiting import written_by
from okesop.procedures.enums import VersionState
from okesop.procedures.models import Comment, DraftChange, Version
from okesop.ui.templatetags import written

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models.version import VersionQuerySet

DRAFT = Q(state=VersionState.DRAFT)
FIRST = 5
LATELY = 6


@dataclass(frozen=True, slots=True)
class Workbox:
    """Counts by kind, and the drafts to go on with: those with duties first, then the latest.

    What is to be verified or approved is None for who never does it; ``decisions`` are the oldest of both.
    """

    unfinished: int
    duties: int
    ready: int
    noted: int
    notes: int
    drafts: list[Version]
    to_mend: int
    to_verify: int | None
    to_approve: int | None
    decisions: list[Version]

    @property
    def asks(self) -> int:
        """How much waits: the sum of the counters that ask for a hand."""
        decided = (self.to_verify or 0) + (self.to_approve or 0)
        return self.unfinished + self.noted + self.to_mend + decided

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
    drafts, mine = _readable_drafts(user), written_by(user)
    ready = Count("pk", filter=Q(mine=True, error_count=0))
    duties = Sum("error_count", filter=Q(mine=True), default=0)
    counts = waiting_for(user, mine, duties=duties, ready=ready)
    noted = drafts.filter(Exists(open_notes(user)))
    notes = Comment.objects.filter(version__in=noted.values("pk"), done_at__isnull=True)
    waits = Case(When(error_count__gt=0, then=0), default=1)
    decided = _for_the_right_hands(user, counts)
    return Workbox(
        unfinished=counts["unfinished"],
        duties=counts["duties"],
        ready=counts["ready"],
        noted=counts["noted"],
        to_mend=counts["to_mend"],
        to_verify=decided["to_verify"],
        to_approve=decided["to_approve"],
        notes=notes.exclude(author=user).count() if counts["noted"] else 0,
        drafts=_first(drafts.filter(mine), waits, "-updated_at", "-pk"),
        decisions=_decisions(user) if any(decided.values()) else [],
    )


def waiting_for(user: "User", mine: Q | None = None, **more: Count | Sum) -> dict[str, int]:
    """Count what asks for a hand of the person, by the name of its counter; ``more`` is counted in the same pass.

    ``mine`` is what `written_by` said of him, where it was asked already.

    All of it is on its way, and who has to do with it may read it: one query walks through that once.
    """
    asks = {
        "unfinished": Q(mine=True, error_count__gt=0),
        "noted": DRAFT & Q(Exists(open_notes(user))),
        "to_mend": Q(mine=True) & waiting.came_back(user),
        "to_verify": waiting.to_verify(user),
        "to_approve": waiting.to_approve(user),
    }
    counts = {name: Count("pk", filter=each) for name, each in asks.items()}
    written = Case(When(DRAFT & (mine or written_by(user)), then=True), default=False)
    seen = Version.objects.on_their_way_to(user)
    return seen.annotate(mine=written).aggregate(**counts, **more)


def _first(found: "VersionQuerySet", *order: Case | str) -> list[Version]:
    return list(found.light().order_by(*order)[:FIRST])


def _readable_drafts(user: "User") -> "VersionQuerySet":
    return Version.objects.on_their_way_to(user).drafts()


def _decisions(user: "User") -> list[Version]:
    found = Version.objects.filter(waiting.to_verify(user) | waiting.to_approve(user))
    return _first(found, "moved_at", "pk")


def _for_the_right_hands(user: "User", counts: dict[str, int]) -> dict[str, int | None]:
    """Keep a counter of decisions only for who ever decides: nobody else is told that nothing waits."""
    roles = {"to_verify": Role.VERIFIER, "to_approve": Role.APPROVER}
    return {
        name: counts[name] if access.holds_anywhere(user, [role]) else None
        for name, role in roles.items()
    }


def lately(user: "User", *, most: int = LATELY) -> list[News]:
    """Return what other people did last, one line for a person and an SOP."""
    drafts = _readable_drafts(user).order_by("-updated_at", "-pk").values_list("pk", flat=True)
    # By their keys: a planner that is given a subquery walks through all changes of all time instead.
    latest = list(drafts[: most * 10])
    changes = DraftChange.objects.filter(version__in=latest).exclude(author=user)
    lean = changes.select_related("author", "version__procedure").only(
        "at", "kind", "summary", "author", "version__title", "version__procedure__key"
    )
    newest: dict[tuple[int, int], DraftChange] = {}
    for change in lean.order_by("-at", "-pk")[: most * 10]:
        newest.setdefault((change.author_id, change.version_id), change)
    return [_news(change) for change in [*newest.values()][:most]]


def _news(change: DraftChange) -> News:
    return News(
        name=change.author.name,
        initials=change.author.initials,
        summary=wording.sentence(change.kind, change.summary),
        title=str(change.version),
        key=change.version.procedure.key,
        day=written.day(change.at),
        at=written.clock(change.at),
    )
