"""What the checker says: a finding, how grave it is, and from when it counts."""

from dataclasses import dataclass
from enum import StrEnum

from okesop.core.text import Sentence


class Severity(StrEnum):
    """Error: demanded by the regulation or by the flowchart's soundness. Warning: good practice."""

    ERROR = "E"
    WARNING = "W"


class Stage(StrEnum):
    """How far a document has come; a later stage demands all that an earlier one does."""

    DRAFT = "draft"
    SUBMIT = "submit"
    APPROVE = "approve"

    def reaches(self, other: "Stage") -> bool:
        """Tell whether this stage is the other or a later one."""
        order = list(Stage)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A reason to set a finding aside, kept with the draft: of this rule at this place."""

    rule: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to think about, at one place of the document.

    ``severity`` is what it is at the asked stage; ``due`` is the stage from which it is an error ("wajib sebelum
    diajukan"), None for advice. A waived finding stays, with its ``waived`` reason.
    """

    rule: str
    severity: Severity
    place: str
    message: Sentence
    where: Sentence
    due: Stage | None = None
    waivable: bool = False
    waived: str | None = None

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way of the asked stage."""
        return self.severity is Severity.ERROR and self.waived is None

    def as_data(self, language: str = "id") -> dict[str, str | bool | None]:
        """Return the finding as JSON for the command line and the editor."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "due": self.due.value if self.due else None,
            "place": self.place,
            "where": self.where.in_language(language),
            "message": self.message.in_language(language),
            "waivable": self.waivable,
            "waived": self.waived,
        }
