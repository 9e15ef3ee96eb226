"""Who signs for a unit, and what stands above its name on paper."""

from dataclasses import dataclass
from datetime import date

from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment, Position, Unit

DEPTH = 12


@dataclass(frozen=True, slots=True)
class Official:
    """The head of a form: letterhead lines, and the official who signs (None where the register tells nobody)."""

    letterhead: tuple[str, ...]
    position: str | None = None
    name: str | None = None
    nip: str | None = None
    acting_as: str | None = None


def of(unit: Unit, *, on: date) -> Official:
    """Return the letterhead of the nearest unit that has one, and who leads the unit on that day.

    Where nobody leads the unit itself, the one above signs.
    """
    line = upwards(unit)
    heads = next((u.letterhead for u in line if u.letterhead.strip()), "")
    letterhead = tuple(filter(None, (text.strip() for text in heads.splitlines())))
    for each in line:
        held = _head(each, on)
        if held:
            return _signs(letterhead, held)
    position = Position.objects.active().filter(unit=unit, is_head=True).first()
    return Official(letterhead, position.title if position else None)


def upwards(unit: Unit) -> list[Unit]:
    """Return the unit and all above it, from the inside outwards."""
    line = [unit]
    while line[-1].parent is not None and len(line) < DEPTH:
        line.append(line[-1].parent)
    return line


def _head(unit: Unit, on: date) -> Assignment | None:
    held = Assignment.objects.on(on).filter(position__unit=unit, position__is_head=True)
    # Whoever stands in (Plh., Plt.) signs before the one he stands in for.
    ranks = {AssignmentKind.DAILY: 0, AssignmentKind.ACTING: 1, AssignmentKind.DEFINITIVE: 2}
    found = list(held.select_related("person", "position"))
    return min(found, key=lambda a: (ranks[AssignmentKind(a.kind)], a.pk), default=None)


def _signs(letterhead: tuple[str, ...], held: Assignment) -> Official:
    acting = None if held.kind == AssignmentKind.DEFINITIVE else AssignmentKind(held.kind).label
    return Official(
        letterhead,
        position=held.position.title,
        name=held.person.name,
        nip=held.person.nip,
        acting_as=str(acting) if acting else None,
    )
