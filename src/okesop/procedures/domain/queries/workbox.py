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
from okesop.procedures.models import Comment, DraftChange, Version
from okesop.ui.templatetags import written

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models.version import VersionQuerySet

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
    mine = Version.objects.visible_to(user).drafts().filter(written_by(user))
    noted = Version.objects.visible_to(user).drafts().filter(Exists(open_notes(user)))
    sets = waiting_for(user) | {"ready": mine.filter(error_count=0)}
    duties = Sum("error_count", filter=Q(pk__in=mine.values("pk")), default=0)
    counts = counted(sets, duties=duties)
    notes = Comment.objects.filter(version__in=noted.values("pk"), done_at__isnull=True)
    waits = Case(When(error_count__gt=0, then=0), default=1)
    drafts = mine.light().order_by(waits, "-updated_at", "-pk")[:FIRST]
    decided = _for_the_right_hands(user, counts)
    return Workbox(
        unfinished=counts["unfinished"],
        duties=counts["duties"],
        ready=counts["ready"],
        noted=counts["noted"],
        to_mend=counts["to_mend"],
        to_verify=decided["to_verify"],
        to_approve=decided["to_approve"],
        notes=notes.exclude(author=user).count(),
        drafts=list(drafts),
        decisions=_decisions(user),
    )


def waiting_for(user: "User") -> "dict[str, VersionQuerySet]":
    """Return what asks for a hand of the person, by the name of its counter."""
    drafts = Version.objects.visible_to(user).drafts()
    return {
        "unfinished": drafts.filter(written_by(user), error_count__gt=0),
        "noted": drafts.filter(Exists(open_notes(user))),
        "to_mend": waiting.to_mend(user),
        "to_verify": waiting.to_verify(user),
        "to_approve": waiting.to_approve(user),
    }


def counted(found: "dict[str, VersionQuerySet]", **more: Sum) -> dict[str, int]:
    """Count several sets of versions on their way in one query; ``more`` is summed up with them."""
    counts = {
        name: Count("pk", filter=Q(pk__in=each.values("pk"))) for name, each in found.items()
    }
    return Version.objects.on_their_way().aggregate(**counts, **more)


def _decisions(user: "User") -> list[Version]:
    verify, approve = waiting.to_verify(user), waiting.to_approve(user)
    both = Q(pk__in=verify.values("pk")) | Q(pk__in=approve.values("pk"))
    return list(Version.objects.filter(both).light().order_by("moved_at", "pk")[:FIRST])


def _for_the_right_hands(user: "User", counts: dict[str, int]) -> dict[str, int | None]:
    """Keep a counter of decisions only for who ever decides: nobody else is told that nothing waits."""
    roles = {"to_verify": Role.VERIFIER, "to_approve": Role.APPROVER}
    return {
        name: counts[name] if access.holds_anywhere(user, [role]) else None
        for name, role in roles.items()
    }


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
        day=written.day(change.at),
        at=written.clock(change.at),
    )
