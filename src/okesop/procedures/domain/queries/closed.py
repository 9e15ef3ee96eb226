"""What could be done with a version now if the person held the role: the page's greyed-out buttons, each with its reason.

Only what the state and the dates allow is told: a button is grey because of a role or it is not there.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from okesop.organisation.domain.queries.lack import Lack, lacks
from okesop.procedures.domain.queries.ways import Ways
from okesop.procedures.enums import LIVING, VersionState
from okesop.procedures.models import Version

if TYPE_CHECKING:
    from okesop.accounts.models import User


@dataclass(frozen=True, slots=True)
class Act:
    """A button as it reads where it is open; ``way`` is its name in `Ways`. Rare ones stand at the foot of the page."""

    way: str
    permission: str
    icon: str
    word: Promise
    is_rare: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """An act that waits for a role which this person has not."""

    act: Act
    lack: Lack


WRITE = Act("write", "procedures.edit_draft", "edit", _("Lanjutkan menulis"))
VERIFY = Act("verify", "procedures.verify_version", "checks", _("Tinjau dan verifikasi"))
APPROVE = Act("approve", "procedures.approve_version", "writing-sign", _("Tinjau dan setujui"))
REVISE = Act("revise", "procedures.revise_version", "edit", _("Buat revisi"))
REVOKE = Act("revoke", "procedures.revoke_version", "ban", _("Cabut SOP"), is_rare=True)
ACTS = {
    VersionState.DRAFT: (WRITE,),
    VersionState.SUBMITTED: (VERIFY,),
    VersionState.VERIFIED: (APPROVE,),
    VersionState.APPROVED: (REVISE, REVOKE),
}


def of(user: "User", version: Version, ways: Ways, *, revised: bool) -> list[Closed]:
    """Return the acts that a role would open; ``revised`` says that the next version is being written already."""
    if version.is_sealed and version.standing not in LIVING:
        return []
    acts = [act for act in _possible(version, revised=revised) if not getattr(ways, act.way)]
    missing = lacks(user, [act.permission for act in acts], version)
    return [Closed(act, missing[act.permission]) for act in acts if act.permission in missing]


def _possible(version: Version, *, revised: bool) -> list[Act]:
    acts = ACTS.get(VersionState(version.state), ())
    return [act for act in acts if not (revised and act is REVISE)]
