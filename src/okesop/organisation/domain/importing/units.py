"""The sheet of units against the tree."""

from django.utils.translation import gettext as _

from okesop.organisation.domain.importing.plan import Plan, UnitWish
from okesop.organisation.domain.importing.reading import Line
from okesop.organisation.domain.importing.sheets import PATH
from okesop.organisation.models import Unit

NAME, ABOVE, SHORT, CODE, PLACE = "Nama unit", "Di bawah", "Singkatan", "Kode nomor", "Urutan"
LETTERS = {NAME: 200, SHORT: 40, CODE: 20}
LAST_PLACE = 999


class Units:
    """The units that rows can speak of, by name."""

    def __init__(self) -> None:
        stored = Unit.objects.filter(is_active=True).select_related("parent")
        by_key = {unit.pk: UnitWish(unit.name, stored=unit) for unit in stored}
        for wish in by_key.values():
            above = wish.stored.parent_id if wish.stored else None
            wish.above = by_key.get(above) if above else None
        self.all = list(by_key.values())
        self._named: dict[str, list[UnitWish]] = {}
        for wish in self.all:
            self.add(wish)

    def add(self, wish: UnitWish) -> None:
        """Let rows find a unit by its name."""
        self._named.setdefault(wish.name.casefold(), []).append(wish)

    def called(self, name: str) -> list[UnitWish]:
        """Return the units of a name, or of a path ("Induk > Nama")."""
        above, _sign, last = name.rpartition(PATH.strip())
        found = self._named.get(last.strip().casefold(), [])
        if not above:
            return found
        wanted = above.strip().casefold()
        return [wish for wish in found if wish.above and wish.above.name.casefold() == wanted]

    def one(self, line: Line, column: str, plan: Plan) -> UnitWish | None:
        """Return the unit that a cell names; notes the problem where it names none or several."""
        name = line.text(column)
        found = self.called(name)
        if len(found) == 1:
            return found[0]
        if found:
            text = _("Ada %(n)s unit bernama ini. Tulis dengan induknya: Induk > Nama.")
        else:
            text = _("Unit ini belum ada. Tambahkan di lembar Unit.")
        plan.problems.append(line.problem(column, text % {"n": len(found)}))
        return None


def units(lines: list[Line], plan: Plan) -> Units:
    """Note what the sheet of units asks for; return the units that other sheets can name."""
    known = Units()
    has_office = any(wish.above is None for wish in known.all)
    rows = [(line, wish) for line in lines if (wish := _wish(line, known, plan))]
    for line, wish in rows:
        wish.line, wish.written = line, _written(line, plan)
        plan.units.append(wish)
    for line, wish in rows:
        if line.text(ABOVE):
            wish.above = known.one(line, ABOVE, plan) or wish.above
        elif wish.stored is None and has_office:
            plan.problems.append(line.problem(ABOVE, _("Isi nama unit di atasnya.")))
        elif wish.stored is None:
            has_office = True
    for line, wish in rows:
        if _circles(wish):
            text = _("Unit tidak dapat berada di bawah dirinya sendiri.")
            plan.problems.append(line.problem(ABOVE, text))
    return known


def _wish(line: Line, known: Units, plan: Plan) -> UnitWish | None:
    name = line.text(NAME)
    if not name:
        plan.problems.append(line.problem(NAME, _("Isi nama unit.")))
        return None
    found = known.called(name)
    alike = [wish for wish in found if _above(wish) == line.text(ABOVE).casefold()]
    twice = next((wish.line for wish in alike if wish.line), None)
    if twice is not None:
        text = _("Unit ini sudah ada di baris %(row)s.") % {"row": twice.row}
        plan.problems.append(line.problem(NAME, text))
        return None
    free = [wish for wish in found if wish.line is None]
    # The one that stands there, else the only one of this name: it moves, or its place was left out.
    wish = next(iter(alike or (free if len(found) == 1 else [])), None)
    if wish is None:
        wish = UnitWish(name)
        known.add(wish)
    wish.line = line
    return wish


def _above(wish: UnitWish) -> str:
    if wish.line is not None:
        return wish.line.text(ABOVE).casefold()
    return wish.above.name.casefold() if wish.above else ""


def _written(line: Line, plan: Plan) -> dict[str, object]:
    """Return the columns that are filled in; what is empty stays as it is."""
    for column, most in LETTERS.items():
        if len(line.text(column)) > most:
            text = _("Paling banyak %(most)s huruf.") % {"most": most}
            plan.problems.append(line.problem(column, text))
    written: dict[str, object] = {
        field: line.text(column)
        for field, column in (("short_name", SHORT), ("code", CODE))
        if line.text(column)
    }
    place = line.text(PLACE)
    if place and not (place.isascii() and place.isdigit() and int(place) <= LAST_PLACE):
        plan.problems.append(line.problem(PLACE, _("Tulis angka 0 sampai 999.")))
    elif place:
        written["place"] = int(place)
    return written


def _circles(wish: UnitWish) -> bool:
    above, steps = wish.above, 0
    while above is not None and above is not wish and steps < LAST_PLACE:
        above, steps = above.above, steps + 1
    return above is not None
