"""The office: its tree of units, their positions, who held which when, and what positions may do."""

from okesop.organisation.models.assignment import Assignment
from okesop.organisation.models.delegation import DelegatedRole, Delegation
from okesop.organisation.models.grant import Grant
from okesop.organisation.models.handover import HandedItem, Handover
from okesop.organisation.models.holiday import Holiday
from okesop.organisation.models.person import Person
from okesop.organisation.models.position import Position
from okesop.organisation.models.unit import Unit
from okesop.organisation.models.unit_state import UnitState
from okesop.organisation.models.upload import Upload
from okesop.organisation.models.work_week import WorkHours, WorkWeek

__all__ = [
    "Assignment",
    "DelegatedRole",
    "Delegation",
    "Grant",
    "HandedItem",
    "Handover",
    "Holiday",
    "Person",
    "Position",
    "Unit",
    "UnitState",
    "Upload",
    "WorkHours",
    "WorkWeek",
]
