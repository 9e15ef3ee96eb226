from hypothesis import given
from hypothesis import strategies as st

from okesop.core.metrics import line_height, width, wrap

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\v\f\t\u2028\u2029"), max_size=60
)


def test_known_widths_are_those_of_arimo():
    assert width("Kegiatan", 10) == 10 * (0.667 + 0.557 * 2 + 0.223 + 0.557 + 0.278 + 0.557 * 2)
    assert width("Kegiatan", 10, bold=True) > width("Kegiatan", 10)
    assert width("", 10) == 0


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 50, 8) == ("",)


def test_breaks_at_spaces_and_keeps_line_breaks():
    assert wrap("Menyusun konsep surat\nkeluar", 60, 9) == ("Menyusun", "konsep surat", "keluar")


def test_a_word_wider_than_the_line_is_broken_after_its_marks_first():
    assert wrap("Perlengkapan/Persyaratan", 70, 9) == ("Perlengkapan/", "Persyaratan")


def test_a_word_of_400_letters_is_broken_and_complete():
    lines = wrap("x" * 400, 50, 9)
    assert "".join(lines) == "x" * 400
    assert all(width(line, 9) <= 50.001 for line in lines)


def test_a_mark_stays_on_its_letter():
    lines = wrap("e\u0301" * 40, 20, 9)
    assert not any(line.startswith("\u0301") for line in lines)


def test_one_character_wider_than_the_line_stands_alone():
    assert wrap("WW", 1, 9) == ("W", "W")


@given(TEXTS, st.floats(5, 200), st.sampled_from((7.0, 8.5, 12.0)), st.booleans())
def test_nothing_is_lost_but_white_space(text, room, size, bold):
    lines = wrap(text, room, size, bold=bold)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for line in lines:
        assert width(line, size, bold=bold) <= room + 0.01 or len(line.strip()) <= 4


@given(TEXTS)
def test_a_wider_line_never_needs_more_lines(text):
    assert len(wrap(text, 200, 8)) <= len(wrap(text, 40, 8))


def test_lines_stand_further_apart_than_their_type_is_high():
    assert line_height(9) > 9 * (0.905 + 0.212)
