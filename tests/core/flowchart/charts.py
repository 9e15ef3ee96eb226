"""Hypothesis charts of the size that must always be drawn without a fault."""

from hypothesis import strategies as st

from okesop.core.document import Edge, Node, NodeKind, Performer, Side, SopDocument, Step

WORDS = (
    "Ya",
    "Tidak",
    "Setuju",
    "Tidak setuju",
    "Perlu perbaikan dan dikembalikan",
    "Lebih dari 5 juta rupiah atau lebih lama",
    "x" * 40,
)
KINDS = (
    (NodeKind.PROCESS,) * 6
    + (NodeKind.DECISION,) * 3
    + (
        NodeKind.TERMINATOR,
        NodeKind.DOCUMENT,
        NodeKind.CONNECTOR,
    )
)
MOST_OUT, MOST_ANSWERS, MOST_IN = 4, 3, 6


@st.composite
def charts(draw, rows=60, columns=12, symbols=120):
    """A document of up to ``rows`` by ``columns`` with any flow: loops, jumps, joint rows, spans, pins."""
    height, width = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    nodes = _nodes(draw, height, width, draw(st.integers(1, min(symbols, 2 * height * width))))
    return SopDocument(
        performers=tuple(Performer(f"p{column}", f"Jabatan {column}") for column in range(width)),
        steps=tuple(Step(f"s{row}") for row in range(height)),
        nodes=tuple(nodes),
        edges=tuple(_edges(draw, nodes)),
    )


def _nodes(draw, height, width, count):
    random = draw(st.randoms(use_true_random=False))
    room = {(row, column): 2 for row in range(height) for column in range(width)}
    nodes = []
    for number in range(count):
        row, column = random.choice(sorted(cell for cell, left in room.items() if left))
        span = None
        beside = (row, column + 1)
        if random.random() < 0.05 and room.get(beside) == 2 == room[row, column]:
            span = (f"p{column}", f"p{column + 1}")
            room[beside] = room[row, column] = 1
            room[beside] -= 1
        room[row, column] -= 1
        kind = random.choice(KINDS)
        nodes.append(Node(f"n{number}", f"s{row}", f"p{column}", kind, span=span))
        if not any(room.values()):
            break
    return nodes


def _edges(draw, nodes):
    random = draw(st.randoms(use_true_random=False))
    outs, ins = (
        dict.fromkeys((node.id for node in nodes), 0),
        dict.fromkeys((node.id for node in nodes), 0),
    )
    edges, seen = [], set()
    for _ in range(int(len(nodes) * draw(st.floats(0.5, 1.6)))):
        source = random.choice(nodes)
        near = random.random() < 0.7
        place = nodes.index(source)
        pool = nodes[max(place - 4, 0) : place + 5] if near else nodes
        target = random.choice(pool)
        most = MOST_ANSWERS if source.kind is NodeKind.DECISION else MOST_OUT
        if outs[source.id] >= most or ins[target.id] >= MOST_IN or (source.id, target.id) in seen:
            continue
        seen.add((source.id, target.id))
        outs[source.id] += 1
        ins[target.id] += 1
        joint = source.step == target.step and source is not target and random.random() < 0.3
        answers = source.kind is NodeKind.DECISION or random.random() < 0.1
        label = random.choice(WORDS) if answers and not joint else None
        leave, side = (
            random.choice(tuple(Side)) if random.random() < 0.03 else None for _ in "ab"
        )
        edges.append(Edge(source.id, target.id, label, joint, leave, side))
    return edges
