"""Rules of the steps' texts and numbers (ST-01 to ST-09)."""

import re
from collections.abc import Iterator

from okesop.core.rules.finding import Severity
from okesop.core.rules.rule import BASIS_4, PRACTICE, Hit, Rule, hit, p35
from okesop.core.rules.subject import Subject, blank, plain
from okesop.core.text import Sentence


def _activity(step: str) -> str:
    return f"steps/{step}/activity"


def _written(subject: Subject) -> Iterator[Hit]:
    if not subject.document.steps:
        yield hit("steps", n=1)
    for step in subject.document.steps:
        if blank(step.activity):
            yield hit(_activity(step.id), n=subject.row[step.id])


def _numbered(subject: Subject) -> Iterator[Hit]:
    """Printed numbers of a document read from elsewhere; a row without one continues the row above."""
    before = 0
    for step in subject.document.steps:
        match = re.fullmatch(r"\s*(\d{1,4})\s*[.)]?\s*", step.no or "")
        if match:
            if int(match[1]) != before + 1:
                yield hit(f"steps/{step.id}", a=before, b=before + 1)
            before = int(match[1])


def _starts_active(subject: Subject) -> Iterator[Hit]:
    for step, text in subject.written:
        if not (text.starts_active or text.is_passive or text.subject or blank(step.activity)):
            yield hit(_activity(step.id), n=subject.row[step.id])


def _not_passive(subject: Subject) -> Iterator[Hit]:
    for step, text in subject.written:
        if text.is_passive:
            yield hit(_activity(step.id), n=subject.row[step.id])


def _without_subject(subject: Subject) -> Iterator[Hit]:
    for step, text in subject.written:
        if text.subject:
            yield hit(_activity(step.id), n=subject.row[step.id], nama=text.subject)


def _one_act(subject: Subject) -> Iterator[Hit]:
    for step, text in subject.written:
        if text.has_two_acts:
            yield hit(_activity(step.id), n=subject.row[step.id])


def _no_hidden_condition(subject: Subject) -> Iterator[Hit]:
    for step, text in subject.written:
        if text.has_condition and not subject.decides(step.id):
            yield hit(_activity(step.id), n=subject.row[step.id])


def _no_duplicate(subject: Subject) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for step, _ in subject.written:
        text = plain(step.activity)
        if text in first:
            yield hit(_activity(step.id), a=subject.row[step.id], b=subject.row[first[text]])
        elif text:
            first[text] = step.id


def _length(subject: Subject) -> Iterator[Hit]:
    count = len(subject.document.steps)
    if count and not subject.register.least_steps <= count <= subject.register.most_steps:
        yield hit("steps", n=count)


E, W = Severity.ERROR, Severity.WARNING
ROW = Sentence("uraian kegiatan", "the text of a step")

RULES = (
    Rule(
        "ST-01",
        E,
        p35("bagian flowchart", "flowchart part"),
        _written,
        ROW,
        Sentence("Langkah {n} belum memiliki uraian kegiatan.", "Step {n} has no text."),
        Sentence("Mencatat surat pada buku agenda", "Mencatat surat pada buku agenda"),
        Sentence("baris tanpa uraian", "a row without a text"),
    ),
    Rule(
        "ST-02",
        E,
        p35("bagian flowchart", "flowchart part"),
        _numbered,
        Sentence(
            "nomor langkah yang tercetak pada dokumen yang diimpor",
            "the printed step numbers of an imported document",
        ),
        Sentence(
            "Nomor langkah tidak berurutan: setelah {a} seharusnya {b}.",
            "The step numbers are not consecutive: after {a} there should be {b}.",
        ),
        Sentence("1, 2, 3", "1, 2, 3"),
        Sentence("1, 2, 4", "1, 2, 4"),
    ),
    Rule(
        "ST-03",
        E,
        BASIS_4,
        _starts_active,
        Sentence("kata pertama uraian", "the first word of a step"),
        Sentence(
            "Uraian langkah {n} harus diawali kata kerja aktif, misalnya “Memeriksa”.",
            "Step {n} must begin with an active verb, such as “Memeriksa” (check).",
        ),
        Sentence("Memeriksa kelengkapan surat", "Memeriksa kelengkapan surat"),
        Sentence("Pemeriksaan kelengkapan surat", "Pemeriksaan kelengkapan surat"),
        heuristic=True,
    ),
    Rule(
        "ST-04",
        E,
        BASIS_4,
        _not_passive,
        Sentence("kata kerja uraian", "the verb of a step"),
        Sentence(
            "Uraian langkah {n} berbentuk pasif; gunakan kata kerja aktif.",
            "Step {n} is in the passive voice; use an active verb.",
        ),
        Sentence("Mencatat surat pada buku agenda", "Mencatat surat pada buku agenda"),
        Sentence("Surat dicatat pada buku agenda", "Surat dicatat pada buku agenda"),
        heuristic=True,
    ),
    Rule(
        "ST-05",
        E,
        p35("pelaksana dipisahkan dari kegiatan", "performers are kept apart from activities"),
        _without_subject,
        Sentence("awal uraian", "the beginning of a step"),
        Sentence(
            "Sebutan pelaksana “{nama}” tidak perlu ditulis dalam uraian langkah {n}; pelaksana ditunjukkan oleh kolom.",
            "The performer “{nama}” need not be named in the text of step {n}; the column shows who acts.",
        ),
        Sentence("Memeriksa kelengkapan surat", "Memeriksa kelengkapan surat"),
        Sentence(
            "Pengelola Surat memeriksa kelengkapan surat",
            "Pengelola Surat memeriksa kelengkapan surat",
        ),
        heuristic=True,
    ),
    Rule(
        "ST-06",
        W,
        PRACTICE,
        _one_act,
        Sentence("jumlah kegiatan dalam satu uraian", "how many acts a step tells"),
        Sentence(
            "Langkah {n} memuat lebih dari satu kegiatan; pertimbangkan untuk memecahnya.",
            "Step {n} tells more than one act; consider splitting it.",
        ),
        Sentence("Memeriksa dan memaraf konsep surat", "Memeriksa dan memaraf konsep surat"),
        Sentence(
            "Mencetak konsep surat dan menyampaikan berkas kepada pimpinan",
            "Mencetak konsep surat dan menyampaikan berkas kepada pimpinan",
        ),
        heuristic=True,
    ),
    Rule(
        "ST-07",
        W,
        PRACTICE,
        _no_hidden_condition,
        Sentence(
            "kata syarat pada langkah tanpa simbol keputusan",
            "words of condition in a step without a decision",
        ),
        Sentence(
            "Langkah {n} memuat syarat; gunakan simbol keputusan.",
            "Step {n} holds a condition; use a decision symbol.",
        ),
        Sentence("Mengarsipkan surat", "Mengarsipkan surat"),
        Sentence(
            "Mengarsipkan surat apabila sudah selesai ditindaklanjuti",
            "Mengarsipkan surat apabila sudah selesai ditindaklanjuti",
        ),
        heuristic=True,
    ),
    Rule(
        "ST-08",
        W,
        PRACTICE,
        _no_duplicate,
        ROW,
        Sentence(
            "Uraian langkah {a} sama dengan langkah {b}.", "Step {a} says the same as step {b}."
        ),
        Sentence("setiap langkah memiliki uraian sendiri", "every step has a text of its own"),
        Sentence(
            "langkah 4 dan 5 sama-sama “Menyusun laporan”",
            "steps 4 and 5 both say “Menyusun laporan”",
        ),
    ),
    Rule(
        "ST-09",
        W,
        PRACTICE,
        _length,
        Sentence("jumlah langkah", "the number of steps"),
        Sentence(
            "SOP memuat {n} langkah; pertimbangkan untuk menggabungkan atau memecahnya menjadi SOP mikro.",
            "The SOP has {n} steps; consider joining it with others or splitting it into micro SOPs.",
        ),
        Sentence("3 sampai 20 langkah", "3 to 20 steps"),
        Sentence("2 langkah, atau 25 langkah", "2 steps, or 25 steps"),
    ),
)
