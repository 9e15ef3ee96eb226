"""What an approver is asked."""

from dataclasses import dataclass
from datetime import date

from okesop.core.compare import Weight
from okesop.procedures.domain import approving, chains, numbers, public_addresses
from okesop.procedures.domain.queries import comparison
from okesop.procedures.domain.spoken import spoken
from okesop.procedures.models import Number, Version


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether he is the last; then the first possible day, the numbers to choose from, and the address on paper.

    ``weight`` proposes whether the change is a large one; a first version is, for it is new to everybody.
    """

    last: bool
    earliest: date
    coming: str
    same: Number | None
    kept: list[Number]
    address: str
    weight: Weight | None

    @property
    def large(self) -> bool:
        """Whether all who work by the SOP should read it anew, as far as the program can tell."""
        return self.weight is None or self.weight.is_large

    @property
    def reasons(self) -> str:
        """The proposal in words; nothing for a first version."""
        return spoken(self.weight.sentence) if self.weight else ""


def asked(version: Version, on: date) -> Asked:
    """Return what the approver whose turn it is decides on a day."""
    unit = version.procedure.unit
    earlier = Version.objects.filter(
        procedure=version.procedure_id, number__lt=version.number, issued__isnull=False
    )
    before = earlier.select_related("issued").order_by("-number").first()
    first = approving.earliest(version, on)
    return Asked(
        last=version.approvals_given + 1 >= chains.approvals_needed(version),
        earliest=max(first, on),
        coming=numbers.preview(unit, on),
        same=before.issued if before else None,
        kept=numbers.free(unit, on),
        address=public_addresses.current(),
        weight=comparison.proposal(version),
    )
