"""The page of an SOP: the form, the steps in words, what is to be mended, what happened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from okesop.core.document import Identity, SopDocument
from okesop.core.form import PAPERS, lay_out_single, table_svg
from okesop.core.places import LIST_NAMES
from okesop.core.rules import Finding
from okesop.core.totals import totals
from okesop.files.domain.queries import emblems
from okesop.procedures.domain.changes import Outcome
from okesop.procedures.domain.queries import history, notes, reading
from okesop.procedures.domain.spoken import spoken
from okesop.ui.templatetags import written

MOST_FINDINGS = 8
LEFT = ("legal_basis", "related", "warnings")
RIGHT = ("qualifications", "equipment", "records")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in words; ``duty`` must be mended before the SOP can be submitted."""

    duty: bool
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class ListCell:
    """A cell of the identity page that holds a list."""

    heading: str
    entries: tuple[str, ...]


def of(outcome: Outcome) -> dict[str, Any]:
    """Return all that the page shows."""
    version, document = outcome.version, outcome.document
    total = totals(document)
    asking = [finding for finding in outcome.findings if finding.waived is None]
    lines = sorted(map(_line, asking), key=lambda line: not line.duty)
    return {
        "version": version,
        "form_svg": _form(document),
        "identity": _identity(document),
        "emblem": emblems.of(version.procedure.unit),
        "lists": [
            (_list(document, left), _list(document, right))
            for left, right in zip(LEFT, RIGHT, strict=True)
        ],
        "steps": reading.steps(document),
        "total": {"text": spoken(total.written()), "note": spoken(total.note())},
        "findings": lines[:MOST_FINDINGS],
        "waived": len(outcome.findings) - len(asking),
        "more_findings": max(len(lines) - MOST_FINDINGS, 0),
        "open_notes": [note for note in notes.of(version, document) if not note["done"]],
        "history": history.latest(version),
        "papers": list(PAPERS),
    }


def _line(finding: Finding) -> FindingLine:
    return FindingLine(finding.blocks, spoken(finding.where), spoken(finding.message))


def _form(document: SopDocument) -> SafeString:
    if not document.steps:
        return SafeString("")
    return mark_safe(table_svg(lay_out_single(document)))  # noqa: S308 -- every text in it was escaped


def _list(document: SopDocument, name: str) -> ListCell:
    return ListCell(LIST_NAMES[name].id, getattr(document, name))


def _identity(document: SopDocument) -> dict[str, Any]:
    identity = document.identity
    sign = (identity.acting_as, identity.approver_position)
    return {
        "heads": [line for line in (*identity.institution, identity.unit) if line],
        "number": identity.number or "",
        "rows": _dates(identity),
        "position": " ".join(filter(None, sign)),
        "name": identity.approver_name or "",
        "nip": identity.approver_nip or "",
        "title": identity.title or "",
    }


def _dates(identity: Identity) -> list[tuple[str, str]]:
    """Return the dates of the form, which is Indonesian in every language of the page."""
    with translation.override("id"):
        return [
            (_("Tanggal Pembuatan"), _day(identity.created)),
            (_("Tanggal Revisi"), _day(identity.revised) or "-"),
            (_("Tanggal Efektif"), _day(identity.effective)),
        ]


def _day(value: date | str | None) -> str:
    return written.day(value) if isinstance(value, date) else value or ""
