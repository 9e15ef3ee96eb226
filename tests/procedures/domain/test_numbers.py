from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import procedures as sops

from okesop.procedures.domain import numbering, numbers
from okesop.procedures.domain.numbers import NEXT, NoNumber, Slip, Wish
from okesop.procedures.models import Number, NumberRegister

TODAY = date(2026, 11, 23)


@pytest.fixture
def slip(general, author):
    return Slip(general, TODAY, author, sops.MORNING)


@pytest.fixture
def draft(general, author):
    return sops.draft(general, author)


@pytest.mark.parametrize(
    ("template", "number"),
    [
        ("{klasifikasi}/{urut:000}/{unit}/{tahun}", "000.8/007/UMUM/2026"),
        ("SOP-{urut}/{bulan_romawi}/{tahun}", "SOP-7/XI/2026"),
        ("{urut:00000}/{bulan}/{unit}", "00007/11/UMUM"),
        ("B-{urut:000}/PANRB/D-IV/KKA/{bulan}/{tahun}", "B-007/PANRB/D-IV/KKA/11/2026"),
    ],
)
def test_a_template_says_how_numbers_are_written(template, number):
    names = {"klasifikasi": "000.8", "unit": "UMUM"}

    assert numbering.checked(template) == template
    assert numbering.written(template, serial=7, suffix="", on=TODAY, names=names) == number


@pytest.mark.parametrize(
    "template",
    ["", "SOP", "{nomor}/{tahun}", "{urut}/{urut}", "{urut", "{urut}}", "{urut}" + "x" * 300],
)
def test_a_template_that_makes_no_number_is_refused(template):
    with pytest.raises(numbering.WrongTemplate):
        numbering.checked(template)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=20, unique=True))
def test_two_serials_never_look_alike(serials):
    names = {"klasifikasi": "000", "unit": "UMUM"}
    texts = {
        numbering.written("{urut:000}/{unit}", serial=n, suffix="", on=TODAY, names=names)
        for n in serials
    }
    assert len(texts) == len(serials)


def test_a_long_template_is_printed_whole(slip, draft):
    template = "{urut:000}/" + "PERANGKAT-DAERAH/" * 8 + "{tahun}"
    numbers.arrange(slip, template=template, classification="000.8.3.5")

    assert len(numbers.take(draft, NEXT, slip=slip).text) > 100


def test_numbers_run_without_a_gap_through_reserved_and_inserted_ones(slip, draft):
    first = numbers.take(draft, NEXT, slip=slip)
    kept = numbers.reserve(slip, reason="SOP keuangan menyusul.")
    third = numbers.take(draft, NEXT, slip=slip)
    between = numbers.insert(slip, after=first.serial, reason="Tertinggal saat rapat.")

    assert [n.serial for n in (first, kept, third)] == [1, 2, 3]
    assert (between.serial, between.suffix) == (1, "a")
    assert between.text.split("/")[1] == "001.a"
    assert set(numbers.free(slip.unit, TODAY)) == {kept, between}


def test_a_reserved_number_is_taken_once(slip, general, cast):
    kept = numbers.reserve(slip, reason="Untuk SOP arsip.")
    version = sops.approved(sops.draft(general, cast[0]), cast, wish=Wish(kept=kept.pk))

    assert version.issued == kept
    with pytest.raises(NoNumber):
        numbers.take(version, Wish(kept=kept.pk), slip=slip)


def test_a_reason_is_asked_for(slip):
    with pytest.raises(NoNumber):
        numbers.reserve(slip, reason="  ")


def test_a_new_year_begins_at_one_with_the_same_template(slip, draft, general, author):
    numbers.arrange(slip, template="SOP/{urut:000}/{tahun}", classification="")
    numbers.take(draft, NEXT, slip=slip)
    later = Slip(general, date(2027, 1, 4), author, sops.MORNING)

    assert numbers.take(draft, NEXT, slip=later).text == "SOP/001/2027"


def test_looking_at_the_next_number_takes_none(slip):
    assert numbers.preview(slip.unit, TODAY) == "000/001/Bagian Umum/2026"
    assert not NumberRegister.objects.exists()


def test_an_approval_that_fails_takes_no_number(general, cast, settings):
    from okesop.procedures.domain.public_addresses import NoPublicAddress

    settings.PUBLIC_ADDRESS = ""
    with pytest.raises(NoPublicAddress):
        sops.approved(sops.draft(general, cast[0]), cast)

    assert not Number.objects.exists()
