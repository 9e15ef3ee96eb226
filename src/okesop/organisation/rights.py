"""How rooms say which role an act asks for, so that a refusal can tell what is missing and who can give it.

``add_right("procedures.verify", Role.VERIFIER, unit="procedure.unit", when=is_submitted)`` in a room's `rules.py`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from rules.permissions import add_perm
from rules.predicates import predicate

from okesop.organisation import access, reach
from okesop.organisation.enums import Role
from okesop.organisation.models import Unit

if TYPE_CHECKING:
    from okesop.accounts.models import User

NEEDS: "dict[str, Need]" = {}
"""Permissions that a role brings, by name."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a permission asks for: one of the roles over the unit that ``unit`` leads to from the object.

    Without an object a role over any unit will do; where the need is ``whole``, over the office.
    """

    roles: tuple[Role, ...]
    unit: str
    whole: bool = False
    keepers: bool = False

    def unit_of(self, obj: Any) -> Unit | None:
        """Return the unit that the role must cover; None where any will do."""
        if obj is None:
            return Unit.objects.roots().first() if self.whole else None
        found: Unit = attrgetter(self.unit)(obj) if self.unit else obj
        return found

    @property
    def for_keepers(self) -> bool:
        """Whoever keeps the whole office has it."""
        return self.keepers or Role.ADMINISTRATOR in self.roles

    def is_met(self, user: "User", obj: Any) -> bool:
        """Tell whether the user holds one of the roles where it is needed."""
        if user.is_administrator and self.for_keepers:
            return True  # also before there is any unit
        unit = self.unit_of(obj)
        if unit is not None:
            return access.holds(user, self.roles, unit.pk)
        return access.holds_anywhere(user, self.roles)


def held(user: "User", permissions: Iterable[str]) -> set[str]:
    """Return which of some rights the user has anywhere, in one query; those that ask for no role are not told."""
    asked = {name: NEEDS[name] for name in permissions if name in NEEDS}
    given = {name for name, need in asked.items() if user.is_administrator and need.for_keepers}
    with reach.kept():
        return given.union(
            name for name in asked.keys() - given if access.holds_anywhere(user, asked[name].roles)
        )


def tell_need(permission: str, *roles: Role, unit: str, keepers: bool = False) -> None:
    """Say which role a permission asks for that has predicates of its own, so that a refusal can tell it.

    ``keepers`` says that an administrator's flag does as well.
    """
    NEEDS[permission] = Need(roles, unit, keepers=keepers)


def add_right(
    permission: str,
    *roles: Role,
    unit: str = "",
    whole: bool = False,
    when: Callable[..., Any] | None = None,
    instead: Callable[..., Any] | None = None,
) -> None:
    """Let whoever holds one of the roles over the object's unit do something.

    ``unit`` is the way from the object to its unit (``"procedure.unit"``; nothing where the object is the unit),
    ``whole`` asks for a role over the office, ``when`` is a predicate of the object that must hold as well,
    ``instead`` one that does in place of the role.
    """
    need = NEEDS[permission] = Need(roles, unit, whole)

    def holds_role(user: "User", obj: Any = None) -> bool:
        return need.is_met(user, obj)

    allowed = predicate(holds_role, name=f"holds a role for {permission}")  # type: ignore[no-untyped-call]  # untyped library
    if instead is not None:
        allowed = instead | allowed
    add_perm(permission, allowed if when is None else when & allowed)  # type: ignore[no-untyped-call]  # untyped library
