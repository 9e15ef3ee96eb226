from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import chart, good

from okesop.core.flow import Flow, components, reached, turns_back

graphs = st.integers(1, 12).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=4), min_size=size, max_size=size
    )
)


def flow(nodes, arrows=""):
    return Flow.of(chart(nodes, arrows))


def test_joint_symbols_are_one_group():
    joint = flow("a1.1K b2.1 c2.3 d3.2K", "a>b b-c c>d")
    assert [[node.id for node in group] for group in joint.groups] == [["a"], ["b", "c"], ["d"]]
    assert joint.successors == [[1], [2], []]


def test_a_joint_line_between_rows_joins_nothing():
    assert len(flow("a1.1K b2.1K", "a-b").groups) == 2


def test_groups_are_numbered_by_row_and_column():
    ordered = flow("z2.1 y1.2 x1.1")
    assert [group[0].id for group in ordered.groups] == ["x", "y", "z"]


def test_a_start_may_be_returned_to():
    returning = flow("a1.1K b2.1D c3.1K", "a>b b>a:Tidak b>c:Ya")
    assert (returning.starts, returning.ends, returning.turning) == ([0], [2], {(1, 0)})


def test_a_single_capsule_starts_and_ends():
    alone = flow("a1.1K")
    assert (alone.starts, alone.ends) == ([0], [0])


def test_without_a_capsule_reading_begins_at_the_first_symbol():
    plain = flow("a1.1 b2.1", "a>b")
    assert (plain.starts, plain.roots) == ([], [0])
    assert Flow.of(chart("")).roots == []


def test_two_sources_are_two_starts():
    assert flow("a1.1K b1.2K c2.1K", "a>c b>c").starts == [0, 1]


def test_the_good_document_flows_from_its_start_to_its_end():
    whole = Flow.of(good())
    assert (whole.starts, whole.ends) == ([0], [4])
    assert reached(whole.successors, whole.roots) == {0, 1, 2, 3, 4}
    assert [1, 2] in whole.loops


@given(graphs)
def test_members_of_a_component_reach_each_other_and_no_others_do(graph):
    component = components(graph)
    for one in range(len(graph)):
        mates = {other for other in reached(graph, [one]) if one in reached(graph, [other])}
        assert mates == {o for o in range(len(graph)) if component[o] == component[one]}


@given(graphs)
def test_without_its_turning_arrows_a_graph_has_no_circle(graph):
    back = turns_back(graph, [0])
    forward = [[t for t in targets if (s, t) not in back] for s, targets in enumerate(graph)]
    component = components(forward)
    assert len(set(component)) == len(graph)
    assert reached(forward, [0]) == reached(graph, [0])


def test_a_long_chain_needs_no_recursion():
    chain = [[place + 1] for place in range(50_000)] + [[]]
    assert len(set(components(chain))) == 50_001
    assert turns_back(chain, [0]) == set()
