"""The office: its tree of units, their positions, and who held which when."""

from okesop.organisation.models.assignment import Assignment
from okesop.organisation.models.person import Person
from okesop.organisation.models.position import Position
from okesop.organisation.models.unit import Unit

__all__ = ["Assignment", "Person", "Position", "Unit"]
