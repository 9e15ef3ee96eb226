"""Rules of the symbols and arrows, one by one (FL-01 to FL-04, FL-07 to FL-13)."""

from collections.abc import Iterator

from okesop.core.document import Edge, Node, NodeKind
from okesop.core.rules.finding import Severity
from okesop.core.rules.rule import PRACTICE, SYMBOLS, Hit, Rule, hit, p35
from okesop.core.rules.subject import Subject, plain
from okesop.core.text import Sentence

KIND_NAMES = {NodeKind.DOCUMENT: "dokumen", NodeKind.OTHER: "lain"}
LEAST_ANSWERS = 2


def _capsule(subject: Subject, group: int) -> str:
    members = subject.flow.groups[group]
    capsule = next(node for node in members if node.kind is NodeKind.TERMINATOR)
    return f"nodes/{capsule.id}"


def _middle_capsules(subject: Subject) -> Iterator[tuple[int, bool]]:
    """Yield the capsules inside the flow, and whether the flow goes on from them into other rows."""
    flow = subject.flow
    for group in flow.capsules:
        if group not in flow.starts and flow.successors[group]:
            yield group, any(flow.rows[on] != flow.rows[group] for on in flow.successors[group])


def _one_start(subject: Subject) -> Iterator[Hit]:
    extra = [group for group, goes_on in _middle_capsules(subject) if goes_on]
    starts = [*subject.flow.starts, *extra]
    if not starts:
        groups = subject.flow.groups
        yield hit(f"nodes/{groups[0][0].id}" if groups else "nodes")
    elif len(starts) > 1:
        yield hit(_capsule(subject, sorted(starts)[1]))


def _some_end(subject: Subject) -> Iterator[Hit]:
    if not subject.flow.ends:
        groups = subject.flow.groups
        yield hit(f"nodes/{groups[-1][0].id}" if groups else "nodes")


def _one_end(subject: Subject) -> Iterator[Hit]:
    inner = [group for group, goes_on in _middle_capsules(subject) if not goes_on]
    ends = sorted([*subject.flow.ends, *inner])
    if len(ends) > 1:
        yield hit(_capsule(subject, ends[1]), n=len(ends))


def _official_symbols(subject: Subject) -> Iterator[Hit]:
    for node in subject.document.nodes:
        if node.kind in KIND_NAMES:
            yield hit(f"nodes/{node.id}", jenis=KIND_NAMES[node.kind])


def _decisions(subject: Subject) -> Iterator[tuple[Node, list[Edge], int]]:
    """Yield each decision with the arrows that leave its group, and the number of its row."""
    for group, members in enumerate(subject.flow.groups):
        for node in members:
            if node.kind is NodeKind.DECISION:
                yield (
                    node,
                    [edge for _, edge in subject.flow.leaving[group]],
                    subject.number(group),
                )


def _two_answers(subject: Subject) -> Iterator[Hit]:
    for node, answers, number in _decisions(subject):
        if len(answers) < LEAST_ANSWERS:
            yield hit(f"nodes/{node.id}", n=number)


def _answers_differ(subject: Subject) -> Iterator[Hit]:
    for node, answers, number in _decisions(subject):
        labels = [plain(edge.label or "") for edge in answers]
        if len(answers) >= LEAST_ANSWERS and (not all(labels) or len(set(labels)) < len(labels)):
            yield hit(f"nodes/{node.id}", n=number)


def _few_answers(subject: Subject) -> Iterator[Hit]:
    for node, answers, number in _decisions(subject):
        if len(answers) > LEAST_ANSWERS:
            yield hit(f"nodes/{node.id}", n=number)


def _branches_decide(subject: Subject) -> Iterator[Hit]:
    flow = subject.flow
    for group, targets in enumerate(flow.successors):
        if len(targets) > 1 and not flow.has(group, NodeKind.DECISION):
            source = flow.leaving[group][0][1].source
            yield hit(f"nodes/{source}", n=subject.number(group))


def _arrows_sound(subject: Subject) -> Iterator[Hit]:
    nodes = subject.nodes
    arrows = {(edge.source, edge.target) for edge in subject.document.arrows()}
    for edge in subject.document.edges:
        source, target = nodes.get(edge.source), nodes.get(edge.target)
        if source is None or target is None or source is target:
            end = source or target
            number = subject.row.get(end.step, 1) if end else 1
            yield hit(f"edges/{edge.source}/{edge.target}", n=number)
        elif not edge.joint and _is_second_head(source, target, arrows):
            yield hit(f"edges/{edge.source}/{edge.target}", n=subject.row.get(source.step, 1))


def _is_second_head(source: Node, target: Node, arrows: set[tuple[str, str]]) -> bool:
    """Whether this is the later of two arrows to and fro between symbols that decide nothing."""
    decides = NodeKind.DECISION in {source.kind, target.kind}
    return not decides and (target.id, source.id) in arrows and source.id > target.id


def _connectors(subject: Subject) -> Iterator[tuple[Node, list[Node]]]:
    """Yield each page connector with the connectors that arrows join it to."""
    nodes = subject.nodes
    mates: dict[str, list[Node]] = {
        node.id: [] for node in subject.document.nodes if node.kind is NodeKind.CONNECTOR
    }
    for edge in subject.document.arrows():
        if edge.source in mates and edge.target in mates:
            mates[edge.source].append(nodes[edge.target])
            mates[edge.target].append(nodes[edge.source])
    for connector, others in mates.items():
        yield nodes[connector], others


def _connectors_paired(subject: Subject) -> Iterator[Hit]:
    for node, mates in _connectors(subject):
        signs = {plain(mate.label or "") for mate in mates}
        if signs != {plain(node.label or "")}:
            yield hit(f"nodes/{node.id}")


def _connectors_change_page(subject: Subject) -> Iterator[Hit]:
    for node, mates in _connectors(subject):
        if any(mate.step == node.step and mate.id > node.id for mate in mates):
            yield hit(f"nodes/{node.id}")


E, W = Severity.ERROR, Severity.WARNING
CAPSULES = Sentence("simbol kapsul", "the capsules")
DIAMONDS = Sentence("anak panah dari simbol keputusan", "the arrows that leave a decision")

RULES = (
    Rule(
        "FL-01",
        E,
        SYMBOLS,
        _one_start,
        CAPSULES,
        Sentence(
            "Diagram alir harus memiliki tepat satu simbol mulai.",
            "The flowchart must have exactly one start symbol.",
        ),
        Sentence("satu kapsul pada langkah 1", "one capsule at step 1"),
        Sentence("dua kapsul mulai", "two start capsules"),
    ),
    Rule(
        "FL-02",
        E,
        SYMBOLS,
        _some_end,
        CAPSULES,
        Sentence(
            "Diagram alir belum memiliki simbol akhir.", "The flowchart has no end symbol yet."
        ),
        Sentence("kapsul pada langkah terakhir", "a capsule at the last step"),
        Sentence("langkah terakhir berupa kotak", "the last step is a box"),
    ),
    Rule(
        "FL-03",
        W,
        PRACTICE,
        _one_end,
        CAPSULES,
        Sentence(
            "Diagram alir memiliki {n} simbol akhir; pastikan memang diperlukan.",
            "The flowchart has {n} end symbols; make sure that they are needed.",
        ),
        Sentence("satu kapsul akhir", "one end capsule"),
        Sentence("dua kapsul akhir", "two end capsules"),
    ),
    Rule(
        "FL-04",
        E,
        SYMBOLS,
        _official_symbols,
        Sentence("jenis simbol", "the kinds of symbols"),
        Sentence(
            "Simbol “{jenis}” tidak termasuk lima simbol SOP AP.",
            "The symbol “{jenis}” is none of the five symbols of SOP AP.",
        ),
        Sentence("kapsul, kotak, belah ketupat", "capsule, box, diamond"),
        Sentence("simbol dokumen", "a document symbol"),
    ),
    Rule(
        "FL-07",
        E,
        p35("simbol keputusan", "decision symbol"),
        _two_answers,
        DIAMONDS,
        Sentence(
            "Keputusan pada langkah {n} harus memiliki paling sedikit dua jawaban.",
            "The decision at step {n} must have at least two answers.",
        ),
        Sentence("Ya ke langkah 4, Tidak ke langkah 2", "Ya to step 4, Tidak to step 2"),
        Sentence("hanya satu anak panah", "only one arrow"),
    ),
    Rule(
        "FL-08",
        E,
        p35("simbol keputusan", "decision symbol"),
        _answers_differ,
        Sentence("label jawaban keputusan", "the labels of a decision's answers"),
        Sentence(
            "Setiap jawaban keputusan pada langkah {n} harus diberi label yang berbeda, misalnya “Ya” dan “Tidak”.",
            "Each answer of the decision at step {n} must have a label of its own, such as “Ya” and “Tidak”.",
        ),
        Sentence("Lengkap dan Tidak lengkap", "Lengkap and Tidak lengkap"),
        Sentence("dua jawaban tanpa label", "two answers without labels"),
    ),
    Rule(
        "FL-09",
        W,
        PRACTICE,
        _few_answers,
        DIAMONDS,
        Sentence(
            "Keputusan pada langkah {n} memiliki lebih dari dua jawaban.",
            "The decision at step {n} has more than two answers.",
        ),
        Sentence("Ya dan Tidak", "Ya and Tidak"),
        Sentence("Setuju, Revisi, dan Tolak", "Setuju, Revisi and Tolak"),
    ),
    Rule(
        "FL-10",
        W,
        p35("simbol keputusan", "decision symbol"),
        _branches_decide,
        Sentence("anak panah dari kapsul dan kotak", "the arrows that leave a capsule or a box"),
        Sentence(
            "Langkah {n} bercabang tanpa simbol keputusan.",
            "Step {n} branches without a decision.",
        ),
        Sentence("kotak dengan satu anak panah keluar", "a box with one arrow out"),
        Sentence("kotak dengan dua anak panah keluar", "a box with two arrows out"),
    ),
    Rule(
        "FL-11",
        E,
        p35("simbol anak panah", "arrow symbol"),
        _arrows_sound,
        Sentence("ujung dan arah anak panah", "the ends and the direction of arrows"),
        Sentence(
            "Anak panah pada langkah {n} harus memiliki satu arah dan terhubung pada kedua ujungnya.",
            "The arrow at step {n} must have one direction and be attached at both ends.",
        ),
        Sentence("anak panah dari langkah 2 ke langkah 3", "an arrow from step 2 to step 3"),
        Sentence("anak panah dua arah antara dua kotak", "a two-headed arrow between two boxes"),
    ),
    Rule(
        "FL-12",
        E,
        p35("simbol penghubung halaman", "off-page connector"),
        _connectors_paired,
        Sentence("segilima pada dokumen yang diimpor", "the pentagons of an imported document"),
        Sentence(
            "Alur yang berpindah halaman harus memakai pasangan simbol penghubung halaman.",
            "A flow over a page break must use a pair of off-page connectors.",
        ),
        Sentence(
            "segilima 1 di akhir dan awal halaman",
            "pentagon 1 at the end and the beginning of a page",
        ),
        Sentence("segilima tanpa pasangan", "a pentagon without its pair"),
    ),
    Rule(
        "FL-13",
        W,
        p35("flowchart ditulis vertikal", "flowcharts are written vertically"),
        _connectors_change_page,
        Sentence("segilima pada dokumen yang diimpor", "the pentagons of an imported document"),
        Sentence(
            "Simbol penghubung halaman hanya dipakai untuk alur yang berpindah halaman.",
            "The off-page connector is only for a flow over a page break.",
        ),
        Sentence("segilima hanya di pergantian halaman", "pentagons only where the page changes"),
        Sentence("sepasang segilima dalam satu baris", "a pair of pentagons in one row"),
    ),
)
