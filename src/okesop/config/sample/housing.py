"""The sample office takes shape: units, positions, people, and who holds what since when."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from importlib import resources

from django.db.models import Q
from django.utils import timezone

from okesop.accounts.models import User
from okesop.config.sample.moments import day, moment
from okesop.config.sample.office import (
    AUDITOR,
    CHECKERS,
    FURTHER_ROLES,
    LEADERS,
    OFFICE,
    PARTS,
    PERFORMERS,
)
from okesop.config.sample.people import ADMINISTRATOR, MARK, PEOPLE, Somebody
from okesop.files.domain import emblems
from okesop.organisation.domain import (
    assignments,
    delegations,
    grants,
    handovers,
    holidays,
    people,
    positions,
    units,
    work_weeks,
)
from okesop.organisation.enums import AssignmentKind, Role
from okesop.organisation.models import Assignment, Grant, Person, Position, Unit

GOVERNMENT = "PEMERINTAH KOTA KENDARI"
LETTERHEAD = f"{GOVERNMENT}\nSEKRETARIAT DAERAH"
ROOT = "setda"
AGE = 300
"""Days since the office began to use the product."""
LENT = 3
"""Days since the head who verifies lent that right."""
ROTATED = 150
"""Days since a Plt. handed his subdivision over to its new head."""
HANDED_OVER = "15.10"


NEWCOMER, INTERIM = "yusnita.morini", "fajar.sowohi"


@dataclass(frozen=True, slots=True)
class Office:
    """What was made, by the keys of the tables."""

    units: dict[str, Unit] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def user(self, name: str) -> User:
        """Return the account of a sample person; all of them have one."""
        user = self.people[name].user
        if user is None:
            raise LookupError(name)
        return user


def build(at: datetime) -> Office:
    """Make the sample office, as it began to use the product some time before ``at``."""
    office = Office()
    builder = _Builder(office, None, moment(at, AGE))
    builder.enrol(next(who for who in PEOPLE if who.username == ADMINISTRATOR))
    builder = replace(builder, by=office.user(ADMINISTRATOR))
    builder.tree()
    for who in PEOPLE:
        if who.username != ADMINISTRATOR:
            builder.enrol(who)
    builder.posts(at)
    builder.stand_ins(at)
    builder.roles()
    builder.calendar()
    builder.emblem()
    return office


@dataclass(frozen=True, slots=True)
class _Builder:
    """Whoever sets the office up, at one moment."""

    office: Office
    by: User | None
    at: datetime

    def tree(self) -> None:
        root = units.Details(OFFICE, short_name="SETDA", letterhead=GOVERNMENT)
        self._unit(ROOT, root, None, (*LEADERS, AUDITOR))
        for place, part in enumerate(PARTS, start=1):
            above = self.office.units[part.above]
            head = LETTERHEAD if part.above == ROOT else f"{LETTERHEAD}\n{above.name.upper()}"
            details = units.Details(part.name, part.short, part.short, head, place)
            self._unit(part.key, details, above, part.positions)

    def _unit(
        self, key: str, details: units.Details, parent: Unit | None, titles: tuple[str, ...]
    ) -> None:
        unit = units.create(details, parent=parent, by=self.by, at=self.at)
        self.office.units[key] = unit
        # Heads sign SOPs; in a subdivision nobody does, the head of its division signs.
        signs = parent is None or parent.parent is None
        for place, title in enumerate(titles):
            head = signs and place == 0
            self.office.positions[title] = positions.create(
                unit, title, is_head=head, place=place, by=self.by, at=self.at
            )

    def enrol(self, who: Somebody) -> None:
        details = people.Details(who.name, who.nip, f"{who.rank}, {MARK}", who.username)
        runs_it = who.username == ADMINISTRATOR
        person = people.enrol(details, administrator=runs_it, by=self.by, at=self.at)
        self.office.people[who.username] = person

    def posts(self, at: datetime) -> None:
        year, fresh = timezone.localdate(at).year, {NEWCOMER: day(at, ROTATED - 1)}
        for place, who in enumerate(PEOPLE):
            since = date(year - 2 - place % 4, 1 + place * 5 % 12, 2)
            self.assign(who.username, who.position, fresh.get(who.username, since))
        self.assign("ode.fadlan", "Pejabat Pelaksana Teknis Kegiatan", date(year - 1, 1, 5))

    def stand_ins(self, at: datetime) -> None:
        """Two positions are or were vacant and led by a Plt., one has its holder away and a Plh. in his place."""
        self.assign(
            "haerul.sewali",
            "Asisten Perekonomian dan Pembangunan",
            day(at, 120),
            day(at, -60),
            AssignmentKind.ACTING,
        )
        self.assign(
            INTERIM,
            "Kepala Subbagian Protokol",
            day(at, AGE - 10),
            day(at, ROTATED),
            AssignmentKind.ACTING,
        )
        self.assign(
            "hartati.wunggu",
            "Kepala Subbagian Rumah Tangga",
            day(at, 4),
            day(at, -10),
            AssignmentKind.DAILY,
        )

    def assign(
        self,
        name: str,
        title: str,
        from_on: date,
        until_on: date | None = None,
        kind: AssignmentKind = AssignmentKind.DEFINITIVE,
    ) -> None:
        assignments.assign(
            self.office.people[name],
            self.office.positions[title],
            from_on=from_on,
            until_on=until_on,
            kind=kind,
            by=self.by,
            at=self.at,
        )

    def roles(self) -> None:
        """Give what stands beside the usual roles; the auditor keeps none of those, performers write nothing."""
        spare = Q(position=self.office.positions[AUDITOR])
        spare |= Q(role=Role.AUTHOR, position__title__in=PERFORMERS)
        for grant in Grant.objects.filter(spare):
            grants.withdraw(grant, by=self.office.user(ADMINISTRATOR), at=self.at)
        self._grant(AUDITOR, Role.AUDITOR)
        for title in CHECKERS:
            self._grant(title, Role.VERIFIER)
        for title, role in FURTHER_ROLES.items():
            self._grant(title, Role(role))

    def _grant(self, title: str, role: Role) -> None:
        position, whole = self.office.positions[title], self.office.units[ROOT]
        grants.give(position, role, whole, by=self.by, at=self.at)

    def calendar(self) -> None:
        work_weeks.begin(by=self.by, at=self.at)
        holidays.fill(by=self.by, at=self.at)

    def emblem(self) -> None:
        if self.by is None:
            raise LookupError(ADMINISTRATOR)
        picture = resources.files(__package__).joinpath("emblem.png").read_bytes()
        emblems.give(self.office.units[ROOT], picture, by=self.by, at=self.at)


def lend(office: Office, at: datetime) -> None:
    """The head who verifies is out of town and lends that right."""
    lender = Assignment.objects.get(position=office.positions[CHECKERS[0]])
    loan = delegations.Loan(
        office.people["wayan.sutarsa"],
        (Role.VERIFIER,),
        day(at, LENT),
        day(at, -11),
        "Mengikuti rapat koordinasi di luar kota",
    )
    delegations.delegate(lender, loan, by=office.user("nurlela.tanggomo"), at=moment(at, LENT))


def hand_over(office: Office, at: datetime) -> None:
    """The Plt. of a subdivision passes on what he has in hand to its new head."""
    interim = Assignment.objects.get(
        person=office.people[INTERIM], position__title="Kepala Subbagian Protokol"
    )
    handovers.hand_over(
        interim,
        taker=office.people[NEWCOMER],
        note="Jadwal acara dan kunci ruang perlengkapan diserahkan langsung.",
        by=office.user(ADMINISTRATOR),
        at=moment(at, ROTATED, HANDED_OVER),
    )
