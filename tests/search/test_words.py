import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.search.words import LONGEST, cut, stem


def words(text):
    return [word.text for word in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pengelolaan Surat Masuk", ["pengelolaan", "surat", "masuk"]),
        ("e-office, dll.", ["e", "office", "dll"]),
        ("000.8.3/112/SETDA", ["000", "8", "3", "112", "setda"]),
        ("No. 12 Th. 2011", ["nomor", "12", "tahun", "2011"]),
        ("Nomer 12a thn 2011", ["nomor", "12a", "tahun", "2011"]),
        ("No Kegiatan, th ini", ["no", "kegiatan", "th", "ini"]),
        ("Café CAFÉ ﬁle m²", ["cafe", "cafe", "file", "m2"]),
        ("⑴ ½ _ ¶ \0 😀", ["1", "12"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_folded_words(text, expected):
    assert words(text) == expected


@given(st.text())
def test_a_word_holds_letters_and_figures_alone(text):
    for word in cut(text):
        assert word.text.isalnum()
        assert word.text == word.text.lower() or not word.text.isascii()
        assert len(word.text) <= LONGEST
        assert 0 <= word.start < word.end <= len(text)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_a_folded_word_folds_to_itself(text):
    for word in words(text):
        assert words(word) == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pengadaan", "mengadakan"),
        ("penyusunan", "menyusun"),
        ("pelayanan", "melayani"),
        ("pengiriman", "dikirim"),
        ("menerima", "diterima"),
        ("pengelolaan", "dikelola"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["2011", "12a", "é", "語"])
def test_what_is_no_indonesian_word_is_its_own_stem(word):
    assert stem(word) == word
