"""Documents in a line per row, so that a test shows its flow at a glance.

    sop("(A)", "<B> Ya:3 Tidak:1", "[A]=[C]", "", "(B)")

``(A)`` capsule, ``[A]`` box, ``<A>`` diamond in column A; ``[A..C]`` spans columns; ``{document:A}`` any other kind.
``=`` joins two symbols of a row, side by side without it they follow each other. ``Ya:3`` is an answer that leads to
row 3 (``Ya:3B`` to its symbol in column B; blanks in a label are written ``_``), ``>3`` an arrow without a word,
``.`` no arrow at all. Without any of these the flow goes on to the next row that has a symbol; a capsule that is not
in the first row ends it. Rows are s1, s2, …; columns pA, pB, …; symbols n1A, n3C, …
"""

import re
from dataclasses import replace
from datetime import date

from okesop.core.document import Edge, Identity, Node, NodeKind, Performer, SopDocument, Step

TITLES = {
    "A": "Pengadministrasi Umum",
    "B": "Kepala Subbagian Tata Usaha",
    "C": "Kepala Bagian Umum",
    "D": "Asisten Administrasi Umum",
    "E": "Sekretaris Daerah",
    "F": "Pranata Komputer",
}
IDENTITY = Identity(
    number="SOP.UM.01.01",
    title="Pengelolaan Surat Masuk",
    created=date(2026, 1, 5),
    effective=date(2026, 2, 2),
    approver_position="Kepala Bagian Umum",
    approver_name="Wa Ode Contoh, S.Sos., M.Si.",
    approver_nip="197501012000031001",
    institution=("PEMERINTAH KOTA CONTOH", "SEKRETARIAT DAERAH"),
    unit="BAGIAN UMUM",
)
ACTIVITIES = (
    "Menerima surat dan memeriksa kelengkapannya",
    "Mencatat surat pada buku agenda",
    "Memeriksa isi surat",
    "Menyusun konsep balasan",
    "Menandatangani surat balasan",
    "Mengarsipkan surat",
)
_SYMBOL = re.compile(r"(=?)(?:\(([^)]+)\)|\[([^\]]+)\]|<([^>]+)>|\{([^}]+)\})")
_EXIT = re.compile(r"([^\s:>]*)[:>](\d+)([A-Z]?)")
_KINDS = (NodeKind.TERMINATOR, NodeKind.PROCESS, NodeKind.DECISION)


def step(row: int, **texts: str) -> Step:
    """Return a row whose texts leave nothing to be wished for."""
    good = {
        "activity": ACTIVITIES[(row - 1) % len(ACTIVITIES)],
        "requirements": f"Surat masuk nomor {row}",
        "time": "10 menit",
        "output": f"Surat yang sudah diproses pada tahap {row}",
    }
    return Step(f"s{row}", **(good | texts))


def sop(*rows: str, columns: str = "", **identity: object) -> SopDocument:
    """Return a complete document with this flow; ``columns`` adds columns without symbols."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    exits: list[str] = []
    for row, text in enumerate(rows, 1):
        cut = max((match.end() for match in _SYMBOL.finditer(text)), default=0)
        _symbols(row, text[:cut], nodes, edges)
        exits.append(text[cut:].strip())
    for row, text in enumerate(exits, 1):
        edges += _exits(row, text, nodes, edges)
    used = {letter for node in nodes for letter in _letters(node)} | set(columns)
    return SopDocument(
        identity=replace(IDENTITY, **identity),
        legal_basis=("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",),
        qualifications=("Memahami tata naskah dinas",),
        related=("Pengelolaan Surat Keluar",),
        equipment=("Komputer", "Buku agenda"),
        warnings=("Jika surat tidak dicatat, maka surat dapat hilang.",),
        records=("Buku agenda surat masuk",),
        performers=tuple(
            Performer(f"p{letter}", TITLES.get(letter, f"Jabatan {letter}"))
            for letter in sorted(used)
        ),
        steps=tuple(step(row) for row in range(1, len(rows) + 1)),
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def flow(document: SopDocument) -> list[str]:
    """Return the rows of a document in the notation, every arrow said; the inverse of ``sop``."""
    return [_written(document, row) for row in document.steps]


def _symbols(row: int, text: str, nodes: list[Node], edges: list[Edge]) -> None:
    last = None
    for joined, *names in _SYMBOL.findall(text):
        place = next(index for index, name in enumerate(names) if name)
        kind, letters = (
            (_KINDS[place], names[place])
            if place < len(_KINDS)
            else (NodeKind(names[place].split(":")[0]), names[place].split(":")[1])
        )
        first, _, end = letters.partition("..")
        node = Node(
            f"n{row}{first}",
            f"s{row}",
            f"p{first}",
            kind,
            span=(f"p{first}", f"p{end}") if end else None,
        )
        if last:
            edges.append(Edge(last.id, node.id, joint=bool(joined)))
        nodes.append(node)
        last = node


def _exits(row: int, text: str, nodes: list[Node], edges: list[Edge]) -> list[Edge]:
    mine = [node for node in nodes if node.step == f"s{row}"]
    if not mine or text == ".":
        return []
    giver = next((n for n in mine if n.kind is NodeKind.DECISION), mine[-1])
    if text:
        return [
            Edge(giver.id, _target(int(to), letter, nodes), label.replace("_", " ") or None)
            for label, to, letter in _EXIT.findall(text)
        ]
    first = nodes[0].step
    if giver.kind is NodeKind.TERMINATOR and giver.step != first:
        return []
    after = [node for node in nodes if int(node.step[1:]) > row]
    label = "Ya" if giver.kind is NodeKind.DECISION else None
    return [Edge(giver.id, after[0].id, label)] if after else []


def _target(row: int, letter: str, nodes: list[Node]) -> str:
    return next(
        node.id
        for node in nodes
        if node.step == f"s{row}" and (not letter or node.performer == f"p{letter}")
    )


def _letters(node: Node) -> str:
    if node.span is None:
        return node.performer[1:]
    return "".join(chr(code) for code in range(ord(node.span[0][1]), ord(node.span[1][1]) + 1))


_MARKS = {NodeKind.TERMINATOR: "()", NodeKind.PROCESS: "[]", NodeKind.DECISION: "<>"}


def _written(document: SopDocument, row: Step) -> str:
    columns = document.performer_index()
    rows = document.step_index()
    nodes = document.node_by_id()
    mine = [node for node in document.nodes if node.step == row.id]
    mine.sort(key=lambda node: columns[node.performer])
    symbols, exits = "", []
    for node in mine:
        joined = any(edge.joint and node.id == edge.target for edge in document.edges)
        opening, closing = _MARKS.get(node.kind, ("{" + node.kind + ":", "}"))
        span = f"..{node.span[1][1:]}" if node.span else ""
        symbols += f"{'=' * joined}{opening}{node.performer[1:]}{span}{closing}"
        for edge in document.arrows():
            if edge.source == node.id:
                target = nodes[edge.target]
                entry = _leftmost(document, target.step, columns)
                letter = "" if entry is target else target.performer[1:]
                word = f"{edge.label.replace(' ', '_')}:" if edge.label else ">"
                exits.append(f"{word}{rows[target.step] + 1}{letter}")
    return " ".join([symbols, *exits]) if symbols else ""


def _leftmost(document: SopDocument, step_id: str, columns: dict[str, int]) -> Node:
    mine = [node for node in document.nodes if node.step == step_id]
    return min(mine, key=lambda node: columns[node.performer])
