"""What the editor's pickers offer."""

from typing import TYPE_CHECKING, Any

from okesop.organisation.models import Position
from okesop.procedures.models import Version
from okesop.procedures.ready import READY, load

if TYPE_CHECKING:
    from okesop.accounts.models import User

MOST = 20
LOOKED_AT = 200


def positions(words: str, version: Version) -> list[dict[str, Any]]:
    """Return positions of any unit that match; those of the SOP's own unit first."""
    found = Position.objects.active().select_related("unit")
    for word in words.split():
        found = found.filter(title__icontains=word)
    own = version.procedure.unit_id
    near = list(found.filter(unit_id=own)[:MOST])
    far = list(found.exclude(unit_id=own).order_by("title", "pk")[: MOST - len(near)])
    return [{"id": str(p.pk), "title": p.title, "unit": p.unit.name} for p in near + far]


def titles(words: str, version: Version, user: "User") -> list[str]:
    """Return the titles of other SOPs that match."""
    found = Version.objects.visible_to(user).exclude(pk=version.pk).exclude(title="")
    for word in words.casefold().split():
        found = found.filter(sort_title__contains=word)
    named = found.order_by("sort_title").values_list("title", flat=True).distinct()
    return list(dict.fromkeys(named[:MOST]))


def regulations(words: str, user: "User") -> list[str]:
    """Return legal bases that other SOPs cite, those of the person's own units first, then the ready SOPs'."""
    wanted = words.casefold().split()
    found = Version.objects.visible_to(user).exclude(citations="").order_by("-updated_at")
    for word in wanted:
        found = found.filter(citations__icontains=word)
    cited = found.values_list("citations", flat=True)[:LOOKED_AT]
    lines = (line for text in cited for line in text.splitlines())
    known = (line for sop in READY for line in load(sop.slug).legal_basis)
    matching = (
        line for line in (*lines, *known) if all(word in line.casefold() for word in wanted)
    )
    return list(dict.fromkeys(matching))[:MOST]
