"""An author who edits at random: operations that fit the document, and now and then one that does not."""

from hypothesis import strategies as st
from tests.core.rows import sop

from okesop.core.operations import Refused, apply, validate

KINDS = st.sampled_from(["terminator", "process", "decision"])
LABELS = st.sampled_from(["Ya", "Tidak", "Lengkap", "Revisi", None, ""])
WORDS = st.sampled_from(["", "2 menit", "Surat\r\nmasuk", "Ya"])
START = sop("(A)", "[B]", "<A> Ya:4 Tidak:2", "[B]=[C]", "", "(A..B)", columns="D")
LISTS = st.sampled_from(["legal_basis", "warnings", "records"])


class Author:
    """Draws operations that fit the document, and now and then one that does not."""

    def __init__(self, draw):
        self.draw = draw
        self.count = 0

    def fresh(self):
        self.count += 1
        return f"x{self.count}"

    def one(self, items, *, none=False):
        names = [item.id for item in items] + ["gone"]
        return self.draw(st.none() | st.sampled_from(names) if none else st.sampled_from(names))

    def some(self, items):
        names = [item.id for item in items] or ["gone"]
        return self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))

    def symbols(self, document):
        names = [performer.id for performer in document.performers]
        chosen = self.draw(st.lists(st.sampled_from(names or ["gone"]), max_size=2, unique=True))
        return [
            {"id": self.fresh(), "performer": name, "kind": self.draw(KINDS)} for name in chosen
        ]

    def exits(self, document):
        return [
            {"to": self.one(document.nodes, none=True), "label": self.draw(LABELS)}
            for _ in range(self.draw(st.integers(0, 3)))
        ]

    def place(self, document):
        heads = [f"identity/{name}" for name in ("title", "created", "institution")]
        cells = [f"steps/{s.id}/{f}" for s in document.steps for f in ("activity", "time")]
        titles = [f"performers/{performer.id}/title" for performer in document.performers]
        labels = [f"nodes/{node.id}/label" for node in document.nodes]
        return self.draw(st.sampled_from(heads + cells + titles + labels))

    def index(self):
        return self.draw(st.integers(0, 3))

    def operation(self, document):
        name = self.draw(st.sampled_from(sorted(MAKERS)))
        return {"op": name, **MAKERS[name](self, document)}


MAKERS = {
    "set_text": lambda a, d: {"place": a.place(d), "value": a.draw(st.none() | WORDS)},
    "insert_item": lambda a, _: {
        "list": a.draw(LISTS),
        "index": a.index(),
        "value": a.draw(WORDS),
    },
    "set_item": lambda a, _: {
        "list": a.draw(LISTS),
        "index": a.index(),
        "was": a.draw(WORDS),
        "value": a.draw(WORDS),
    },
    "remove_item": lambda a, _: {"list": a.draw(LISTS), "index": a.index(), "was": a.draw(WORDS)},
    "move_item": lambda a, _: {
        "list": a.draw(LISTS),
        "index": a.index(),
        "was": a.draw(WORDS),
        "to": a.index(),
    },
    "insert_steps": lambda a, d: {
        "after": a.one(d.steps, none=True),
        "steps": [
            {"id": a.fresh(), "activity": "baru", "symbols": a.symbols(d)}
            for _ in range(a.draw(st.integers(1, 3)))
        ],
    },
    "move_steps": lambda a, d: {"steps": a.some(d.steps), "after": a.one(d.steps, none=True)},
    "remove_steps": lambda a, d: {"steps": a.some(d.steps)},
    "insert_performer": lambda a, d: {
        "id": a.fresh(),
        "title": "Baru",
        "after": a.one(d.performers, none=True),
    },
    "move_performer": lambda a, d: {
        "performer": a.one(d.performers),
        "after": a.one(d.performers, none=True),
    },
    "remove_performer": lambda a, d: {"performer": a.one(d.performers)},
    "merge_performers": lambda a, d: {
        "performer": a.one(d.performers),
        "into": a.one(d.performers),
    },
    "set_position": lambda a, d: {
        "performer": a.one(d.performers),
        "position": "7",
        "title": "Kepala Bagian",
    },
    "put_symbol": lambda a, d: {
        "id": a.fresh(),
        "step": a.one(d.steps),
        "performer": a.one(d.performers),
        "kind": a.draw(KINDS),
        "mode": a.draw(st.sampled_from([None, "move", "join"])),
    },
    "set_kind": lambda a, d: {"node": a.one(d.nodes), "kind": a.draw(KINDS)},
    "move_symbol": lambda a, d: {
        "node": a.one(d.nodes),
        "step": a.one(d.steps, none=True),
        "performer": a.one(d.performers, none=True),
    },
    "remove_symbol": lambda a, d: {"node": a.one(d.nodes)},
    "set_exits": lambda a, d: {"node": a.one(d.nodes), "exits": a.exits(d)},
    "join": lambda a, d: {"first": a.one(d.nodes), "second": a.one(d.nodes)},
    "part": lambda a, d: {"first": a.one(d.nodes), "second": a.one(d.nodes)},
    "set_span": lambda a, d: {
        "node": a.one(d.nodes),
        "first": a.one(d.performers),
        "last": a.one(d.performers),
    },
}


def written(draw, document, most):
    """Yield (document before, operation, applied) of a random series."""
    author = Author(draw)
    for _ in range(draw(st.integers(1, most))):
        operation = author.operation(document)
        validate(operation)
        try:
            applied = apply(document, operation)
        except Refused:
            continue
        yield document, operation, applied
        document = applied.document
