"""The sheet of people against those that are stored."""

import re

from django.utils.translation import gettext as _

from okesop.accounts.models import User
from okesop.accounts.models.user import typed_nip
from okesop.organisation.domain.importing.plan import PersonWish, Plan
from okesop.organisation.domain.importing.reading import Line
from okesop.organisation.models import Person

NAME, NIP, USERNAME, RANK = "Nama dengan gelar", "NIP", "Nama pengguna", "Pangkat, golongan"
LETTERS = {NAME: 200, USERNAME: 60, RANK: 80}
USERNAMES = re.compile(r"[a-z][a-z0-9._-]*")


class People:
    """People by what tells them apart: NIP, user name, and for people with neither their name."""

    def __init__(self) -> None:
        self._stored: dict[str, list[Person]] = {}
        for person in Person.objects.select_related("user"):
            username = person.user.username if person.user else None
            for key in {*_keys(person.name, person.nip, username), _by_name(person.name)}:
                self._stored.setdefault(key, []).append(person)
        accounts = User.objects.values_list("username", "nip", "person__pk")
        self._taken = {name: pk for row in accounts for name, pk in _names(*row)}
        self._wished: dict[str, PersonWish] = {}

    def wish(self, line: Line, plan: Plan) -> PersonWish | None:
        """Return the person of a row, stored, new or of a row above; notes what is wrong with him."""
        before = len(plan.problems)
        name, nip, username = line.text(NAME), _nip(line, plan), line.text(USERNAME).lower()
        _check(line, username, plan)
        if len(plan.problems) > before:
            return None
        key = _keys(name, nip, username)[0]
        known = self._wished.get(key)
        if known is not None:
            if known.name != name:
                text = _("Nama ini berbeda dengan baris %(row)s.") % {"row": known.line.row}
                plan.problems.append(line.problem(NAME, text))
            return known
        wish = PersonWish(name, nip, username, line.text(RANK), line)
        if not self._find(wish, key, plan):
            return None
        self._wished[key] = wish
        plan.people.append(wish)
        return wish

    def _find(self, wish: PersonWish, key: str, plan: Plan) -> bool:
        found = self._stored.get(key) or self._nameless(wish)
        if len(found) > 1:
            text = _("Ada %(n)s orang bernama ini. Isi NIP atau nama penggunanya.")
            plan.problems.append(wish.line.problem(NAME, text % {"n": len(found)}))
            return False
        wish.stored = found[0] if found else None
        own = wish.stored.pk if wish.stored else None
        for column, typed in ((NIP, wish.nip), (USERNAME, wish.username)):
            if typed and self._taken.get(typed, own) != own:
                text = _("Sudah dipakai orang lain.")
                plan.problems.append(wish.line.problem(column, text))
                return False
            if typed:
                self._taken[typed] = own or -wish.line.row
        return True

    def _nameless(self, wish: PersonWish) -> list[Person]:
        """Return who is stored by his name alone so far: a row may bring him the NIP that he got since."""
        alike = self._stored.get(_by_name(wish.name), [])
        return [person for person in alike if person.user is None and not person.nip]


def _by_name(name: str) -> str:
    return f"name {name.casefold()}"


def _keys(name: str, nip: str | None, username: str | None) -> list[str]:
    keys = [f"nip {nip}"] if nip else []
    keys += [f"user {username}"] if username else []
    return keys or [_by_name(name)]


def _names(username: str | None, nip: str | None, pk: int | None) -> list[tuple[str, int | None]]:
    # An account without a person is nobody's: a key that no person has.
    return [(name, pk or 0) for name in (username, nip) if name]


def _nip(line: Line, plan: Plan) -> str:
    typed = line.text(NIP)
    nip = typed_nip(typed)
    if typed and not nip:
        found = sum(letter.isdigit() for letter in typed)
        text = _("NIP terdiri atas 18 angka, yang ini %(found)d.") % {"found": found}
        plan.problems.append(line.problem(NIP, text))
    return nip


def _check(line: Line, username: str, plan: Plan) -> None:
    if not line.text(NAME):
        plan.problems.append(line.problem(NAME, _("Isi nama.")))
    if username and not USERNAMES.fullmatch(username):
        text = _("Mulai dengan huruf kecil; lalu huruf kecil, angka, titik, garis.")
        plan.problems.append(line.problem(USERNAME, text))
    for column, most in LETTERS.items():
        if len(line.text(column)) > most:
            text = _("Paling banyak %(most)s huruf.") % {"most": most}
            plan.problems.append(line.problem(column, text))
