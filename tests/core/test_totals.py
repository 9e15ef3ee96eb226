from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.builders import chart, good, sequence, with_step

from okesop.core import duration
from okesop.core.amount import Amount
from okesop.core.totals import exceeds, totals


def timed(nodes, arrows, *times):
    document = chart(nodes, arrows)
    for row, time in enumerate(times, start=1):
        document = with_step(row, document, time=time)
    return document


def test_a_total_is_the_sum_along_the_flow():
    total = totals(good())
    assert total.written().id == "1 jam 15 menit"
    assert total.written().en == "1 hour 15 minutes"
    assert total.note().id == "5 dari 5 langkah terukur, tanpa pengulangan"


def test_an_answer_that_jumps_makes_the_shortest_way():
    document = timed(
        "a1.1K b2.1D c3.1 d4.1K",
        "a>b b>c:Ya b>d:Tidak c>d",
        "5 menit",
        "5 menit",
        "1 hari",
        "5 menit",
    )
    total = totals(document)
    assert (total.longest.written(), total.shortest.written()) == ("1 hari 15 menit", "15 menit")
    assert "tercepat 15 menit" in total.note().id
    assert "15 minutes at the quickest" in total.note().en


def test_an_answer_that_turns_back_is_counted_once():
    document = timed("a1.1K b2.1D c3.1K", "a>b b>a:Tidak b>c:Ya", "10 menit", "5 menit", "1 menit")
    back, on = totals(document).answers
    assert (back.label, back.repeats, back.longest.written()) == ("Tidak", True, "31 menit")
    assert (on.label, on.repeats, on.longest.written()) == ("Ya", False, "16 menit")


def test_branches_beside_each_other_take_as_long_as_the_slowest():
    document = timed(
        "a1.1K b2.1 c3.2 d4.1K", "a>b a>c b>d c>d", "1 jam", "2 jam", "3 jam", "1 jam"
    )
    total = totals(document)
    assert total.longest.written() == total.shortest.written() == "5 jam"


def test_symbols_of_one_row_pay_its_time_once():
    document = timed("a1.1K b1.2 c2.1K", "a>b b>c", "1 jam", "2 jam")
    assert totals(document).longest.written() == "3 jam"


def test_joint_work_pays_once():
    document = timed("a1.1K b2.1 c2.2 d3.1K", "a>b b-c c>d", "1 jam", "2 jam", "3 jam")
    assert totals(document).longest.written() == "6 jam"


def test_several_starts_are_alternatives():
    document = timed("a1.1K b2.2K c3.1K", "a>c b>c", "1 jam", "2 jam", "3 jam")
    total = totals(document)
    assert (total.longest.written(), total.shortest.written()) == ("5 jam", "4 jam")


def test_a_range_counts_with_both_ends():
    document = timed("a1.1K b2.1K", "a>b", "30 menit–3 jam", "1 jam")
    total = totals(document)
    assert (total.longest.written(), total.shortest.written()) == ("4 jam", "1 jam 30 menit")


def test_what_is_not_measured_is_named():
    document = timed("a1.1K b2.1 c3.1K", "a>b b>c", "30 menit", "sesuai kebutuhan", "")
    total = totals(document)
    assert (total.measured, total.steps, total.unmeasured) == (1, 3, ("s2", "s3"))


def test_rates_are_counted_for_one():
    total = totals(timed("a1.1K b2.1K", "a>b", "2 menit/berkas", "3 menit"))
    assert (total.longest.written(), total.rates) == ("5 menit", ("berkas",))
    assert "dihitung per satuan" in total.note().id


def test_without_symbols_the_rows_follow_each_other():
    document = with_step(2, replace(chart("a1.1 b2.1"), nodes=(), edges=()), time="2 hk")
    assert totals(document).longest.written() == "2 hari kerja 15 menit"


def test_an_empty_document_is_not_measured_yet():
    assert totals(chart("")).written().id == "belum terukur"


def test_a_flow_without_an_end_still_adds_up():
    assert totals(chart("a1.1K b2.1", "a>b b>a")).longest.written() == "30 menit"


@pytest.mark.parametrize(
    "longest", ["3 jam", "5 hari kerja 3 jam 15 menit", "1 tahun 1 bulan 1 menit"]
)
def test_the_english_total_has_english_units(longest):
    assert not {"jam", "hari", "tahun", "menit"} & set(totals(sequence(1)).written().en.split())
    document = timed("a1.1K", "", longest)
    assert totals(document).written().en.count("1 ") == totals(document).written().id.count("1 ")


@pytest.mark.parametrize(
    ("total", "promise", "over"),
    [
        ("2 jam", "1 hari", False),
        ("2 hari", "1 hari", True),
        ("2 hari kerja", "2 hari", False),
        ("3 hari", "2 hari kerja", True),
        ("70 menit", "1 jam", True),
        ("1 jam", "60 menit", False),
    ],
)
def test_a_promise_is_exceeded_only_when_that_is_certain(total, promise, over):
    assert exceeds(duration.parse(total).longest, duration.parse(promise).longest) is over


def test_many_decisions_cost_no_enumeration():
    count = 120
    rows = [f"n{chr(97 + r // 26)}{chr(97 + r % 26)}" for r in range(count)]
    nodes = " ".join(
        f"{n}{r + 1}.1{'K' if r in {0, count - 1} else 'D'}" for r, n in enumerate(rows)
    )
    steps = [f"{a}>{b}:Ya" for a, b in pairwise(rows)]
    jumps = [f"{a}>{b}:Tidak" for a, b in zip(rows[1:], rows[3:], strict=False)]
    total = totals(chart(nodes, " ".join([*steps, *jumps])))
    assert total.longest == Amount.of(duration.parse("1800 menit").max, duration.Unit.MINUTE)
    assert len(total.answers) == 2 * (count - 2) - 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25))
def test_the_shortest_way_is_never_longer_than_the_longest(pairs):
    nodes = " ".join(
        f"{chr(97 + row)}{row + 1}.1{'K' if row in {0, 9} else 'D'}" for row in range(10)
    )
    arrows = " ".join(f"{chr(97 + a)}>{chr(97 + b)}:x" for a, b in pairs)
    total = totals(chart(nodes, arrows))
    assert total.shortest.weight <= total.longest.weight <= 150
    assert all(answer.shortest.weight <= answer.longest.weight for answer in total.answers)
