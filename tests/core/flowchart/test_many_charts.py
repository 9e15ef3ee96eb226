"""Many charts in both modes: what hypothesis makes up, and the collection beside the project with its judge."""

import importlib.util
import json

import pytest
from hypothesis import HealthCheck, given, seed, settings
from tests.core.flowchart.charts import charts
from tests.core.flowchart.checker import faults

from okesop.core.document import Edge, Node, NodeKind, Performer, Side, SopDocument, Step
from okesop.core.flowchart.judged import as_data
from okesop.core.flowchart.layout import layout, plain_grid

SOFT = ("near_parallel", "tight", "off_vertex")
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def assert_sound(document):
    for single in (True, False):
        assert faults(document, layout(document, plain_grid(document, single=single))) == []


@settings(max_examples=60, **QUIET)
@given(charts(rows=14, columns=6, symbols=24))
def test_any_chart_is_drawn_without_a_fault(document):
    assert_sound(document)


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_any_large_chart_is_drawn_without_a_fault(part):
    @seed(part)
    @settings(max_examples=200, **QUIET)
    @given(charts())
    def attempt(document):
        assert_sound(document)

    attempt()


def read(path):
    data = json.loads(path.read_text())
    return data, SopDocument(
        performers=tuple(Performer(one["id"], one["title"]) for one in data["performers"]),
        steps=tuple(Step(one["id"]) for one in data["steps"]),
        nodes=tuple(
            Node(one["id"], one["step"], one["performer"], NodeKind(one["kind"]), span=_span(one))
            for one in data["nodes"]
        ),
        edges=tuple(
            Edge(one["from"], one["to"], one.get("label"), bool(one.get("joint")))
            for one in data["edges"]
        ),
    )


def _span(node):
    return tuple(node["span"]) if node.get("span") else None


@pytest.fixture(scope="module")
def judge(shared):
    spec = importlib.util.spec_from_file_location("judge", shared / "tools" / "judge_flowchart.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_judged(judge, files, *, single):
    for path in files:
        data, document = read(path)
        drawing = as_data(layout(document, plain_grid(document, single=single)))
        result = judge.judge(json.loads(json.dumps(drawing)), judge.as_logic(data))
        assert (result["hard"], [result[kind] for kind in SOFT]) == ({}, [0, 0, 0]), path.name


@pytest.mark.parametrize("single", [True, False], ids=["single", "paged"])
@pytest.mark.parametrize("group", ["easy", "medium", "hard", "real", "truth", "stress-100"])
def test_the_collected_charts_pass_the_judge(judge, shared, group, single):
    files = sorted((shared / "data" / "flowcharts").glob(f"{group}*.json"))
    assert_judged(judge, files, single=single)


@pytest.mark.long
@pytest.mark.parametrize("single", [True, False], ids=["single", "paged"])
def test_four_hundred_rows_pass_the_judge(judge, shared, single):
    files = sorted((shared / "data" / "flowcharts").glob("stress-400*.json"))
    assert_judged(judge, files, single=single)


def test_answers_of_one_pair_with_no_port_left_are_drawn():
    kind = NodeKind.TERMINATOR
    document = SopDocument(
        performers=(Performer("a", "a"), Performer("b", "b")),
        steps=(Step("1"), Step("2")),
        nodes=(
            Node("p", "1", "a", kind),
            Node("q", "1", "b", kind),
            Node("r", "1", "a", kind, span=("a", "b")),
        ),
        edges=(
            Edge("p", "p"),
            Edge("r", "r"),
            Edge("r", "q", "Ya"),
            Edge("r", "q", "Tidak dapat diterima"),
            Edge("r", "r", "Ya"),
        ),
    )
    for single in (True, False):
        drawing = layout(document, plain_grid(document, single=single))
        assert sum(len(page.arrows) for page in drawing.pages) == len(document.edges)


def document(rows, columns, nodes, edges):
    return SopDocument(
        performers=tuple(Performer(f"p{one}", "a") for one in range(columns)),
        steps=tuple(Step(f"s{one}") for one in range(rows)),
        nodes=tuple(
            Node(
                name,
                f"s{row}",
                f"p{first}",
                kind,
                span=(f"p{first}", f"p{last}") if last else None,
            )
            for name, row, first, kind, last in nodes
        ),
        edges=tuple(edges),
    )


def test_a_way_never_runs_through_its_own_label():
    box, question = NodeKind.PROCESS, NodeKind.DECISION
    nodes = (
        ("0", 8, 0, question, None),
        ("1", 7, 4, box, 5),
        ("3", 2, 8, box, None),
        ("7", 3, 5, box, None),
        ("15", 14, 3, question, None),
        ("16", 13, 8, box, None),
        ("18", 3, 7, question, None),
        ("26", 9, 8, NodeKind.TERMINATOR, None),
        ("27", 7, 0, NodeKind.TERMINATOR, 1),
        ("31", 9, 8, question, None),
        ("33", 14, 3, box, None),
        ("34", 8, 4, question, None),
        ("35", 13, 8, question, None),
    )
    edges = (
        Edge("15", "15", "Tidak"),
        Edge("26", "27", "Setuju"),
        Edge("1", "3"),
        Edge("15", "18", "Tidak", leave=Side.BOTTOM),
        Edge("34", "35"),
        Edge("1", "31", "Tidak"),
        Edge("0", "3", "Ya"),
        Edge("7", "31"),
        Edge("16", "3"),
    )
    assert_sound(document(15, 9, nodes, edges))


def test_a_line_to_itself_takes_the_sides_that_joint_work_leaves():
    nodes = (
        ("5", 0, 2, NodeKind.PROCESS, None),
        ("7", 0, 3, NodeKind.PROCESS, None),
        ("9", 0, 3, NodeKind.DECISION, None),
    )
    edges = (
        Edge("9", "9", "Ya"),
        Edge("9", "5", joint=True, leave=Side.LEFT),
        Edge("9", "7", joint=True),
    )
    assert_sound(document(1, 4, nodes, edges))


def test_a_label_in_the_angle_of_an_outer_port_stands_beside_its_symbol():
    places = ((1, 1), (2, 0), (2, 1), (3, 0), (3, 1), (1, 0))
    nodes = tuple(
        (f"{name}", row, column, NodeKind.PROCESS, None)
        for name, (row, column) in enumerate(places)
    )
    edges = (
        Edge("0", "1", "Ya", leave=Side.LEFT),
        Edge("0", "2", "Ya", leave=Side.LEFT),
        Edge("0", "3"),
        Edge("0", "4", leave=Side.LEFT),
        Edge("0", "0", "Ya", leave=Side.LEFT),
        Edge("2", "0", "Ya", side=Side.RIGHT),
        Edge("3", "0", "Ya", side=Side.RIGHT),
        Edge("4", "0", side=Side.LEFT),
    )
    assert_sound(document(4, 2, nodes, edges))
