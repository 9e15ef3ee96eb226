"""What this room tells about a position: the chains it stands in, and the drafts its holder has in hand."""

from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from okesop.organisation.domain.belongings import Belonging, Room
from okesop.organisation.models import Unit
from okesop.procedures.domain.queries.waiting import DRAFTS, written_by
from okesop.procedures.models import Chain, ChainApprover, Comment, Version

if TYPE_CHECKING:
    from okesop.organisation.models import Person, Position


def hanging(position: "Position") -> list[Belonging]:
    """Return the chains of today or later in which the position approves."""
    last = Chain.objects.filter(unit=OuterRef("chain__unit")).order_by("-from_on", "-pk")
    rows = ChainApprover.objects.filter(position=position, chain=Subquery(last.values("pk")[:1]))
    return [
        Belonging(
            "procedures.chain",
            row.chain_id,
            _("Alur pengesahan"),
            _("alur pengesahan %(unit)s") % {"unit": row.chain.unit},
        )
        for row in rows.select_related("chain__unit")
    ]


def in_hand(position: "Position", person: "Person") -> list[Belonging]:
    """Return the drafts of the position's unit, and of those below it, that the person writes; with open notes."""
    if person.user is None:
        return []
    below = Unit.objects.below(position.unit).values("pk")
    drafts = Version.objects.drafts().filter(written_by(person.user), procedure__unit__in=below)
    waiting = Comment.objects.filter(version__in=drafts.values("pk"), done_at=None)
    notes = dict(waiting.order_by().values_list("version").annotate(Count("pk")))
    return [
        Belonging(DRAFTS, draft.pk, _("Draf SOP"), str(draft), _detail(draft, notes))
        for draft in drafts.light().order_by("sort_title", "pk")
    ]


def _detail(draft: Version, waiting: dict[int, int]) -> str:
    unit, notes = draft.procedure.unit.name, waiting.get(draft.pk, 0)
    if not notes:
        return unit
    words = ngettext("%(n)s catatan terbuka", "%(n)s catatan terbuka", notes) % {"n": notes}
    return f"{unit}, {words}"


ROOM = Room(hanging, in_hand)
