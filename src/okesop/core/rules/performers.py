"""Rules of the columns: who acts (PF-01 to PF-09)."""

import re
from collections.abc import Iterator

from okesop.core.document import NodeKind
from okesop.core.rules import language, lexicon
from okesop.core.rules.finding import Severity
from okesop.core.rules.rule import PRACTICE, Hit, Rule, hit, p35
from okesop.core.rules.subject import Subject, blank, plain
from okesop.core.text import Sentence

DEGREE = re.compile(
    r"\b(?:[SM]\.\s?(?:E|H|T|P|A|M|Ak|Ag|AP|IP|Kom|I\.?Kom|Sos|Pd|Si|Sc|Hum|Kes|Kep|Farm|Stat|Psi|Pt|Hut|STP|Ec|Eng|Tr)"
    r"|A\.\s?Md|Ph\.\s?D|Drs?\.|Dra\.|Ir\.|Hj\.|[Dd]rg\.|S\.ST)(?![A-Za-z])"
)
PERSON = re.compile(
    r"(?:[Bb]apak|[Ii]bu|[Bb]pk\.?|[Ss]dri?\.?|[Ss]audar[ai])\s+(?!Kota|Negara|PKK)[A-Z]|\d{8}[\s.]?\d{6}"
)


def _every_step_has_one(subject: Subject) -> Iterator[Hit]:
    for step in subject.document.steps:
        if not subject.nodes_in.get(step.id):
            yield hit(f"steps/{step.id}", n=subject.row[step.id])


def _administrative_has_several(subject: Subject) -> Iterator[Hit]:
    if plain(subject.document.identity.nature or "") == "administratif":
        if len(subject.document.performers) == 1:
            yield hit(f"performers/{subject.document.performers[0].id}")
        elif not subject.document.performers:
            yield hit("performers")


def _technical_has_one(subject: Subject) -> Iterator[Hit]:
    technical = plain(subject.document.identity.nature or "") == "teknis"
    if technical and len(subject.document.performers) > 1:
        yield hit(f"performers/{subject.document.performers[1].id}")


def _used(subject: Subject) -> set[str]:
    columns = subject.document.performer_index()
    used = {node.performer for node in subject.document.nodes}
    for node in subject.document.nodes:
        if node.span and set(node.span) <= set(columns):
            first, last = sorted(columns[end] for end in node.span)
            used |= {each.id for each in subject.document.performers[first : last + 1]}
    return used


def _every_column_acts(subject: Subject) -> Iterator[Hit]:
    used = _used(subject)
    for performer in subject.document.performers:
        if performer.id not in used:
            yield hit(f"performers/{performer.id}", nama=performer.title)


def _no_duplicate(subject: Subject) -> Iterator[Hit]:
    seen: set[str] = set()
    for performer in subject.document.performers:
        title = plain(performer.title)
        if title and title in seen:
            yield hit(f"performers/{performer.id}", nama=performer.title)
        seen.add(title)


def _no_person(subject: Subject) -> Iterator[Hit]:
    approver = plain(subject.document.identity.approver_name or "")
    for performer in subject.document.performers:
        title = performer.title
        named = bool(approver) and approver in plain(title)
        if named or DEGREE.search(title) or PERSON.search(title):
            yield hit(f"performers/{performer.id}")


def _no_application(subject: Subject) -> Iterator[Hit]:
    for performer in subject.document.performers:
        words = [word.lower() for word in language.words(performer.title)]
        alone = len(words) == 1 and words[0] in lexicon.KNOWN_APPLICATIONS
        if words and (alone or words[0] in lexicon.APPLICATIONS):
            yield hit(f"performers/{performer.id}", nama=performer.title)


def _one_a_row(subject: Subject) -> Iterator[Hit]:
    groups: dict[str, set[int]] = {}
    columns: dict[str, set[str]] = {}
    for group, members in enumerate(subject.flow.groups):
        for node in members:
            if node.kind is not NodeKind.CONNECTOR:
                groups.setdefault(node.step, set()).add(group)
                columns.setdefault(node.step, set()).add(node.performer)
    for step in subject.document.steps:
        if len(groups.get(step.id, ())) > 1 and len(columns[step.id]) > 1:
            yield hit(f"steps/{step.id}", n=subject.row[step.id])


def _known_position(subject: Subject) -> Iterator[Hit]:
    if subject.register.positions is None:
        return
    known = {plain(title) for title in subject.register.positions}
    for performer in subject.document.performers:
        words = [word.lower() for word in language.words(performer.title)]
        general = not words or words[0] in lexicon.OUTSIDERS | lexicon.GROUPS
        exempt = performer.position or general or blank(performer.title)
        if not exempt and plain(performer.title) not in known:
            yield hit(f"performers/{performer.id}", nama=performer.title)


E, W = Severity.ERROR, Severity.WARNING
KINDS = p35("jenis SOP", "kinds of SOP")
TITLE = Sentence("nama kolom pelaksana", "the title of a performer's column")

RULES = (
    Rule(
        "PF-01",
        E,
        p35("bagian flowchart", "flowchart part"),
        _every_step_has_one,
        Sentence("simbol pada setiap baris", "the symbols of every row"),
        Sentence("Langkah {n} belum memiliki pelaksana.", "Step {n} has no performer."),
        Sentence(
            "satu simbol pada kolom Pengelola Surat", "a symbol in the column Pengelola Surat"
        ),
        Sentence("baris tanpa simbol", "a row without a symbol"),
    ),
    Rule(
        "PF-02",
        E,
        KINDS,
        _administrative_has_several,
        Sentence("jenis SOP dan jumlah pelaksana", "the kind of SOP and the number of performers"),
        Sentence(
            "SOP administratif harus memiliki lebih dari satu pelaksana.",
            "An administrative SOP must have more than one performer.",
        ),
        Sentence(
            "tiga pelaksana pada SOP administratif", "three performers in an administrative SOP"
        ),
        Sentence(
            "satu pelaksana pada SOP administratif", "one performer in an administrative SOP"
        ),
    ),
    Rule(
        "PF-03",
        E,
        KINDS,
        _technical_has_one,
        Sentence("jenis SOP dan jumlah pelaksana", "the kind of SOP and the number of performers"),
        Sentence(
            "SOP teknis hanya memiliki satu pelaksana, satu tim, atau satu jabatan.",
            "A technical SOP has only one performer, one team or one position.",
        ),
        Sentence("satu kolom Teknisi pada SOP teknis", "one column Teknisi in a technical SOP"),
        Sentence("dua pelaksana pada SOP teknis", "two performers in a technical SOP"),
    ),
    Rule(
        "PF-04",
        W,
        PRACTICE,
        _every_column_acts,
        Sentence("simbol pada setiap kolom", "the symbols of every column"),
        Sentence(
            "Pelaksana “{nama}” tidak memiliki kegiatan.",
            "The performer “{nama}” has nothing to do.",
        ),
        Sentence("setiap kolom memiliki simbol", "every column has a symbol"),
        Sentence("kolom tanpa simbol", "a column without a symbol"),
    ),
    Rule(
        "PF-05",
        W,
        PRACTICE,
        _no_duplicate,
        TITLE,
        Sentence(
            "Pelaksana “{nama}” tercantum lebih dari satu kali.",
            "The performer “{nama}” is listed more than once.",
        ),
        Sentence("Staf, Kepala Bagian Umum", "Staf, Kepala Bagian Umum"),
        Sentence("Staf, Kepala Bagian Umum, Staf", "Staf, Kepala Bagian Umum, Staf"),
    ),
    Rule(
        "PF-06",
        W,
        PRACTICE,
        _no_person,
        TITLE,
        Sentence(
            "Cantumkan nama jabatan, bukan nama orang, pada kolom pelaksana.",
            "Give the position, not a person's name, in a performer's column.",
        ),
        Sentence("Kepala Subbagian Tata Usaha", "Kepala Subbagian Tata Usaha"),
        Sentence("Andi Rahman, S.E.", "Andi Rahman, S.E."),
        heuristic=True,
    ),
    Rule(
        "PF-07",
        W,
        PRACTICE,
        _no_application,
        TITLE,
        Sentence(
            "“{nama}” adalah aplikasi; cantumkan pada kelengkapan, bukan sebagai pelaksana.",
            "“{nama}” is an application; list it under requirements, not as a performer.",
        ),
        Sentence("Operator Aplikasi Persediaan", "Operator Aplikasi Persediaan"),
        Sentence("Aplikasi Persediaan", "Aplikasi Persediaan"),
    ),
    Rule(
        "PF-08",
        W,
        PRACTICE,
        _one_a_row,
        Sentence("pelaksana dalam satu baris", "the performers of one row"),
        Sentence(
            "Langkah {n} memiliki beberapa pelaksana; pisahkan langkahnya atau tandai sebagai kegiatan bersama.",
            "Step {n} has several performers; split the step or mark it as joint work.",
        ),
        Sentence("dua simbol yang ditandai bersama", "two symbols marked as joint work"),
        Sentence("dua simbol berpanah dalam satu baris", "two symbols with an arrow in one row"),
    ),
    Rule(
        "PF-09",
        W,
        Sentence(
            "KemenPAN-RB 2013, penyusunan SOP berangkat dari SOTK",
            "KemenPAN-RB 2013: SOPs start from the organisation's structure",
        ),
        _known_position,
        Sentence(
            "nama kolom pelaksana dan daftar jabatan",
            "the title of a performer's column and the register of positions",
        ),
        Sentence(
            "Jabatan “{nama}” tidak ada dalam daftar jabatan unit kerja.",
            "The position “{nama}” is not in the register of positions.",
        ),
        Sentence(
            "jabatan dari daftar, atau pihak luar seperti Pemohon",
            "a registered position, or an outsider such as Pemohon",
        ),
        Sentence("jabatan yang sudah dihapus", "a position that no longer exists"),
    ),
)
