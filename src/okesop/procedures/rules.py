"""Who may do what with SOPs. Reading starts at ``Version.objects.visible_to``; these are the acts."""

from typing import TYPE_CHECKING

from rules.permissions import add_perm
from rules.predicates import predicate

from okesop.organisation.models import Unit

if TYPE_CHECKING:
    from okesop.accounts.models import User
    from okesop.procedures.models import Version


@predicate
def is_draft(_user: "User", version: "Version") -> bool:
    """It is still being written."""
    return version.is_draft


@predicate
def works_for_its_unit(user: "User", version: "Version") -> bool:
    """He holds a position today in the SOP's unit or above it, or he is an administrator."""
    return Unit.objects.visible_to(user).filter(pk=version.procedure.unit_id).exists()


@predicate
def works_somewhere(user: "User") -> bool:
    """He holds a position today, or he is an administrator."""
    return Unit.objects.visible_to(user).exists()


add_perm("procedures.edit_draft", is_draft & works_for_its_unit)
add_perm("procedures.discard_draft", is_draft & works_for_its_unit)
add_perm("procedures.create_draft", works_somewhere)
