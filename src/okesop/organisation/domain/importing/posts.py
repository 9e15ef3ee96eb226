"""Who is to hold which position, against who holds it already."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from okesop.organisation.domain.importing.people import People
from okesop.organisation.domain.importing.plan import (
    AssignmentWish,
    PersonWish,
    Plan,
    PositionWish,
)
from okesop.organisation.domain.importing.positions import Positions
from okesop.organisation.domain.importing.reading import Line, day_of
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment

POSITION, KIND, SINCE, UNTIL = "Jabatan", "Sebagai", "Sejak", "Sampai"
KINDS = {
    "": AssignmentKind.DEFINITIVE,
    "definitif": AssignmentKind.DEFINITIVE,
    "plt": AssignmentKind.ACTING,
    "plh": AssignmentKind.DAILY,
}


@dataclass(frozen=True, slots=True)
class Term:
    """As what and for which days a row gives a position; the first day is None where it is left out."""

    kind: AssignmentKind
    from_on: date | None
    until_on: date | None


class Posts:
    """Who holds what, by position, stored and as rows above ask for it."""

    def __init__(self) -> None:
        self._stored: dict[int, list[Assignment]] = {}
        for held in Assignment.objects.select_related("person"):
            self._stored.setdefault(held.position_id, []).append(held)
        self._wished: dict[int, list[AssignmentWish]] = {}

    def add(self, wish: AssignmentWish, plan: Plan) -> None:
        """Note an assignment; or that another holds the leading position in these days."""
        same = self._wished.setdefault(id(wish.position), [])
        if any(other.person is wish.person and _meet(other, wish) for other in same):
            text = _("Orang ini sudah diberi jabatan itu di baris lain.")
            plan.problems.append(wish.line.problem(POSITION, text))
            return
        if self._is_led_by_another(wish, same):
            text = _(
                "Jabatan pimpinan ini masih dipangku orang lain. Akhiri dahulu, atau pilih Plt./Plh."
            )
            plan.problems.append(wish.line.problem(POSITION, text))
            return
        same.append(wish)
        plan.assignments.append(wish)

    def stored(
        self, person: PersonWish, position: PositionWish, term: Term, today: date
    ) -> Assignment | None:
        """Return what the person holds already of what a row gives him."""
        if person.stored is None or position.stored is None:
            return None
        begins = term.from_on or today
        for held in self._stored.get(position.stored.pk, []):
            goes_on = held.until_on is None or held.until_on >= begins
            ends = term.until_on is None or held.from_on <= term.until_on
            if held.person_id == person.stored.pk and goes_on and ends:
                return held
        return None

    def _is_led_by_another(self, wish: AssignmentWish, same: list[AssignmentWish]) -> bool:
        if not wish.position.leads or wish.kind != AssignmentKind.DEFINITIVE:
            return False
        own = wish.person.stored.pk if wish.person.stored else None
        stored = self._stored.get(wish.position.stored.pk, []) if wish.position.stored else []
        others: list[Assignment | AssignmentWish] = [*same]
        others += [held for held in stored if held.person_id != own]
        return any(
            other.kind == AssignmentKind.DEFINITIVE and _meet(other, wish) for other in others
        )


def posts(lines: list[Line], positions: Positions, plan: Plan, today: date) -> None:
    """Note the people of a sheet and what they are to hold."""
    people, known = People(), Posts()
    for line in lines:
        person = people.wish(line, plan)
        if person is not None and line.text(POSITION):
            position, term = positions.one(line, POSITION, plan), _term(line, plan, today)
            if position is not None and term is not None:
                known.add(_wished(known, person, position, term, line, today), plan)


def _wished(
    known: Posts,
    person: PersonWish,
    position: PositionWish,
    term: Term,
    line: Line,
    today: date,
) -> AssignmentWish:
    stored = known.stored(person, position, term, today)
    from_on = stored.from_on if stored else term.from_on or today
    kind = AssignmentKind(stored.kind) if stored else term.kind
    return AssignmentWish(person, position, kind, from_on, term.until_on, line, stored)


def _term(line: Line, plan: Plan, today: date) -> Term | None:
    before = len(plan.problems)
    kind = KINDS.get(line.text(KIND).casefold().strip(" ."))
    if kind is None:
        plan.problems.append(line.problem(KIND, _("Tulis Definitif, Plt., atau Plh.")))
    from_on, until_on = (_day(line, column, plan) for column in (SINCE, UNTIL))
    if kind is not None and kind != AssignmentKind.DEFINITIVE and not line.text(UNTIL):
        plan.problems.append(line.problem(UNTIL, _("Plt. dan Plh. memerlukan hari terakhir.")))
    if until_on and until_on < (from_on or today):
        text = _("Hari terakhir tidak boleh mendahului hari pertama.")
        plan.problems.append(line.problem(UNTIL, text))
    if kind is None or len(plan.problems) > before:
        return None
    return Term(kind, from_on, until_on)


def _day(line: Line, column: str, plan: Plan) -> date | None:
    value = line.cells.get(column, "")
    found = day_of(value) if value else None
    if value and found is None:
        text = _("Tulis tanggal seperti 24/11/2026.")
        plan.problems.append(line.problem(column, text))
    return found


def _meet(one: Assignment | AssignmentWish, other: AssignmentWish) -> bool:
    begins_before = other.until_on is None or one.from_on <= other.until_on
    ends_after = one.until_on is None or one.until_on >= other.from_on
    return begins_before and ends_after
