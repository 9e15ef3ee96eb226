"""The drafting rules of PermenPAN-RB 35/2012 and of good practice: one table, one ``check``.

Each rule looks at a ``Subject`` and yields hits (place, values for its message); ``check`` turns them into findings.
An error counts from its stage on; before that it is shown as due. What was imported is only advised (P35 article 2:
gradual alignment). A waived finding stays, marked with its reason.
"""

from collections.abc import Iterable

from okesop.core.document import SopDocument
from okesop.core.places import FLOWCHART, IDENTITY, PERFORMERS
from okesop.core.rules import flow, identity, lists, paths, performers, standards, steps
from okesop.core.rules.finding import Finding, Severity, Stage, Waiver
from okesop.core.rules.places import Places
from okesop.core.rules.register import Register
from okesop.core.rules.rule import Hit, Rule
from okesop.core.rules.subject import Subject
from okesop.core.text import Sentence

__all__ = [
    "GROUPS",
    "RULES",
    "Finding",
    "Register",
    "Rule",
    "Severity",
    "Stage",
    "Waiver",
    "check",
]

GROUPS: tuple[tuple[Sentence, tuple[Rule, ...]], ...] = (
    (IDENTITY, (*identity.RULES, *lists.RULES)),
    (Sentence("Langkah", "Steps"), steps.RULES),
    (PERFORMERS, performers.RULES),
    (Sentence("Mutu baku", "Quality standard"), standards.RULES),
    (
        FLOWCHART,
        tuple(sorted((*flow.RULES, *paths.RULES), key=lambda rule: rule.id)),
    ),
)
RULES: tuple[Rule, ...] = tuple(rule for _, rules in GROUPS for rule in rules)


def check(
    document: SopDocument,
    *,
    stage: Stage = Stage.APPROVE,
    register: Register = Register(),  # noqa: B008 -- frozen
    version: int = 0,
    imported: bool = False,
    waivers: Iterable[Waiver] = (),
) -> tuple[Finding, ...]:
    """Return the findings of a document in reading order, judged at a stage."""
    subject = Subject(document, register, version)
    places = Places(document)
    reasons = {(waiver.rule, waiver.place): waiver.reason for waiver in waivers}
    found = [
        _finding(rule, each, stage=stage, imported=imported, places=places, reasons=reasons)
        for rule in RULES
        for each in rule.check(subject)
    ]
    return tuple(sorted(found, key=lambda finding: places.order(finding.place)))


def _finding(
    rule: Rule,
    found: Hit,
    *,
    stage: Stage,
    imported: bool,
    places: Places,
    reasons: dict[tuple[str, str], str],
) -> Finding:
    error = rule.severity is Severity.ERROR and not imported
    waivable = rule.waivable or imported
    return Finding(
        rule=rule.id,
        severity=Severity.ERROR if error and stage.reaches(rule.stage) else Severity.WARNING,
        place=found.place,
        message=rule.message.filled(**found.values),
        where=places.where(found.place),
        due=rule.stage if error else None,
        waivable=waivable,
        waived=reasons.get((rule.id, found.place)) if waivable else None,
    )
