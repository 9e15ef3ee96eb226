"""Which version of each SOP stands in the list: the one in force, else the one approved last, else the first draft.

It does not depend on who looks, so that it nests no second predicate of visibility into the query: SQLite's parser
goes a hundred levels deep and no further.
"""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from okesop.organisation import access
from okesop.procedures.enums import SEALED, WRITTEN
from okesop.procedures.models import Version
from okesop.procedures.models.standing import in_force_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okesop.accounts.models import User
    from okesop.procedures.models.version import VersionQuerySet


def leading(user: "User") -> "VersionQuerySet":
    """Return one version for each SOP that the person may see."""
    # "Others" says the same as "all" here, and keeps PostgreSQL from looking up all that are in force for one row.
    others = Version.objects.filter(~Q(pk=OuterRef("pk")), procedure=OuterRef("procedure"))
    governed = Exists(others.in_force())
    later = Exists(others.filter(number__gt=OuterRef("number"), state__in=SEALED))
    in_force = in_force_on(access.TODAY)
    newest = Q(state__in=SEALED) & ~Q(later) & ~Q(governed)
    first = Q(state__in=WRITTEN) & ~Q(Exists(others.filter(state__in=SEALED)))
    return Version.objects.visible_to(user).filter(in_force | newest | first)


def bring_coming(user: "User", rows: "Sequence[Version]") -> None:
    """Bring along as ``coming`` the version on its way behind each row that is approved already; one query."""
    sealed = [row.procedure_id for row in rows if row.is_sealed]
    seen = Version.objects.visible_to(user).on_their_way().filter(procedure__in=sealed).light()
    found = {each.procedure_id: each for each in seen}
    for row in rows:
        row.coming = found.get(row.procedure_id) if row.is_sealed else None
