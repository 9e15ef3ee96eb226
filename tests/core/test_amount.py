from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.amount import Amount, Unit

SUMS = [
    ([], "0 menit"),
    ([(110, Unit.MINUTE)], "1 jam 50 menit"),
    ([(2, Unit.HOUR), (3, Unit.WORKDAY)], "3 hari kerja 2 jam"),
    ([(1, Unit.WEEK), (2, Unit.WEEK)], "3 minggu"),
    ([(1, Unit.WEEK), (3, Unit.DAY)], "10 hari"),
    ([(1, Unit.SEMESTER), (7, Unit.MONTH)], "1 tahun 1 bulan"),
    ([(2, Unit.QUARTER)], "6 bulan"),
    ([(90, Unit.SECOND)], "1 menit 30 detik"),
    ([(24, Unit.HOUR)], "1 hari"),
    ([(25, Unit.HOUR)], "25 jam"),
    ([(Decimal("0.5"), Unit.DAY)], "0,5 hari"),
    ([(1500, Unit.WORKDAY)], "1.500 hari kerja"),
]


@pytest.mark.parametrize(("terms", "text"), SUMS)
def test_a_sum_is_written_in_the_units_a_reader_expects(terms, text):
    amounts = [Amount.of(Decimal(value), unit) for value, unit in terms]
    assert sum(amounts, Amount()).written() == text


def test_working_days_are_not_days():
    assert Amount(days=Decimal(1)) != Amount(workdays=Decimal(1))
    assert (
        Amount(days=Decimal(1)) + Amount(workdays=Decimal(1))
    ).written() == "1 hari 1 hari kerja"


def test_units_are_ordered_as_offices_feel_them():
    sizes = [Amount.of(Decimal(1), unit).weight for unit in Unit]
    assert sizes == sorted(sizes)


@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from(Unit)), max_size=6))
def test_the_weight_of_a_sum_is_the_sum_of_weights(terms):
    amounts = [Amount.of(Decimal(value), unit) for value, unit in terms]
    total = sum(amounts, Amount())
    assert total.weight == pytest.approx(sum(amount.weight for amount in amounts))
    assert total.least_weight <= total.weight
    assert bool(total) == any(value for value, _ in terms)
