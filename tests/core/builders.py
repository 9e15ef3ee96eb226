"""Small documents in one line each: ``chart("a1.1K b2.2 c3.2D d4.1K", "a>b b>c c>a:Tidak c>d:Ya")``."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from okesop.core.document import (
    Edge,
    Identity,
    Node,
    NodeKind,
    Performer,
    SopDocument,
    Step,
)

KINDS = {
    "K": NodeKind.TERMINATOR,
    "B": NodeKind.PROCESS,
    "D": NodeKind.DECISION,
    "C": NodeKind.CONNECTOR,
    "F": NodeKind.DOCUMENT,
    "O": NodeKind.OTHER,
}
TITLES = ("Pengelola Surat", "Kepala Subbagian Tata Usaha", "Kepala Bagian Umum", "Staf", "Kurir")
ACTIVITIES = (
    "Menerima surat masuk",
    "Mencatat surat pada buku agenda",
    "Memeriksa kelengkapan surat",
    "Mendisposisikan surat kepada pelaksana",
    "Menyusun tanggapan atas surat",
    "Mengarsipkan surat",
)
NODE = re.compile(
    r"(?P<id>[a-z]+)(?P<row>\d+)\.(?P<column>\d+)(?P<kind>[KBDCFO]?)(?:=(?P<label>.*))?"
)
EDGE = re.compile(r"(?P<source>\w+)(?P<line>[>-])(?P<target>\w+)(?::(?P<label>.*))?")


def step(row, **changes):
    activity = ACTIVITIES[row - 1] if row <= len(ACTIVITIES) else f"Menyusun lampiran ke-{row}"
    plain = Step(
        id=f"s{row}",
        activity=activity,
        requirements=f"Berkas {row}",
        time="15 menit",
        output=f"Hasil {row}",
    )
    return replace(plain, **changes)


def node(text):
    parts = NODE.fullmatch(text).groupdict()
    kind = KINDS[parts["kind"] or "B"]
    label = parts["label"] and parts["label"].replace("_", " ")
    return Node(parts["id"], f"s{parts['row']}", f"p{parts['column']}", kind, label)


def edge(text):
    parts = EDGE.fullmatch(text).groupdict()
    label = parts["label"] and parts["label"].replace("_", " ")
    return Edge(parts["source"], parts["target"], label, joint=parts["line"] == "-")


def identity(**changes):
    plain = Identity(
        number="SOP/001/UM/2026",
        title="Pengelolaan Surat Masuk",
        created=date(2026, 1, 5),
        effective=date(2026, 2, 2),
        approver_position="Kepala Bagian Umum",
        approver_name="Sitti Rahma Yunus, S.Sos.",
        approver_nip="197805122005022003",
        institution=("PEMERINTAH KOTA CONTOH", "SEKRETARIAT DAERAH"),
        unit="BAGIAN UMUM",
        nature="administratif",
        service_promise="1 hari kerja",
    )
    return replace(plain, **changes)


def chart(nodes, arrows="", **changes):
    """A complete document around a flow; rows and columns are as many as the nodes name."""
    symbols = tuple(node(text) for text in nodes.split())
    rows = max((int(symbol.step[1:]) for symbol in symbols), default=0)
    columns = max((int(symbol.performer[1:]) for symbol in symbols), default=0)
    plain = SopDocument(
        identity=identity(),
        legal_basis=(
            "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009",
        ),
        qualifications=("Memahami tata naskah dinas",),
        related=("SOP Pengelolaan Surat Keluar",),
        equipment=("Komputer", "Buku agenda"),
        warnings=("Jika surat tidak segera dicatat, maka tindak lanjut terlambat",),
        records=("Buku agenda surat masuk",),
        performers=tuple(
            Performer(
                f"p{column + 1}",
                TITLES[column] if column < len(TITLES) else f"Jabatan {column + 1}",
            )
            for column in range(columns)
        ),
        steps=tuple(step(row + 1) for row in range(rows)),
        nodes=symbols,
        edges=tuple(edge(text) for text in arrows.split()),
    )
    return replace(plain, **changes)


GOOD_NODES, GOOD_ARROWS = "a1.1K b2.1 c3.2D d4.3 e5.1K", "a>b b>c c>b:Tidak c>d:Ya d>e"


def good(**changes):
    """A document about which no rule has anything to say."""
    return chart(GOOD_NODES, GOOD_ARROWS, **changes)


def with_identity(**changes):
    return good(identity=identity(**changes))


def with_step(row, document=None, **changes):
    document = document or good()
    steps = tuple(
        replace(each, **changes) if place == row - 1 else each
        for place, each in enumerate(document.steps)
    )
    return replace(document, steps=steps)


def with_title(column, title, document=None):
    document = document or good()
    performers = tuple(
        replace(each, title=title) if place == column - 1 else each
        for place, each in enumerate(document.performers)
    )
    return replace(document, performers=performers)


def sequence(count, columns=2):
    """A plain flow of so many rows, from the first performer to the next and back."""
    names = [f"n{chr(97 + row // 26)}{chr(97 + row % 26)}" for row in range(count)]
    nodes = [
        f"{name}{row + 1}.{row % columns + 1}{'K' if row in {0, count - 1} else 'B'}"
        for row, name in enumerate(names)
    ]
    arrows = [f"{a}>{b}" for a, b in pairwise(names)]
    return chart(" ".join(nodes), " ".join(arrows))
