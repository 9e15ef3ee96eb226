"""Rules of the quality standard of the steps: requirements, time, output (MB-01 to MB-10)."""

import re
from collections.abc import Iterator

from okesop.core import duration
from okesop.core.amount import Unit
from okesop.core.duration import Duration, Unmeasured
from okesop.core.rules.finding import Severity
from okesop.core.rules.rule import MEASURABLE, PRACTICE, STANDARD, Check, Hit, Rule, hit
from okesop.core.rules.subject import Subject, blank, plain
from okesop.core.text import Sentence
from okesop.core.totals import exceeds, longest

SPELT = re.compile(
    r"\b(?:detik|menit|jam|hari|minggu|bulan|triwulan|semester|tahun)\b", re.IGNORECASE
)


def _filled(cell: str) -> Check:
    def check(subject: Subject) -> Iterator[Hit]:
        for step in subject.document.steps:
            if blank(getattr(step, cell)):
                yield hit(f"steps/{step.id}/{cell}", n=subject.row[step.id])

    return check


def _unmeasured(subject: Subject, *, vague: bool) -> Iterator[tuple[str, Unmeasured]]:
    for step, time in subject.times.items():
        if isinstance(time, Unmeasured) and time.vague is vague:
            yield step, time


def _time_readable(subject: Subject) -> Iterator[Hit]:
    for step, _ in _unmeasured(subject, vague=False):
        yield hit(f"steps/{step}/time", n=subject.row[step])


def _time_measured(subject: Subject) -> Iterator[Hit]:
    for step, time in _unmeasured(subject, vague=True):
        yield hit(f"steps/{step}/time", n=subject.row[step], teks=time.raw)


def _time_no_range(subject: Subject) -> Iterator[Hit]:
    for step, time in subject.times.items():
        if isinstance(time, Duration) and time.is_range:
            yield hit(f"steps/{step}/time", n=subject.row[step])


def _one_kind_of_day(subject: Subject) -> Iterator[Hit]:
    """One finding, at the first step that changes from one kind of day to the other."""
    first: Unit | None = None
    for step, time in subject.times.items():
        if not isinstance(time, Duration):
            continue
        for term in (*time.low, *time.high):
            if term.unit in {Unit.DAY, Unit.WORKDAY}:
                first = first or term.unit
                if term.unit is not first:
                    yield hit(f"steps/{step}/time")
                    return


def _output_no_time(subject: Subject) -> Iterator[Hit]:
    for step in subject.document.steps:
        if SPELT.search(step.output) and isinstance(duration.parse(step.output), Duration):
            yield hit(f"steps/{step.id}/output", n=subject.row[step.id])


def _output_is_new(subject: Subject) -> Iterator[Hit]:
    for step in subject.document.steps:
        output = plain(step.output)
        if not blank(step.output) and output == plain(step.requirements):
            yield hit(f"steps/{step.id}/output", n=subject.row[step.id])


def _promise_kept(subject: Subject) -> Iterator[Hit]:
    promise = duration.parse(subject.document.identity.service_promise or "")
    if not isinstance(promise, Duration):
        return
    total = longest(subject.document, subject.flow)
    if exceeds(total, promise.longest):
        yield hit("steps", total=total.written(), janji=promise.longest.written())


E, W = Severity.ERROR, Severity.WARNING
TIME = Sentence("waktu", "the time")

RULES = (
    Rule(
        "MB-01",
        E,
        STANDARD,
        _filled("requirements"),
        Sentence("kelengkapan", "the requirements"),
        Sentence(
            "Kelengkapan langkah {n} belum diisi.",
            "The requirements of step {n} have not been filled in.",
        ),
        Sentence("Surat masuk, buku agenda", "Surat masuk, buku agenda"),
        Sentence("kelengkapan kosong", "empty requirements"),
    ),
    Rule(
        "MB-02",
        E,
        STANDARD,
        _filled("time"),
        TIME,
        Sentence("Waktu langkah {n} belum diisi.", "The time of step {n} has not been filled in."),
        Sentence("15 menit", "15 menit"),
        Sentence("waktu kosong", "an empty time"),
    ),
    Rule(
        "MB-03",
        E,
        STANDARD,
        _filled("output"),
        Sentence("output", "the output"),
        Sentence(
            "Output langkah {n} belum diisi.", "The output of step {n} has not been filled in."
        ),
        Sentence("Surat tercatat pada buku agenda", "Surat tercatat pada buku agenda"),
        Sentence("output kosong", "an empty output"),
    ),
    Rule(
        "MB-04",
        W,
        MEASURABLE,
        _time_readable,
        TIME,
        Sentence(
            "Waktu langkah {n} tidak dapat dibaca; tulis angka dan satuan, misalnya “15 menit”.",
            "The time of step {n} cannot be read; write a figure and a unit, such as “15 menit”.",
        ),
        Sentence("15 menit", "15 menit"),
        Sentence("15", "15"),
    ),
    Rule(
        "MB-05",
        W,
        MEASURABLE,
        _time_measured,
        TIME,
        Sentence(
            "Waktu “{teks}” pada langkah {n} tidak terukur.",
            "The time “{teks}” of step {n} cannot be measured.",
        ),
        Sentence("1 hari kerja", "1 hari kerja"),
        Sentence("sesuai kebutuhan", "sesuai kebutuhan"),
    ),
    Rule(
        "MB-06",
        W,
        PRACTICE,
        _time_no_range,
        TIME,
        Sentence(
            "Waktu langkah {n} berupa rentang; perhitungan memakai batas terlama.",
            "The time of step {n} is a range; sums use its upper limit.",
        ),
        Sentence("maks. 5 hari kerja", "maks. 5 hari kerja"),
        Sentence("1–5 hari kerja", "1–5 hari kerja"),
    ),
    Rule(
        "MB-07",
        W,
        PRACTICE,
        _one_kind_of_day,
        Sentence("satuan hari di seluruh tabel", "the kinds of days in the whole table"),
        Sentence(
            "Gunakan satuan yang seragam: “hari” atau “hari kerja”.",
            "Use one kind of day: “hari” or “hari kerja”.",
        ),
        Sentence("1 hari kerja, 2 hari kerja", "1 hari kerja, 2 hari kerja"),
        Sentence("1 hari, 2 hari kerja", "1 hari, 2 hari kerja"),
    ),
    Rule(
        "MB-08",
        W,
        PRACTICE,
        _output_no_time,
        Sentence("output", "the output"),
        Sentence(
            "Output langkah {n} berisi keterangan waktu.", "The output of step {n} says a time."
        ),
        Sentence("Surat tercatat", "Surat tercatat"),
        Sentence("15 menit", "15 menit"),
    ),
    Rule(
        "MB-09",
        W,
        PRACTICE,
        _output_is_new,
        Sentence("output dan kelengkapan", "output and requirements"),
        Sentence(
            "Output langkah {n} sama dengan kelengkapannya.",
            "The output of step {n} is the same as its requirements.",
        ),
        Sentence(
            "kelengkapan “Konsep surat”, output “Konsep surat yang diparaf”",
            "requirements “Konsep surat”, output “Konsep surat yang diparaf”",
        ),
        Sentence(
            "kelengkapan dan output “Konsep surat”", "requirements and output “Konsep surat”"
        ),
    ),
    Rule(
        "MB-10",
        W,
        STANDARD,
        _promise_kept,
        Sentence(
            "jumlah waktu dan jangka waktu pelayanan", "the total time and the service promise"
        ),
        Sentence(
            "Total waktu {total} melebihi jangka waktu pelayanan {janji}.",
            "The total time, {total}, exceeds the service promise of {janji}.",
        ),
        Sentence(
            "total 1 jam 15 menit, janji 1 hari kerja",
            "a total of 1 jam 15 menit, a promise of 1 hari kerja",
        ),
        Sentence(
            "total 1 jam 15 menit, janji 1 jam", "a total of 1 jam 15 menit, a promise of 1 jam"
        ),
    ),
)
