"""However rows and symbols are typed, moved and removed, the flow that nobody spoke about is without fault."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.rows import flow

from okesop.core.document import NodeKind, Performer, SopDocument, Step
from okesop.core.operations import Refused, apply
from okesop.core.rules import check

COLUMNS = ("pA", "pB", "pC")
BLANK = SopDocument(
    performers=tuple(Performer(column, column) for column in COLUMNS),
    steps=tuple(Step(f"s{row}") for row in range(1, 6)),
)


class Typist:
    def __init__(self, draw, kinds):
        self.draw = draw
        self.kinds = kinds
        self.count = 0

    def fresh(self):
        self.count += 1
        return f"x{self.count}"

    def row(self, document):
        return self.draw(st.sampled_from([step.id for step in document.steps]))

    def node(self, document):
        return self.draw(st.sampled_from([node.id for node in document.nodes] or ["gone"]))

    def symbol(self):
        column, kind = self.draw(st.sampled_from(COLUMNS)), self.draw(st.sampled_from(self.kinds))
        return {"id": self.fresh(), "performer": column, "kind": kind}

    def operation(self, document):
        after = self.row(document)
        choices = {
            "put_symbol": lambda: {
                **self.symbol(),
                "step": after,
                "mode": self.draw(st.sampled_from([None, "join", "move"])),
            },
            "insert_steps": lambda: {
                "after": self.draw(st.sampled_from([after, None])),
                "steps": [
                    {"id": self.fresh(), "symbols": [self.symbol()]}
                    for _ in range(self.draw(st.integers(1, 3)))
                ],
            },
            "move_steps": lambda: {"steps": [self.row(document)], "after": after},
            "remove_steps": lambda: {"steps": [after]},
            "remove_symbol": lambda: {"node": self.node(document)},
            "move_symbol": lambda: {"node": self.node(document), "step": after},
            "move_performer": lambda: {"performer": "pA", "after": "pC"},
            "part": lambda: {"first": self.node(document), "second": self.node(document)},
        }
        name = self.draw(st.sampled_from(sorted(choices)))
        return {"op": name, **choices[name]()}


def typed(draw, kinds):
    document, typist = BLANK, Typist(draw, kinds)
    for _ in range(draw(st.integers(1, 12))):
        if len(document.steps) > 1:
            operation = typist.operation(document)
            try:
                document = apply(document, operation).document
            except Refused:
                continue
            yield operation, document


def faults(document):
    return {finding.rule for finding in check(document) if finding.rule.startswith("FL")}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_plain_rows_follow_each_other(data):
    for operation, document in typed(data.draw, ["process"]):
        if document.nodes:
            assert faults(document) == set(), (operation, flow(document))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_decisions_only_wait_for_their_second_answer(data):
    for operation, document in typed(data.draw, ["process", "decision"]):
        rows = [step.id for step in document.steps]
        last = max(document.nodes, key=lambda node: rows.index(node.step), default=None)
        ends = [node.kind for node in document.nodes if last and node.step == last.step]
        first = min(document.nodes, key=lambda node: rows.index(node.step), default=None)
        starts = [node.kind for node in document.nodes if first and node.step == first.step]
        if document.nodes and NodeKind.DECISION not in {*ends, *starts}:
            assert faults(document) <= {"FL-07"}, (operation, flow(document))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_undo_below_anothers_rows_leaves_no_fault(data):
    typist = Typist(data.draw, ["process"])
    document = BLANK
    for _ in range(data.draw(st.integers(2, 7))):
        document = tried(document, typist)
    if len(document.steps) > 1:
        try:
            mine = apply(document, typist.operation(document))
        except Refused:
            return
        theirs = mine.document
        for _ in range(data.draw(st.integers(1, 2))):
            theirs = tried(theirs, typist)
        back = apply(theirs, mine.undo)
        if back.document.nodes:
            assert faults(back.document) == set(), flow(back.document)
        assert apply(back.document, back.undo).document == theirs


def tried(document, typist):
    if len(document.steps) < 2:
        return document
    try:
        return apply(document, typist.operation(document)).document
    except Refused:
        return document
