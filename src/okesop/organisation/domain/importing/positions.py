"""The sheet of positions against those that are stored."""

from django.utils.translation import gettext as _

from okesop.organisation.domain.importing.plan import Plan, PositionWish
from okesop.organisation.domain.importing.reading import Line
from okesop.organisation.domain.importing.units import Units
from okesop.organisation.models import Position

TITLE, UNIT, HEAD = "Nama jabatan", "Unit", "Memimpin unit"
ANSWERS = {"ya": True, "tidak": False, "": None}
LETTERS = 200


class Positions:
    """The positions that rows can speak of, by title and unit."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self._titled: dict[str, list[PositionWish]] = {}
        by_key = {wish.stored.pk: wish for wish in units.all if wish.stored}
        for stored in Position.objects.active().select_related("unit"):
            self.add(PositionWish(stored.title, by_key[stored.unit_id], stored=stored))

    def add(self, wish: PositionWish) -> None:
        """Let rows find a position by its title."""
        self._titled.setdefault(wish.title.casefold(), []).append(wish)

    def titled(self, title: str) -> list[PositionWish]:
        """Return the positions of a title."""
        return self._titled.get(title.casefold(), [])

    def one(self, line: Line, column: str, plan: Plan) -> PositionWish | None:
        """Return the position that a row names; notes the problem where it names none or several."""
        found = self.titled(line.text(column))
        if line.text(UNIT):
            unit = self.units.one(line, UNIT, plan)
            if unit is None:
                return None
            found = [wish for wish in found if wish.unit is unit]
        if len(found) == 1:
            return found[0]
        if found:
            text = _("Jabatan ini ada di %(n)s unit. Isi kolom Unit.") % {"n": len(found)}
            plan.problems.append(line.problem(UNIT, text))
        else:
            text = _("Jabatan ini belum ada. Tambahkan di lembar Jabatan.")
            plan.problems.append(line.problem(column, text))
        return None


def positions(lines: list[Line], units: Units, plan: Plan) -> Positions:
    """Note what the sheet of positions asks for; return the positions that people can hold."""
    known = Positions(units)
    for line in lines:
        wish = _wish(line, known, plan)
        if wish is not None:
            plan.positions.append(wish)
    return known


def _wish(line: Line, known: Positions, plan: Plan) -> PositionWish | None:
    title = line.text(TITLE)
    if not title or len(title) > LETTERS:
        text = _("Isi nama jabatan, paling banyak %(most)s huruf.") % {"most": LETTERS}
        plan.problems.append(line.problem(TITLE, text))
        return None
    head = line.text(HEAD).casefold()
    if head not in ANSWERS:
        plan.problems.append(line.problem(HEAD, _("Tulis ya atau tidak.")))
    unit = known.units.one(line, UNIT, plan)
    if unit is None:
        return None
    found = next((wish for wish in known.titled(title) if wish.unit is unit), None)
    if found is not None and found.line is not None:
        text = _("Jabatan ini sudah ada di baris %(row)s.") % {"row": found.line.row}
        plan.problems.append(line.problem(TITLE, text))
        return None
    wish = found or PositionWish(title, unit)
    wish.line, wish.is_head = line, ANSWERS.get(head)
    if found is None:
        known.add(wish)
    return wish
