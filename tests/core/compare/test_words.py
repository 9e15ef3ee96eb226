import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.compare import Fate, word_runs
from okesop.core.compare.words import Effort

WORDS = st.lists(st.sampled_from(["surat", "dan", "masuk", " ", ",", "\n", "arsip", "5"])).map(
    " ".join
)


def written(before, after):
    signs = {Fate.SAME: "{}", Fate.OUT: "[-{}]", Fate.IN: "[+{}]"}
    return "".join(signs[run.fate].format(run.text) for run in word_runs(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("surat", "surat", "surat"),
        ("", "surat", "[+surat]"),
        ("surat", "", "[-surat]"),
        ("10 menit", "5 menit", "[-10][+5] menit"),
        (
            "Mengajukan permintaan melalui nota dinas",
            "Mengajukan permintaan melalui formulir digital",
            "Mengajukan permintaan melalui [-nota dinas][+formulir digital]",
        ),
        ("surat masuk", "berkas surat masuk", "[+berkas ]surat masuk"),
        ("surat masuk", "surat masuk, lengkap", "surat masuk[+, lengkap]"),
        (
            "memeriksa berkas dan mencatat agenda",
            "menelaah naskah dan menulis jurnal",
            "[-memeriksa berkas dan mencatat agenda][+menelaah naskah dan menulis jurnal]",
        ),
        ("1.234,5 lembar", "1.234,6 lembar", "[-1.234,5][+1.234,6] lembar"),
        ("Jum'at dan/atau Sabtu", "Jum'at dan Sabtu", "Jum'at [-dan/atau][+dan] Sabtu"),
    ],
)
def test_runs_read_like_a_correction_on_paper(before, after, told):
    assert written(before, after) == told


@given(WORDS | st.text(max_size=40), WORDS | st.text(max_size=40))
def test_runs_hold_both_texts_letter_for_letter(before, after):
    runs = word_runs(before, after)

    assert "".join(run.text for run in runs if run.fate is not Fate.IN) == before
    assert "".join(run.text for run in runs if run.fate is not Fate.OUT) == after
    pairs = [(one.fate, other.fate) for one, other in itertools.pairwise(runs)]
    assert all(one != other for one, other in pairs)
    assert (Fate.IN, Fate.OUT) not in pairs


def test_a_hostile_text_costs_no_more_than_its_effort():
    before = " ".join(map(str, range(20_000)))
    after = " ".join(map(str, range(20_000, 0, -1)))
    effort = Effort(left=200_000)

    first, second = word_runs(before, after, effort)[-2:]

    assert effort.left > -20_000
    assert (first.fate, second.fate) == (Fate.OUT, Fate.IN)


def test_where_no_effort_is_left_a_text_counts_as_replaced():
    runs = word_runs("awal satu dua akhir", "awal tiga empat akhir", Effort(left=0))

    assert [(run.fate.value, run.text) for run in runs] == [
        ("same", "awal "),
        ("out", "satu dua"),
        ("in", "tiga empat"),
        ("same", " akhir"),
    ]
