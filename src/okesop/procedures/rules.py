"""Who may do what with SOPs. Reading starts at ``Version.objects.visible_to``; these are the acts."""

from typing import TYPE_CHECKING

from rules.permissions import add_perm
from rules.predicates import predicate

from okesop.organisation import access
from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment
from okesop.organisation.rights import tell_need
from okesop.procedures.enums import VersionState
from okesop.procedures.models import seats

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models import Version


@predicate
def is_draft(_user: "User", version: "Version") -> bool:
    """It is still being written."""
    return version.is_draft


@predicate
def is_submitted(_user: "User", version: "Version") -> bool:
    """It waits for its verification."""
    return version.state == VersionState.SUBMITTED


@predicate
def is_verified(_user: "User", version: "Version") -> bool:
    """It waits for its approval."""
    return version.state == VersionState.VERIFIED


@predicate
def is_approved(_user: "User", version: "Version") -> bool:
    """It was approved and not revoked."""
    return version.state == VersionState.APPROVED


@predicate
def is_sealed(_user: "User", version: "Version") -> bool:
    """It was approved, and may be revoked since."""
    return version.is_sealed


@predicate
def is_untouched(_user: "User", version: "Version") -> bool:
    """It is on its way, and nobody decided in this round."""
    plain = version.state == VersionState.VERIFIED and version.chain and not version.chain.verified
    return version.state == VersionState.SUBMITTED or bool(plain and not version.approvals_given)


@predicate
def keeps_the_office(user: "User", _version: "Version | None" = None) -> bool:
    """He looks after the whole office: helps with drafts, but neither verifies nor approves."""
    return user.is_administrator


@predicate
def writes_for_its_unit(user: "User", version: "Version") -> bool:
    """He holds the role of an author over the SOP's unit today."""
    return access.holds(user, [Role.AUTHOR], version.procedure.unit_id)


@predicate
def verifies_for_its_unit(user: "User", version: "Version") -> bool:
    """He holds the role of a verifier over the SOP's unit today."""
    return access.holds(user, [Role.VERIFIER], version.procedure.unit_id)


@predicate
def approves_for_its_unit(user: "User", version: "Version") -> bool:
    """He holds the role of an approver over the SOP's unit today."""
    return access.holds(user, [Role.APPROVER], version.procedure.unit_id)


@predicate
def has_the_turn(user: "User", version: "Version") -> bool:
    """The version's way names no position, or one that he may act for today."""
    if version.chain is None:
        return True
    step = version.chain.approvers.filter(order=version.approvals_given + 1).first()
    if step is None:
        return True
    held = Assignment.objects.filter(seats.approving(user), position=step.position_id)
    return held.exists()


@predicate
def writes_somewhere(user: "User") -> bool:
    """He holds the role of an author over some unit today."""
    return access.holds_anywhere(user, [Role.AUTHOR])


@predicate
def is_on_its_way(_user: "User", version: "Version") -> bool:
    """It is written, verified or about to be approved."""
    return not version.is_sealed


writes = writes_for_its_unit | keeps_the_office
add_perm("procedures.write_sop", writes)
add_perm("procedures.edit_draft", is_draft & writes)
add_perm("procedures.discard_draft", is_draft & writes)
add_perm("procedures.create_draft", writes_somewhere | keeps_the_office)
add_perm("procedures.submit_version", is_draft & writes)
add_perm("procedures.take_back_version", is_untouched & writes)
add_perm("procedures.verify_version", is_submitted & verifies_for_its_unit)
add_perm("procedures.approve_version", is_verified & approves_for_its_unit & has_the_turn)
add_perm(
    "procedures.return_version",
    (is_submitted & verifies_for_its_unit) | (is_verified & approves_for_its_unit & has_the_turn),
)
add_perm(
    "procedures.note_version",
    is_on_its_way & (writes | verifies_for_its_unit | approves_for_its_unit),
)
add_perm("procedures.revise_version", is_sealed & writes)
add_perm("procedures.revoke_version", is_approved & approves_for_its_unit)
add_perm("procedures.open_version", is_sealed & (approves_for_its_unit | keeps_the_office))
add_perm("procedures.keep_office", keeps_the_office)

for _act in ("write_sop", "edit_draft", "discard_draft", "submit_version", "revise_version"):
    tell_need(f"procedures.{_act}", Role.AUTHOR, unit="procedure.unit", keepers=True)
tell_need("procedures.verify_version", Role.VERIFIER, unit="procedure.unit")
for _act in ("approve_version", "revoke_version"):
    tell_need(f"procedures.{_act}", Role.APPROVER, unit="procedure.unit")
