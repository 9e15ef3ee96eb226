"""Hypothesis strategies of SOP documents: sound ones of any shape, and JSON values near the format."""

from dataclasses import replace

from hypothesis import strategies as st

from okesop.core.document import (
    Edge,
    Identity,
    Node,
    NodeKind,
    Performer,
    Side,
    SopDocument,
    Step,
)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
filled = texts.filter(bool)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,5}", fullmatch=True)
lines = st.lists(texts, max_size=3).map(tuple)
dates = st.none() | st.dates() | st.sampled_from(["Januari 2026", "2026-02-30", "-"])

identities = st.builds(
    Identity,
    **dict.fromkeys(("created", "revised", "effective", "next_review"), dates),
    **dict.fromkeys(
        ("number", "title", "approver_position", "approver_name", "approver_nip", "unit"),
        st.none() | filled,
    ),
    **dict.fromkeys(("acting_as", "nature", "service_promise"), st.none() | filled),
    institution=lines,
)


def edges_between(nodes: list[Node]) -> st.SearchStrategy[list[Edge]]:
    if not nodes:
        return st.just([])
    ends = st.sampled_from([node.id for node in nodes])
    row = {node.id: node.step for node in nodes}
    pins = st.none() | st.sampled_from(Side)
    edges = st.builds(
        Edge, ends, ends, st.none() | filled, st.booleans(), leave=pins, side=pins
    ).map(
        lambda edge: (
            edge
            if row[edge.source] == row[edge.target] and edge.source != edge.target
            else replace(edge, joint=False)
        )
    )
    return st.lists(
        edges,
        max_size=8,
        unique_by=lambda edge: (edge.source, edge.target, edge.label, edge.joint),
    )


@st.composite
def documents(draw: st.DrawFn) -> SopDocument:
    performer_ids = draw(st.lists(ids, max_size=4, unique=True))
    step_ids = draw(st.lists(ids, max_size=5, unique=True))
    nodes: list[Node] = []
    if performer_ids and step_ids:
        for key in draw(st.lists(ids, max_size=7, unique=True)):
            first, last = sorted(draw(st.tuples(*[st.integers(0, len(performer_ids) - 1)] * 2)))
            spans = first < last and draw(st.booleans())
            nodes.append(
                Node(
                    key,
                    draw(st.sampled_from(step_ids)),
                    performer_ids[first],
                    draw(st.sampled_from(NodeKind)),
                    draw(st.none() | filled),
                    (performer_ids[first], performer_ids[last]) if spans else None,
                )
            )
    return SopDocument(
        draw(identities),
        *(draw(lines) for _ in range(6)),
        performers=tuple(
            Performer(p, draw(texts), draw(st.none() | filled)) for p in performer_ids
        ),
        steps=tuple(
            Step(s, *(draw(texts) for _ in range(5)), no=draw(st.none() | texts)) for s in step_ids
        ),
        nodes=tuple(nodes),
        edges=tuple(draw(edges_between(nodes))),
    )
