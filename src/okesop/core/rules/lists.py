"""Rules of the six lists of the form: legal basis, related SOPs, warnings and the rest (ID-14 to ID-24)."""

import re
from collections.abc import Iterator

from okesop.core import regulations
from okesop.core.rules import language
from okesop.core.rules.finding import Severity
from okesop.core.rules.identity import bare_title
from okesop.core.rules.rule import IDENTITY, PRACTICE, Check, Hit, Rule, hit
from okesop.core.rules.subject import Subject, blank, plain
from okesop.core.text import Sentence

DEADLINE = re.compile(
    r"paling (?:lama|lambat)|selambat|batas waktu|tepat waktu|sebelum tanggal|tenggat"
    r"|(?<!\d)\d{1,6}\s?(?:\([\w ]{1,40}\)\s?)?(?:menit|jam|hari|minggu|bulan|tahun)\b",
    re.IGNORECASE,
)
CONSEQUENCE = re.compile(
    r"\b(?:mengakibatkan|berakibat|akibat(?:nya)?|menyebabkan|berdampak|dampak(?:nya)?|menimbulkan|berisiko|ri[sz]iko"
    r"|sanksi|kegagalan|dianggap|dikategorikan|dikenakan|dipertanggungjawabkan|tidak sah|batal|tertunda|terhambat)\b",
    re.IGNORECASE,
)
NUMBER_IN_BRACKETS = re.compile(r"\(([^()\d]{0,40}\d[^()]{0,80})\)")


def _filled(name: str) -> Check:
    def check(subject: Subject) -> Iterator[Hit]:
        if all(blank(item) for item in getattr(subject.document, name)):
            yield hit(name)

    return check


def _basis_complete(subject: Subject) -> Iterator[Hit]:
    for place, text in enumerate(subject.document.legal_basis):
        if not blank(text) and not regulations.parse(text).is_complete:
            yield hit(f"legal_basis/{place}", n=place + 1)


def _basis_in_order(subject: Subject) -> Iterator[Hit]:
    place = regulations.in_order(subject.document.legal_basis)
    if place is not None:
        yield hit(f"legal_basis/{place}")


def _basis_in_force(subject: Subject) -> Iterator[Hit]:
    if subject.register.revoked is None:
        return
    for place, text in enumerate(subject.document.legal_basis):
        regulation = regulations.parse(text)
        if regulation.key in subject.register.revoked:
            yield hit(f"legal_basis/{place}", nama=regulation.name)


def _same_title(text: str) -> str:
    return re.sub(r"\s+(?:tahun\s+)?(?:19|20)\d{2}$", "", plain(bare_title(text)))


def _not_itself(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    own = _same_title(identity.title or "")
    number = plain(identity.number or "")
    for place, text in enumerate(subject.document.related):
        numbered = bool(number) and any(
            plain(found) == number for found in NUMBER_IN_BRACKETS.findall(text)
        )
        if numbered or (
            own and own in {_same_title(text), _same_title(NUMBER_IN_BRACKETS.sub("", text))}
        ):
            yield hit(f"related/{place}")


def _related_in_force(subject: Subject) -> Iterator[Hit]:
    if subject.register.sops is None:
        return
    known = {_same_title(title): alive for title, alive in subject.register.sops.items()}
    for place, text in enumerate(subject.document.related):
        title = NUMBER_IN_BRACKETS.sub("", text)
        if not blank(text) and not known.get(_same_title(title), False):
            yield hit(f"related/{place}", judul=text.strip())


def _warning_says_consequence(subject: Subject) -> Iterator[Hit]:
    said = [text for text in subject.document.warnings if not blank(text)]
    if said and not any(_has_consequence(text) for text in said):
        yield hit("warnings")


def _has_consequence(text: str) -> bool:
    said = DEADLINE.search(text) or CONSEQUENCE.search(text)
    return bool(said) or language.read(text).has_condition


E, W = Severity.ERROR, Severity.WARNING

RULES = (
    Rule(
        "ID-14",
        E,
        IDENTITY,
        _filled("legal_basis"),
        Sentence("dasar hukum", "the legal basis"),
        Sentence("Dasar hukum belum dicantumkan.", "No legal basis is given."),
        Sentence("paling sedikit satu peraturan", "at least one regulation"),
        Sentence("daftar dasar hukum kosong", "the list of legal bases is empty"),
    ),
    Rule(
        "ID-15",
        W,
        PRACTICE,
        _basis_complete,
        Sentence(
            "jenis, nomor, tahun, dan judul setiap peraturan",
            "kind, number, year and subject of every regulation",
        ),
        Sentence(
            "Penulisan dasar hukum nomor {n} belum lengkap: jenis, nomor, tahun, dan judul peraturan perlu dicantumkan.",
            "Legal basis number {n} is incomplete: kind, number, year and subject are needed.",
        ),
        Sentence(
            "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
        ),
        Sentence("UU Kearsipan", "UU Kearsipan"),
        heuristic=True,
    ),
    Rule(
        "ID-16",
        W,
        Sentence("UU 12/2011 pasal 7 dan 8", "UU 12/2011, articles 7 and 8"),
        _basis_in_order,
        Sentence("urutan dasar hukum", "the order of legal bases"),
        Sentence(
            "Urutan dasar hukum sebaiknya mengikuti hierarki peraturan perundang-undangan.",
            "The legal bases should follow the hierarchy of regulations.",
        ),
        Sentence(
            "undang-undang, lalu peraturan pemerintah, lalu peraturan wali kota",
            "laws, then government regulations, then mayors' regulations",
        ),
        Sentence("peraturan wali kota di atas undang-undang", "a mayor's regulation above a law"),
    ),
    Rule(
        "ID-17",
        W,
        PRACTICE,
        _basis_in_force,
        Sentence(
            "dasar hukum dan daftar peraturan", "the legal basis and the register of regulations"
        ),
        Sentence(
            "Peraturan “{nama}” sudah dicabut atau diubah; perbarui dasar hukum.",
            "The regulation “{nama}” was revoked or amended; bring the legal basis up to date.",
        ),
        Sentence("peraturan yang masih berlaku", "a regulation that is in force"),
        Sentence(
            "peraturan yang tercatat sudah dicabut", "a regulation that is registered as revoked"
        ),
    ),
    Rule(
        "ID-18",
        W,
        PRACTICE,
        _not_itself,
        Sentence("keterkaitan", "the related SOPs"),
        Sentence(
            "SOP ini tidak perlu dicantumkan pada keterkaitannya sendiri.",
            "This SOP need not be listed among its own related SOPs.",
        ),
        Sentence("SOP Pengelolaan Surat Keluar", "SOP Pengelolaan Surat Keluar"),
        Sentence(
            "SOP Pengelolaan Surat Masuk pada SOP yang sama",
            "SOP Pengelolaan Surat Masuk in that very SOP",
        ),
    ),
    Rule(
        "ID-19",
        W,
        Sentence("prinsip keselarasan", "the principle of alignment"),
        _related_in_force,
        Sentence("keterkaitan dan daftar SOP", "the related SOPs and the register of SOPs"),
        Sentence(
            "SOP terkait “{judul}” tidak ditemukan atau tidak lagi berlaku.",
            "The related SOP “{judul}” was not found or is no longer in force.",
        ),
        Sentence("SOP terkait yang berlaku", "a related SOP that is in force"),
        Sentence("SOP terkait yang sudah dicabut", "a related SOP that was revoked"),
    ),
    Rule(
        "ID-20",
        E,
        IDENTITY,
        _filled("warnings"),
        Sentence("peringatan", "the warnings"),
        Sentence("Peringatan belum diisi.", "The warnings have not been filled in."),
        Sentence(
            "Jika surat tidak segera dicatat, maka tindak lanjut terlambat",
            "Jika surat tidak segera dicatat, maka tindak lanjut terlambat",
        ),
        Sentence("daftar peringatan kosong", "the list of warnings is empty"),
    ),
    Rule(
        "ID-21",
        W,
        PRACTICE,
        _warning_says_consequence,
        Sentence("isi peringatan", "what the warnings say"),
        Sentence(
            "Peringatan sebaiknya memuat akibat dengan pola “jika … maka …” atau batas waktu.",
            "A warning should say a consequence, “jika … maka …” (if … then …), or a time limit.",
        ),
        Sentence(
            "Jika surat tidak segera dicatat, maka tindak lanjut terlambat",
            "Jika surat tidak segera dicatat, maka tindak lanjut terlambat",
        ),
        Sentence("Kegiatan dilakukan sesuai pedoman", "Kegiatan dilakukan sesuai pedoman"),
        heuristic=True,
    ),
    Rule(
        "ID-22",
        E,
        IDENTITY,
        _filled("qualifications"),
        Sentence("kualifikasi pelaksana", "the qualifications"),
        Sentence(
            "Kualifikasi pelaksana belum diisi.",
            "The performers' qualifications have not been filled in.",
        ),
        Sentence("Memahami tata naskah dinas", "Memahami tata naskah dinas"),
        Sentence("daftar kualifikasi kosong", "the list of qualifications is empty"),
    ),
    Rule(
        "ID-23",
        E,
        IDENTITY,
        _filled("equipment"),
        Sentence("peralatan dan perlengkapan", "the equipment"),
        Sentence(
            "Peralatan dan perlengkapan belum diisi.", "The equipment has not been filled in."
        ),
        Sentence("Komputer dan buku agenda", "Komputer dan buku agenda"),
        Sentence("daftar peralatan kosong", "the list of equipment is empty"),
    ),
    Rule(
        "ID-24",
        E,
        Sentence(
            "PermenPAN-RB 35/2012 hlm. 24, pencatatan dan pendataan",
            "PermenPAN-RB 35/2012 p. 24, records and data",
        ),
        _filled("records"),
        Sentence("pencatatan dan pendataan", "the records"),
        Sentence("Pencatatan dan pendataan belum diisi.", "The records have not been filled in."),
        Sentence("Buku agenda surat masuk", "Buku agenda surat masuk"),
        Sentence("daftar pencatatan kosong", "the list of records is empty"),
    ),
)
