"""What of an SOP can be found by its words."""

from okesop.core.document import Identity, SopDocument, Step
from okesop.search.texts import Texts


def texts(document: SopDocument) -> Texts:
    """Return the texts of a document: title, identity (with lists and performers), and a line for each step.

    NIPs are left out: nobody shall find a person by them here.
    """
    identity = document.identity
    lists = (
        document.legal_basis,
        document.qualifications,
        document.related,
        document.equipment,
        document.warnings,
        document.records,
    )
    lines = (
        *_head(identity),
        *(performer.title for performer in document.performers),
        *(line for part in lists for line in part),
    )
    return Texts(
        title=identity.title or "",
        identity=tuple(filter(None, lines)),
        steps=tuple(map(_step, document.steps)),
    )


def _head(identity: Identity) -> tuple[str, ...]:
    return (
        identity.number or "",
        identity.unit or "",
        *identity.institution,
        identity.approver_position or "",
        identity.approver_name or "",
        identity.nature or "",
        identity.service_promise or "",
    )


def _step(step: Step) -> str:
    return " · ".join(
        filter(None, (step.activity, step.requirements, step.time, step.output, step.note))
    )
