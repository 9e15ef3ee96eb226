import pytest
from tests.core.rows import sop

from okesop.core.operations import apply
from okesop.procedures.domain.queries import reading

A, C, D = "Pengadministrasi Umum", "Kepala Bagian Umum", "Asisten Administrasi Umum"


def parted(first, second):
    document = sop("(B)", "[A]=[C]=[D] >3", "(B)")
    return apply(document, {"op": "part", "first": first, "second": second}).document


@pytest.mark.parametrize(
    ("pair", "performers", "onward"),
    [
        (("n2C", "n2D"), f"{A} bersama {C}; {D}", D),
        (("n2A", "n2C"), f"{A}; {C} bersama {D}", C),
    ],
)
def test_a_parted_symbol_works_after_the_others_of_its_row(pair, performers, onward):
    said = reading.steps(parted(*pair))[1]

    assert said.performers == performers
    assert [way.text for way in said.ways] == [f"menuju {onward} pada langkah 2"]


def test_an_end_of_another_performer_is_named():
    said = reading.steps(sop("(A)", "<A>(C) Ya:2C Tidak:3", "(A)"))[1]

    assert "menuju Kepala Bagian Umum pada langkah 2" in [way.text for way in said.ways]
