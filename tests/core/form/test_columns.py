from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.rows import sop

from okesop.core.document import Performer
from okesop.core.form.columns import LEAST_COLUMN, needs_of, share

DOCUMENT = sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")


@given(st.sampled_from((7.0, 8.0, 9.0)), st.floats(600, 3000))
def test_columns_fill_the_sheet_exactly(size, room):
    widths = share(needs_of(DOCUMENT, size), room)
    total = widths.no + sum(widths.performers) + sum(widths.texts) + widths.empty_performers
    assert total == pytest.approx(room)


def test_nobody_gets_less_than_he_needs():
    needs = needs_of(DOCUMENT, 9.0)
    widths = share(needs, needs.least + 1)
    pairs = [*zip(widths.texts, needs.least_texts, strict=True)]
    pairs += zip(widths.performers, needs.performers, strict=True)
    assert all(wide >= least - 0.01 for wide, least in pairs)
    assert min(widths.performers) >= LEAST_COLUMN


def test_says_so_where_the_columns_do_not_fit():
    needs = needs_of(DOCUMENT, 9.0)
    assert share(needs, needs.least - 1) is None


def test_the_column_with_most_text_is_widest():
    long = tuple(replace(step, output=step.output * 6) for step in DOCUMENT.steps)
    before = share(needs_of(DOCUMENT, 9.0), 770).texts
    after = share(needs_of(replace(DOCUMENT, steps=long), 9.0), 770).texts
    assert after[3] > before[3]
    assert after[3] == max(after)


def test_a_very_long_heading_gets_a_wider_column():
    performers = (
        Performer("pA", "Kepala Bagian Umum dan Keuangan " * 12),
        *DOCUMENT.performers[1:],
    )
    wanted = needs_of(replace(DOCUMENT, performers=performers), 9.0).wanted_performers
    assert wanted[0] > 2 * wanted[1]


def test_without_performers_their_place_stays():
    widths = share(needs_of(sop(""), 9.0), 770)
    assert widths.performers == ()
    assert widths.empty_performers > LEAST_COLUMN


def test_what_the_arrows_found_is_kept():
    needs = needs_of(DOCUMENT, 9.0)
    assert share(needs, 770, (90, 80, 100)).performers == (90, 80, 100)


def test_a_long_word_is_kept_whole_where_there_is_room():
    address = "https://sop.contoh.go.id/halaman/permohonan"
    steps = tuple(replace(step, activity=f"Membuka {address}") for step in DOCUMENT.steps)
    needs = needs_of(replace(DOCUMENT, steps=steps), 9.0)
    assert share(needs, 900).texts[0] >= needs.unbroken_texts[0] > needs.comfortable_texts[0]
