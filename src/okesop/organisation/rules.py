"""Who may look after the office. The object is the unit; without one, looking after any unit will do.

The flag of an account (`User.is_administrator`) stands for the role over the whole office.
"""

from typing import TYPE_CHECKING

from rules.permissions import add_perm
from rules.predicates import predicate

from okesop.organisation.enums import Role
from okesop.organisation.models import Assignment, Person
from okesop.organisation.rights import add_right

if TYPE_CHECKING:
    from okesop.accounts.models import User


@predicate
def is_kept_by(user: "User", person: Person) -> bool:
    """Everything that the person may do lies in the units that the user looks after."""
    return Person.objects.kept_by(user).filter(pk=person.pk).exists()


@predicate
def holds_it(user: "User", assignment: Assignment) -> bool:
    """It is his own position."""
    return assignment.person.user_id == user.pk


add_right("organisation.manage", Role.ADMINISTRATOR)
add_right("organisation.manage_office", Role.ADMINISTRATOR, whole=True)
add_perm("organisation.manage_person", is_kept_by)
add_perm("organisation.delegate", holds_it)
