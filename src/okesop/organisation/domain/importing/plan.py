"""What an import would do: the office as it is stored and as the workbook wants it, side by side."""

from dataclasses import dataclass, field
from datetime import date

from okesop.organisation.domain.importing.reading import Line, Problem
from okesop.organisation.enums import AssignmentKind
from okesop.organisation.models import Assignment, Person, Position, Unit


@dataclass(eq=False, slots=True)
class UnitWish:
    """A unit, stored or new. ``above`` is where it will stand; ``line`` is None where the workbook does not name it."""

    name: str
    stored: Unit | None = None
    above: "UnitWish | None" = None
    line: Line | None = None
    written: dict[str, object] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The name with that of the unit above, where two have one name."""
        return f"{self.above.name} > {self.name}" if self.above else self.name


@dataclass(eq=False, slots=True)
class PositionWish:
    """A position, stored or new; ``is_head`` is None where the workbook leaves it as it is."""

    title: str
    unit: UnitWish
    stored: Position | None = None
    line: Line | None = None
    is_head: bool | None = None

    @property
    def leads(self) -> bool:
        """Whether it will lead its unit."""
        if self.is_head is None:
            return bool(self.stored and self.stored.is_head)
        return self.is_head


@dataclass(eq=False, slots=True)
class PersonWish:
    """A person, stored or new, as the workbook writes him."""

    name: str
    nip: str
    username: str
    rank: str
    line: Line
    stored: Person | None = None

    @property
    def changes(self) -> bool:
        """Whether the stored person is written otherwise; what the workbook leaves empty stays."""
        if self.stored is None:
            return False
        user = self.stored.user
        pairs = (
            (self.name, self.stored.name),
            (self.nip, self.stored.nip),
            (self.rank, self.stored.rank),
            (self.username, user.username if user else None),
        )
        return any(wanted and wanted != (now or "") for wanted, now in pairs)


@dataclass(eq=False, slots=True)
class AssignmentWish:
    """A position for a person; ``stored`` where he has it already and only its last day changes, or nothing."""

    person: PersonWish
    position: PositionWish
    kind: AssignmentKind
    from_on: date
    until_on: date | None
    line: Line
    stored: Assignment | None = None

    @property
    def changes(self) -> bool:
        """Whether the stored assignment gets another last day."""
        return self.stored is not None and self.until_on not in (None, self.stored.until_on)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an import does, in words."""

    kind: str
    is_new: bool
    title: str
    detail: str = ""


@dataclass(slots=True)
class Plan:
    """Everything that the workbook asks for, and what is wrong with it; nothing is written while anything is."""

    units: list[UnitWish] = field(default_factory=list)
    positions: list[PositionWish] = field(default_factory=list)
    people: list[PersonWish] = field(default_factory=list)
    assignments: list[AssignmentWish] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
