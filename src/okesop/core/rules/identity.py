"""Rules of the head of the form: number, title, dates, approver, office (ID-01 to ID-13)."""

import re
from collections.abc import Iterator
from datetime import date

from okesop.core import nip
from okesop.core.rules import language, lexicon
from okesop.core.rules.finding import Severity, Stage
from okesop.core.rules.register import number_matcher
from okesop.core.rules.rule import PRACTICE, TABLE_6, Hit, Rule, hit, identity_item
from okesop.core.rules.subject import Subject, blank, plain
from okesop.core.text import Sentence

FORM_WORDS = re.compile(
    r"\s*(?:s\.?o\.?p\.?(?:\s+ap)?\b|standar(?:d|t)? (?:operasional prosedur|operating procedures?)"
    r"|prosedur operasional standar)(?:\s+administrasi pemerintahan)?[\s:–-]*",
    re.IGNORECASE,
)
LONGEST = 200
"""No number is longer; what follows is not compared with the pattern."""

WITHOUT_NIP = re.compile(
    r"(?:wakil )?(?:gubernur|wali ?kota|bupati|presiden|menteri)\b", re.IGNORECASE
)
ACTING = re.compile(r"^(?:plt|plh|pj|pjs|a\.?n)\.?\s+", re.IGNORECASE)


def bare_title(text: str) -> str:
    """Return a title without the words "SOP" or "Standar Operasional Prosedur" before it."""
    return FORM_WORDS.sub("", text, count=1) if FORM_WORDS.match(text) else text


def _number_filled(subject: Subject) -> Iterator[Hit]:
    if blank(subject.document.identity.number):
        yield hit("identity/number")


def _number_unique(subject: Subject) -> Iterator[Hit]:
    number = subject.document.identity.number
    if blank(number) or subject.register.numbers is None:
        return
    others = {plain(other): title for other, title in subject.register.numbers.items()}
    if title := others.get(plain(number or "")):
        yield hit("identity/number", nomor=number, judul=title)


def _number_pattern(subject: Subject) -> Iterator[Hit]:
    number, pattern = subject.document.identity.number, subject.register.number_pattern
    if not pattern or number is None or blank(number):
        return
    if not number_matcher(pattern).fullmatch(number.strip()[:LONGEST]):
        yield hit("identity/number", pola=pattern)


def _title_filled(subject: Subject) -> Iterator[Hit]:
    if blank(subject.document.identity.title):
        yield hit("identity/title")


def _title_without_form(subject: Subject) -> Iterator[Hit]:
    title = subject.document.identity.title or ""
    if FORM_WORDS.match(title) and not blank(bare_title(title)):
        yield hit("identity/title")


def _title_words(subject: Subject) -> list[str]:
    return [
        word.lower() for word in language.words(bare_title(subject.document.identity.title or ""))
    ]


def _title_of_act_and_output(subject: Subject) -> Iterator[Hit]:
    words = _title_words(subject)
    if not words or language.is_active(words[0]):
        return
    if len(words) == 1 or not language.is_act_noun(words[0]):
        yield hit("identity/title")


def _title_no_verb(subject: Subject) -> Iterator[Hit]:
    words = _title_words(subject)
    if words and language.is_active(words[0]) and words[0] not in lexicon.ROOT_VERBS:
        yield hit("identity/title", kata=words[0].capitalize())


def _created(subject: Subject) -> Iterator[Hit]:
    created = subject.document.identity.created
    if created is None or (isinstance(created, str) and blank(created)):
        yield hit("identity/created")


def _effective_after_created(subject: Subject) -> Iterator[Hit]:
    created, effective = subject.document.identity.created, subject.document.identity.effective
    if isinstance(created, date) and isinstance(effective, date) and effective < created:
        yield hit("identity/effective")


def _revised(subject: Subject) -> Iterator[Hit]:
    created, revised = subject.document.identity.created, subject.document.identity.revised
    missing = revised is None or (isinstance(revised, str) and blank(revised))
    early = isinstance(created, date) and isinstance(revised, date) and revised < created
    if early or (missing and subject.version > 0):
        yield hit("identity/revised")


def _approver(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if blank(identity.approver_position):
        yield hit("identity/approver_position")
    elif blank(identity.approver_name):
        yield hit("identity/approver_name")
    elif blank(identity.approver_nip):
        position = ACTING.sub("", identity.approver_position or "").strip()
        if not WITHOUT_NIP.match(position):
            yield hit("identity/approver_nip")


def _nip(subject: Subject) -> Iterator[Hit]:
    number = subject.document.identity.approver_nip or ""
    if not blank(number) and nip.parse(number) is None:
        yield hit("identity/approver_nip")


def _office(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    if all(blank(line) for line in identity.institution):
        yield hit("identity/institution")
    elif blank(identity.unit):
        yield hit("identity/unit")
    elif subject.register.emblem is False:
        yield hit("identity/emblem")


E, W = Severity.ERROR, Severity.WARNING

RULES = (
    Rule(
        "ID-01",
        E,
        identity_item(2),
        _number_filled,
        Sentence("nomor SOP", "the SOP number"),
        Sentence("Nomor SOP belum diisi.", "The SOP number has not been filled in."),
        Sentence("SOP/012/UM/2026", "SOP/012/UM/2026"),
        Sentence("kolom nomor kosong", "the number is empty"),
        stage=Stage.APPROVE,
    ),
    Rule(
        "ID-02",
        W,
        PRACTICE,
        _number_unique,
        Sentence(
            "nomor SOP dan daftar nomor instansi",
            "the SOP number and the office's register of numbers",
        ),
        Sentence(
            "Nomor SOP {nomor} sudah digunakan oleh SOP “{judul}”.",
            "SOP number {nomor} is already used by the SOP “{judul}”.",
        ),
        Sentence("setiap SOP memiliki nomor sendiri", "every SOP has a number of its own"),
        Sentence("dua SOP bernomor SOP/012/UM/2026", "two SOPs with the number SOP/012/UM/2026"),
    ),
    Rule(
        "ID-03",
        W,
        Sentence("tata naskah dinas yang berlaku", "the official correspondence rules in force"),
        _number_pattern,
        Sentence("nomor SOP dan pola penomoran", "the SOP number and the numbering pattern"),
        Sentence(
            "Nomor SOP tidak sesuai dengan pola penomoran {pola}.",
            "The SOP number does not follow the numbering pattern {pola}.",
        ),
        Sentence(
            "SOP/012/UM/2026 untuk pola SOP/{nomor}/{unit}/{tahun}",
            "SOP/012/UM/2026 for the pattern SOP/{nomor}/{unit}/{tahun}",
        ),
        Sentence("12-SOP untuk pola yang sama", "12-SOP for the same pattern"),
    ),
    Rule(
        "ID-04",
        E,
        identity_item(7),
        _title_filled,
        Sentence("judul SOP", "the SOP title"),
        Sentence("Judul SOP belum diisi.", "The SOP title has not been filled in."),
        Sentence("Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk (handling of incoming mail)"),
        Sentence("kolom judul kosong", "the title is empty"),
    ),
    Rule(
        "ID-05",
        W,
        PRACTICE,
        _title_without_form,
        Sentence("awal judul", "the beginning of the title"),
        Sentence(
            "Judul tidak perlu diawali kata “SOP” atau “Standar Operasional Prosedur”.",
            "The title need not begin with “SOP” or “Standar Operasional Prosedur”.",
        ),
        Sentence("Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk"),
        Sentence("SOP Pengelolaan Surat Masuk", "SOP Pengelolaan Surat Masuk"),
    ),
    Rule(
        "ID-06",
        W,
        TABLE_6,
        _title_of_act_and_output,
        Sentence("kata pertama judul dan objeknya", "the title's first word and its object"),
        Sentence(
            "Judul sebaiknya memuat aspek kegiatan dan output akhir, misalnya “Penyusunan Rencana Kerja”.",
            "The title should name the act and the final output, such as “Penyusunan Rencana Kerja”.",
        ),
        Sentence(
            "Penyusunan Rencana Kerja", "Penyusunan Rencana Kerja (drafting of the work plan)"
        ),
        Sentence("Surat Masuk", "Surat Masuk (incoming mail)"),
        heuristic=True,
    ),
    Rule(
        "ID-07",
        W,
        TABLE_6,
        _title_no_verb,
        Sentence("kata pertama judul", "the title's first word"),
        Sentence(
            "Judul ditulis dengan kata benda, misalnya “Pengelolaan”, bukan kata kerja “{kata}”.",
            "The title is written with a noun, such as “Pengelolaan”, not with the verb “{kata}”.",
        ),
        Sentence("Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk"),
        Sentence("Mengelola Surat Masuk", "Mengelola Surat Masuk"),
        heuristic=True,
    ),
    Rule(
        "ID-08",
        E,
        identity_item(3),
        _created,
        Sentence("tanggal pembuatan", "the date made"),
        Sentence("Tanggal pembuatan belum diisi.", "The date made has not been filled in."),
        Sentence("5 Januari 2026", "5 January 2026"),
        Sentence("kolom tanggal pembuatan kosong", "the date made is empty"),
    ),
    Rule(
        "ID-09",
        E,
        identity_item(5),
        _effective_after_created,
        Sentence("tanggal efektif dan tanggal pembuatan", "the effective date and the date made"),
        Sentence(
            "Tanggal efektif tidak boleh mendahului tanggal pembuatan.",
            "The effective date must not be before the date made.",
        ),
        Sentence(
            "dibuat 5 Januari 2026, efektif 2 Februari 2026",
            "made on 5 January 2026, effective on 2 February 2026",
        ),
        Sentence(
            "dibuat 5 Januari 2026, efektif 2 Januari 2026",
            "made on 5 January 2026, effective on 2 January 2026",
        ),
    ),
    Rule(
        "ID-10",
        E,
        identity_item(4),
        _revised,
        Sentence("tanggal revisi pada versi perubahan", "the date revised of a changed version"),
        Sentence(
            "Tanggal revisi wajib diisi dan tidak boleh mendahului tanggal pembuatan.",
            "The date revised must be filled in and must not be before the date made.",
        ),
        Sentence(
            "versi pertama tanpa tanggal revisi, versi kedua 3 Maret 2026",
            "a first version without a date revised, a second of 3 March 2026",
        ),
        Sentence("versi kedua tanpa tanggal revisi", "a second version without a date revised"),
    ),
    Rule(
        "ID-11",
        E,
        identity_item(6),
        _approver,
        Sentence("jabatan, nama, dan NIP pengesah", "the approver's position, name and NIP"),
        Sentence(
            "Data pejabat pengesah belum lengkap: jabatan, nama, dan NIP wajib diisi.",
            "The approver's data are incomplete: position, name and NIP are required.",
        ),
        Sentence(
            "Kepala Bagian Umum, nama, dan NIP terisi", "Kepala Bagian Umum with name and NIP"
        ),
        Sentence("nama ada, NIP kosong", "a name without a NIP"),
        stage=Stage.APPROVE,
    ),
    Rule(
        "ID-12",
        W,
        Sentence(
            "susunan NIP: lahir, pengangkatan, jenis kelamin, urut",
            "the make-up of the NIP: birth, appointment, sex, serial",
        ),
        _nip,
        Sentence("angka dan tanggal di dalam NIP", "the digits of the NIP and the dates inside"),
        Sentence("NIP harus terdiri atas 18 angka.", "A NIP must have 18 digits."),
        Sentence("19780512 200502 2 003", "19780512 200502 2 003"),
        Sentence("1978 0512 2005", "1978 0512 2005"),
    ),
    Rule(
        "ID-13",
        E,
        identity_item(1),
        _office,
        Sentence(
            "logo, nama instansi, dan unit kerja", "the emblem, the institution and the work unit"
        ),
        Sentence(
            "Logo serta nama instansi dan unit kerja belum lengkap.",
            "The emblem and the names of institution and work unit are incomplete.",
        ),
        Sentence(
            "logo, instansi, dan unit kerja terisi", "emblem, institution and work unit are given"
        ),
        Sentence("unit kerja kosong", "the work unit is empty"),
    ),
)
