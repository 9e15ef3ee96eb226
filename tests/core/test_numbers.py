from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1.500", "1500"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("12.345.678", "12345678"),
        ("007", "7"),
    ],
)
def test_a_numeral_is_read_the_indonesian_way(text, value):
    assert numbers.parsed(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "1,", ",5", "a", "1.2.3", "12345678901", "-1", "1 2"])
def test_what_is_no_numeral_is_none(text):
    assert numbers.parsed(text) is None


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("satu hari", "1", 1),
        ("dua puluh lima menit", "25", 3),
        ("dua belas", "12", 2),
        ("seratus dua puluh", "120", 3),
        ("tiga ratus", "300", 2),
        ("satu setengah jam", "1.5", 2),
        ("setengah", "0.5", 1),
        ("satu dua", "1", 1),
    ],
)
def test_number_words_are_read(text, value, used):
    assert numbers.spoken(text.split()) == (Decimal(value), used)


@pytest.mark.parametrize("text", ["", "hari", "puluh", "belas"])
def test_what_is_no_number_word_is_none(text):
    assert numbers.spoken(text.split()) is None


@given(st.decimals(min_value=0, max_value=999_999_999, places=3))
def test_a_written_number_reads_back(value):
    assert numbers.parsed(numbers.written(value)) == value
