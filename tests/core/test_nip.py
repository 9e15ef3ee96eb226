from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core import nip


def test_a_number_is_taken_apart():
    parsed = nip.parse("19780512 200502 2 003")
    assert parsed == nip.Nip("197805122005022003", date(1978, 5, 12), 2005, 2, nip.Sex.FEMALE)
    assert parsed.shown() == "19780512 200502 2 003"


def test_an_employee_under_contract_has_no_month():
    assert nip.parse("199001012023211005").month is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "197805122005022003 1",
        "197813122005022003",
        "197802302005022003",
        "197805121980022003",
        "197805122099022003",
        "197805122005132003",
        "197805122005023003",
        "191805121940022003",
        "19780512200502200a",
        "²97805122005022003",
    ],
)
def test_what_cannot_be_true_is_none(text):
    assert nip.parse(text) is None


def test_groups_are_written_only_for_eighteen_digits():
    assert nip.grouped("1978.0512-2005 02 2003") == "19780512 200502 2 003"
    assert nip.grouped("belum ada") == "belum ada"


@given(st.text(max_size=30))
def test_any_text_is_read(text):
    parsed = nip.parse(text)
    assert parsed is None or nip.parse(parsed.shown()) == parsed
