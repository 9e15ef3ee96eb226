"""What the office knows around one document: only what its rules will ask for, so that an edit stays quick."""

from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from okesop.core.document import SopDocument
from okesop.core.rules import Register
from okesop.files.models import Emblem
from okesop.organisation.models import Position
from okesop.procedures.domain.plain import one_line
from okesop.procedures.domain.queries import official
from okesop.procedures.models import Version


def around(version: Version, document: SopDocument) -> Register:
    """Return the register for a check of ``document``.

    ``sops`` stays unknown: an SOP can be in force only after approval, so the rule about it would cry at all.
    """
    return Register(
        numbers=_same_number(version, document.identity.number),
        positions=_positions(document),
        emblem=Emblem.objects.filter(unit__in=official.upwards(version.procedure.unit)).exists(),
    )


def _same_number(version: Version, number: str | None) -> dict[str, str]:
    number = one_line(number or "")
    if not number:
        return {}
    others = Version.objects.filter(number_text=number)
    if version.procedure_id:
        others = others.exclude(procedure=version.procedure_id)
    found = others.select_related("procedure").only("title", "procedure__unit").first()
    if found is None:
        return {}
    own = found.procedure.unit_id == version.procedure.unit_id
    return {number: str(found) if own else _("milik unit kerja lain")}


def _positions(document: SopDocument) -> frozenset[str]:
    titles = {one_line(performer.title).lower() for performer in document.performers}
    known = Position.objects.active().alias(small=Lower("title")).filter(small__in=titles)
    return frozenset(known.values_list("title", flat=True))
