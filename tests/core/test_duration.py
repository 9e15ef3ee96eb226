from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.amount import Unit
from okesop.core.duration import Bound, Duration, Unmeasured, parse, tidy, written

WRITTEN_OUT = {
    "15 menit": "15 menit",
    "15 m": "15 menit",
    "15m": "15 menit",
    "15'": "15 menit",
    "60 Menit": "60 menit",
    "10 mnt.": "10 menit",
    "2 hk": "2 hari kerja",
    "3 hr kerja": "3 hari kerja",
    "1-5 hari kerja": "1–5 hari kerja",
    "1 – 5 hari kerja": "1–5 hari kerja",
    "1 s.d. 2 hari": "1–2 hari",
    "1 s/d 2 hari": "1–2 hari",
    "1 sampai dengan 2 minggu": "1–2 minggu",
    "5 - 1 hari": "1–5 hari",
    "30 menit–3 jam": "30 menit–3 jam",
    "1 jam-1 jam 30 menit": "1 jam–1 jam 30 menit",
    "2 menit/berkas": "2 menit/berkas",
    "2 menit per berkas": "2 menit/berkas",
    "2 (dua) hari kerja/SPM": "2 hari kerja/SPM",
    "1 jam 30 menit": "1 jam 30 menit",
    "1 jam dan 30 menit": "1 jam 30 menit",
    "1j30m": "1 jam 30 menit",
    "1,5 jam": "1,5 jam",
    "1½ jam": "1,5 jam",
    "1 1/2 jam": "1,5 jam",
    "½ hari": "0,5 hari",
    "1/2 hari": "0,5 hari",
    "setengah hari": "0,5 hari",
    "satu hari": "1 hari",
    "sehari": "1 hari",
    "dua puluh lima menit": "25 menit",
    "3 (tiga) hari kerja": "3 hari kerja",
    "maks. 3 hari": "maks. 3 hari",
    "Maksimal 3 hari": "maks. 3 hari",
    "paling lama 3 hari kerja": "maks. 3 hari kerja",
    "≤ 2 jam": "maks. 2 jam",
    "minimal 2 hari": "min. 2 hari",
    "± 15 menit": "± 15 menit",
    "selama 2 jam": "2 jam",
    "1 x 24 jam": "1 x 24 jam",
    "2x24 jam": "2 x 24 jam",
    "12 hari kalender": "12 hari kalender",
    "8 jam kerja": "8 jam kerja",
    "1 semester": "1 semester",
    "1.500 menit": "1.500 menit",
    "15 menit (tentatif)": "15 menit (tentatif)",
    "3 hari setelah surat diterima": "3 hari setelah surat diterima",
    "1 tahun 6 bulan": "1 tahun 6 bulan",
}
VAGUE = [
    "sesuai kebutuhan",
    "H-3",
    "h - 1",
    "Sejak Kickoff",
    "Triwulanan",
    "Sebelum periode revisi bulan berjalan",
    "tentatif",
    "pukul 08.00",
]
UNREADABLE = [
    "abc",
    "15",
    "15 kilo",
    "2-3",
    "1/0 jam",
    "99999999999 menit",
    "2 jam, 3 orang",
    "9" * 300,
]


@pytest.mark.parametrize(("text", "out"), WRITTEN_OUT.items())
def test_a_time_cell_writes_out_what_it_understands(text, out):
    assert tidy(text) == out


@pytest.mark.parametrize("text", WRITTEN_OUT.values())
def test_what_was_written_out_stays(text):
    assert tidy(text) == text


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "...", "\n"])
def test_a_blank_or_a_dash_is_no_time(text):
    assert parse(text) is None


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_time_is_said_to_be_vague(text):
    assert parse(text) == Unmeasured(text, vague=True)


@pytest.mark.parametrize("text", UNREADABLE)
def test_an_unreadable_time_keeps_its_text(text):
    assert parse(text) == Unmeasured(text, vague=False)
    assert tidy(text) == text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("15 menit", "15", "15", Unit.MINUTE),
        ("1 – 5 hari kerja", "1", "5", Unit.WORKDAY),
        ("30 menit–3 jam", "30", "180", Unit.MINUTE),
        ("1 jam 30 menit", "90", "90", Unit.MINUTE),
        ("maks. 3 hari", "0", "3", Unit.DAY),
        ("min. 3 hari", "3", "3", Unit.DAY),
        ("2 x 24 jam", "48", "48", Unit.HOUR),
        ("1 tahun 6 bulan", "18", "18", Unit.MONTH),
    ],
)
def test_a_duration_has_bounds_in_its_smallest_unit(text, low, high, unit):
    duration = parse(text)
    assert (duration.min, duration.max, duration.unit) == (Decimal(low), Decimal(high), unit)


def test_a_duration_keeps_its_rate_bound_range_and_text():
    duration = parse(" Maks. 1-2 Menit/Berkas ")
    assert (duration.per, duration.bound, duration.is_range) == ("Berkas", Bound.AT_MOST, True)
    assert duration.raw == "Maks. 1-2 Menit/Berkas"


def test_the_amounts_of_a_range_are_its_ends():
    duration = parse("30 menit - 3 jam")
    assert (duration.shortest.written(), duration.longest.written()) == ("30 menit", "3 jam")


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text):
    parsed = parse(text)
    assert parsed is None or isinstance(parsed, Duration | Unmeasured)


@given(
    st.decimals(min_value=0, max_value=9999, places=1),
    st.decimals(min_value=0, max_value=9999, places=1),
    st.sampled_from(Unit),
    st.sampled_from(["", "maks. ", "min. ", "± "]),
)
def test_what_is_written_reads_back_the_same(first, second, unit, bound):
    duration = parse(
        f"{bound}{first}-{second} {unit}".replace(".0", "").replace("maks ", "maks. ")
    )
    assert written(parse(written(duration))) == written(duration)
