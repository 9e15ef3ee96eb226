import pytest
from tests.core.builders import chart

from okesop.core.rules import check


def hits(nodes, arrows, prefix="FL"):
    return [
        (finding.rule, finding.place)
        for finding in check(chart(nodes, arrows))
        if finding.rule.startswith(prefix)
    ]


def rules(nodes, arrows, prefix="FL"):
    return {rule for rule, _ in hits(nodes, arrows, prefix)}


QUIET = {
    "plain": ("a1.1K b2.2 c3.1K", "a>b b>c"),
    "the start is returned to": ("a1.1K b2.2D c3.1K", "a>b b>a:Tidak b>c:Ya"),
    "joint work": ("a1.1K b2.1 c2.2 d3.1K", "a>b b-c c>d"),
    "joint end": ("a1.1K b2.1K c2.2B", "a>b b-c"),
    "a refusal is mended and comes back": (
        "a1.1K b2.2D c3.1 d4.2K",
        "a>b b>c:Tidak c>b b>d:Ya",
    ),
    "a refusal runs down and comes back": (
        "a1.1K b2.2 c3.2D d4.1 e5.1 f6.1K",
        "a>b b>c c>d:Tidak d>e e>b c>f:Ya",
    ),
    "a refusal ends elsewhere, but is told": (
        "a1.1K b2.2D c3.1 d4.1K",
        "a>b b>c:Ya c>d b>d:Tidak",
    ),
    "connectors in pairs": ("a1.1K b1.2C=1 c2.2C=1 d2.1 e3.2K", "a>b b>c c>d d>e"),
    "boxes to and fro with a decision": ("a1.1K b2.2 c3.1D d4.1K", "a>b b>c c>b:Belum c>d:Sudah"),
    "a question of need goes on": (
        "a1.1K b2.2D=Perlu_kendaraan? c3.1 d4.1 e5.1K",
        "a>b b>c:Ya b>d:Tidak c>d d>e",
    ),
    "a class, not a check": ("a1.1K b3.2D=R/T c4.1 d5.1 e6.1K", "a>b b>c:Ya b>d:Tidak c>d d>e"),
}


@pytest.mark.parametrize("case", QUIET)
def test_a_sound_flow_is_left_alone(case):
    assert hits(*QUIET[case]) == []


def test_capsules_inside_the_flow_are_starts_too_many():
    assert hits("a1.1K b2.2K c3.1K", "a>b b>c") == [("FL-01", "nodes/b")]


def test_capsules_of_the_last_row_are_ends():
    assert hits("a1.1K b2.1K c2.2K", "a>b b>c") == [("FL-03", "nodes/c")]


def test_only_the_head_of_what_is_cut_off_is_named():
    assert hits("a1.1K b2.2 c3.2 d4.1K", "a>d b>c c>d") == [("FL-05", "nodes/b")]


def test_a_cut_off_loop_is_named_once():
    assert ("FL-05", "nodes/b") in hits("a1.1K b2.2 c3.2D d4.1K", "a>d b>c c>b:Tidak c>d:Ya")


def test_only_the_last_symbol_of_a_flow_that_does_not_end_is_named():
    nodes, arrows = "a1.1K b2.2D c3.1 d4.1 e5.1K", "a>b b>c:Tidak c>d b>e:Ya"
    assert hits(nodes, arrows) == [("FL-06", "nodes/d")]


def test_without_an_end_the_missing_end_is_enough():
    assert hits("a1.1K b2.2", "a>b") == [("FL-02", "nodes/b")]


def test_a_loop_without_exit_names_its_rows():
    findings = [
        f for f in check(chart("a1.1K b2.2 c3.1D d4.1K", "a>b b>c c>b:Tidak")) if f.rule == "FL-16"
    ]
    assert [f.message.id for f in findings] == [
        "Perulangan antara langkah 2 dan 3 tidak memiliki jalan keluar."
    ]


def test_answers_are_counted_over_joint_work():
    assert rules("a1.1K b2.1D c2.2 d3.1K", "a>b b-c b>a:Tidak c>d:Ya") == set()


@pytest.mark.parametrize(
    ("arrows", "found"),
    [
        ("a>b b>c:Ya b>a:Tidak", set()),
        ("a>b b>c:Ya b>a:ya.", {"FL-08"}),
        ("a>b b>c:Ya b>a", {"FL-08"}),
        ("a>b b>c", {"FL-07"}),
    ],
)
def test_answers_need_labels_of_their_own(arrows, found):
    assert rules("a1.1K b2.2D c3.1K", arrows) == found


@pytest.mark.parametrize("label", ["Tidak", "T", "Ditolak", "Belum_lengkap", "Tidak_sesuai"])
def test_a_refusal_that_runs_on_is_told(label):
    nodes = "a1.1K b2.2 c3.2D d4.3 e5.1 f6.1K"
    arrows = f"a>b b>c c>d:Ya c>e:{label} d>e e>f"
    assert hits(nodes, arrows) == [("FL-14", "edges/c/e")]


@pytest.mark.parametrize("label", ["Tidak_perlu", "Tidak_ada", "Elektronik", "Rusak_berat"])
def test_an_answer_that_refuses_nothing_may_run_on(label):
    nodes = "a1.1K b2.2 c3.2D d4.3 e5.1 f6.1K"
    assert hits(nodes, f"a>b b>c c>d:Ya c>e:{label} d>e e>f") == []


def test_a_two_headed_arrow_is_told_once():
    assert hits("a1.1K b2.2 c2.1 d3.1K", "a>b b>c c>b c>d", "FL-11") == [("FL-11", "edges/c/b")]


def test_an_arrow_to_itself_is_told():
    assert ("FL-11", "edges/b/b") in hits("a1.1K b2.2 c3.1K", "a>b b>b b>c")


@pytest.mark.parametrize(
    ("nodes", "arrows", "found"),
    [
        ("a1.1K b1.2C=1 c2.2C=2 d2.1 e3.2K", "a>b b>c c>d d>e", {"FL-12"}),
        ("a1.1K b1.2C d2.1 e3.2K", "a>b b>d d>e", {"FL-12"}),
        ("a1.1K b2.1C c2.2C d3.2K", "a>b b>c c>d", {"FL-13"}),
    ],
)
def test_connectors_stand_in_pairs_over_a_page_break(nodes, arrows, found):
    assert rules(nodes, arrows) == found


def test_connectors_are_no_second_performer():
    assert rules("a1.1K b1.2C c2.2C d2.1 e3.2K", "a>b b>c c>d d>e", "PF") == set()


def test_symbols_of_one_performer_in_a_row_are_one_performer():
    assert rules("a1.1K b2.1 c2.1D d3.2K", "a>b b>c c>a:Tidak c>d:Ya", "PF") == set()
