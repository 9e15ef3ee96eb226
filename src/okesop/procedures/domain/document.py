"""The only bridge between a stored version and the document of the core.

Whatever a column of ``Version`` tells of its document is derived here and nowhere else.
"""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

from okesop.core import rules
from okesop.core.canonical import canonical
from okesop.core.document import SopDocument
from okesop.core.parsing import parse
from okesop.core.printing import print_findings
from okesop.core.rules import Finding, Stage, Waiver
from okesop.procedures.domain import register, searched
from okesop.procedures.domain.plain import one_line
from okesop.procedures.domain.recent import Recent
from okesop.procedures.models import Version
from okesop.search.domain import indexing

if TYPE_CHECKING:
    from okesop.accounts.models import User

WORDS = 40_000
SORTED = 200
_recent = Recent()


class Unreadable(Exception):  # noqa: N818 -- a sentence, not a class of errors
    """A stored document cannot be read: the database was changed by another hand."""


def read(version: Version) -> SopDocument:
    """Return the document of a version.

    Raises:
        Unreadable: what is stored is no document.
    """
    found = _recent.get(version.sha256)
    if found is None:
        found = parse(version.document).document
        if found is None:
            raise Unreadable(version.key)
        _recent.put(version.sha256, found, size=len(version.document))
    return found


def findings(
    version: Version, document: SopDocument, *, stage: Stage = Stage.SUBMIT
) -> tuple[Finding, ...]:
    """Return what the rules ask for at a stage and what the paper cannot show, with what was set aside."""
    waivers = [Waiver(w.rule, w.place, w.reason) for w in version.waivers.all()]
    found = rules.check(
        document,
        stage=stage,
        register=register.around(version, document),
        version=version.number - 1,
        imported=version.imported,
        waivers=waivers,
    )
    return (*found, *print_findings(document, waivers))


def store(
    version: Version, document: SopDocument, *, by: "User", at: datetime
) -> tuple[Finding, ...]:
    """Write the document and all that is derived from it; return its findings."""
    told = columns(document) | {"updated_by": by, "updated_at": at}
    _put(version, told)
    if version._state.adding:  # noqa: SLF001 -- Django's own way to ask; what the rules ask for hangs on its key
        version.save()
    found = findings(version, document)
    counts = _counts(found)
    _put(version, counts)
    version.save(update_fields=[*told, *counts, "sequence"])
    _recent.put(version.sha256, document, size=len(version.document))
    index(version)
    return found


def index(version: Version) -> None:
    """Let the search find what the version says now."""
    indexing.put(version.pk, searched.texts(read(version)))


def columns(document: SopDocument) -> dict[str, Any]:
    """Return the columns of a version that hold a document and what is derived from it."""
    text = canonical(document)
    return {
        "document": text.decode(),
        "sha256": hashlib.sha256(text).hexdigest(),
        **_facts(document),
    }


def recount(version: Version, document: SopDocument) -> tuple[Finding, ...]:
    """Count the findings anew; the row is written only where a count is another, and the document is still this."""
    found = findings(version, document)
    counts = _counts(found)
    if any(getattr(version, name) != count for name, count in counts.items()):
        _put(version, counts)
        Version.objects.filter(pk=version.pk, sha256=version.sha256).update(**counts)
    return found


def recounted(version: Version) -> bool:
    """Count the findings of a stored version anew; tell whether the counts were others."""
    before = version.error_count, version.warning_count
    recount(version, read(version))
    return before != (version.error_count, version.warning_count)


def _counts(found: tuple[Finding, ...]) -> dict[str, Any]:
    asking = [finding for finding in found if finding.waived is None]
    errors = sum(finding.blocks for finding in asking)
    return {"error_count": errors, "warning_count": len(asking) - errors}


def _facts(document: SopDocument) -> dict[str, Any]:
    identity = document.identity
    title = one_line(identity.title or "")
    spoken = (
        title,
        identity.number or "",
        *(performer.title for performer in document.performers),
        *(step.activity for step in document.steps),
    )
    return {
        "title": title,
        "sort_title": title.casefold()[:SORTED],
        "number_text": one_line(identity.number or ""),
        "nature": one_line(identity.nature or "")[:16],
        "step_count": len(document.steps),
        "performer_count": len(document.performers),
        "words": one_line(" ".join(spoken)).casefold()[:WORDS],
        "citations": "\n".join(filter(None, map(one_line, document.legal_basis)))[:WORDS],
    }


def _put(version: Version, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(version, name, value)
