"""What a person can do with a version now; the page's buttons follow from it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from okesop.procedures.domain.queries import receivers
from okesop.procedures.domain.queries.receivers import Receiver
from okesop.procedures.enums import LIVING
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Ways:
    """The acts that are open; ``receiver`` is who gets the version next, or whose turn it is."""

    write: bool = False
    submit: bool = False
    take_back: bool = False
    verify: bool = False
    approve: bool = False
    revise: bool = False
    revoke: bool = False
    discard: bool = False
    receiver: Receiver | None = None

    @property
    def review(self) -> bool:
        """Whether a decision waits for this person."""
        return self.verify or self.approve


def of(user: "User", version: Version, on: date) -> Ways:
    """Return what ``user`` can do on a day."""
    if version.is_draft:
        writes = user.has_perm("procedures.edit_draft", version)
        receiver = receivers.of_draft(version, on)
        return Ways(write=writes, submit=writes, discard=writes, receiver=receiver)
    if not version.is_sealed:
        return Ways(
            take_back=user.has_perm("procedures.take_back_version", version),
            verify=user.has_perm("procedures.verify_version", version),
            approve=user.has_perm("procedures.approve_version", version),
            receiver=receivers.waiting_for(version, on),
        )
    lives = version.standing in LIVING
    return Ways(
        revise=user.has_perm("procedures.revise_version", version),
        revoke=lives and user.has_perm("procedures.revoke_version", version),
    )
