"""``okesop sop check``: what the rules say of documents."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from okesop.cli.arguments import Syntax, read
from okesop.cli.reading import reading_of, why_unreadable
from okesop.cli.refusal import Refusal
from okesop.core.printing import print_findings
from okesop.core.problems import Problem
from okesop.core.rules import Finding, Severity, Stage, check

SYNTAX = Syntax(
    help="""\
okesop sop check FILE… [--json] [--stage TAHAP]

Memeriksa dokumen SOP (sop-document/1) terhadap aturan penyusunan.

  --json            hasil sebagai JSON
  --stage TAHAP     draft, submit, atau approve (bawaan): tahap yang dituju;
                    aturan dari tahap berikutnya hanya menjadi peringatan

Kode keluar: 0 tanpa temuan E, 1 ada temuan E, 2 ada berkas yang tidak terbaca
""",
    flags=frozenset({"--json"}),
    options={"--stage": tuple(stage.value for stage in Stage)},
    most_files=None,
)
WITH_ERRORS = 1
UNREADABLE = 2
_WORDS = {Severity.ERROR: "kesalahan", Severity.WARNING: "peringatan"}


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of one file; ``refusal`` is the sentence where it could not be read."""

    file: str
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str | None = None

    @property
    def code(self) -> int:
        """The exit code that this file alone would give."""
        if self.refusal is not None:
            return UNREADABLE
        return WITH_ERRORS if any(finding.blocks for finding in self.findings) else 0

    def as_data(self) -> dict[str, Any]:
        """Return the report as it stands in the JSON list."""
        problems = [
            {"place": problem.place, "message": problem.message.id} for problem in self.problems
        ]
        if self.refusal is not None and not problems:
            problems = [{"place": "", "message": self.refusal}]
        findings = [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "place": finding.place,
                "message": finding.message.id,
            }
            for finding in self.findings
        ]
        return {"file": self.file, "problems": problems, "findings": findings}


def run(words: Sequence[str]) -> int:
    """Check every file and return the worst exit code."""
    arguments = read(SYNTAX, words)
    if arguments is None:
        print(SYNTAX.help, end="")
        return 0
    stage = Stage(arguments.values.get("--stage", Stage.APPROVE.value))
    reports = [_report(name, stage) for name in arguments.files]
    for report in reports:
        if report.refusal is not None:
            print(f"okesop: {report.refusal}", file=sys.stderr)
    if "--json" in arguments.flags:
        data = [report.as_data() for report in reports]
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        for report in reports:
            _print(report)
    return max(report.code for report in reports)


def _report(name: str, stage: Stage) -> Report:
    try:
        reading = reading_of(name)
    except Refusal as refusal:
        return Report(name, refusal=str(refusal))
    if reading.document is None:
        return Report(name, reading.problems, refusal=why_unreadable(name, reading))
    findings = (*check(reading.document, stage=stage), *print_findings(reading.document))
    return Report(name, reading.problems, findings)


def _print(report: Report) -> None:
    if report.refusal is not None:
        return
    print(report.file)
    for problem in report.problems:
        print(f"  baca      {problem.place or '-'}: {problem.message.id}")
    for finding in report.findings:
        print(
            f"  {finding.severity.value} {finding.rule:7} {finding.place or '-'}: {finding.message.id}"
        )
    print(f"  {_summary(report)}")


def _summary(report: Report) -> str:
    counts = {
        word: sum(finding.severity is severity for finding in report.findings)
        for severity, word in _WORDS.items()
    }
    said = [f"{count} {word}" for word, count in counts.items() if count]
    return ", ".join(said) or "tanpa temuan"
