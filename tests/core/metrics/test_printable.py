import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.core.metrics import covers, printed, unprintable_in, width


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Surat masuk", "Surat masuk"),
        ("\uf0b7 Surat", "• Surat"),
        ("\uf0fc Selesai", "✓ Selesai"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("漢字 😀", "□□ 😀"),
        ("\ud800", "□"),
        ("\ue000", "□"),
        ("❤\ufe0f", "❤"),
        ("e\u0301", "e\u0301"),
        ("a\u3000b", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("☐ ☑ ✓ ✗ →", "☐ ☑ ✓ ✗ →"),
    ],
)
def test_what_is_printed(typed, shown):
    assert printed(typed) == shown


def test_names_the_characters_that_no_font_has():
    assert unprintable_in("漢字 dan 漢 \x00 □ \uf0b7") == ("漢", "字")


def test_covers_latin_arabic_and_symbols_but_no_ideographs():
    assert all(covers(char) for char in "aé→✓بא\n ")
    assert not covers("漢")
    assert not covers("\x00")


@given(st.text(st.characters(), max_size=80))
def test_everything_printed_has_a_glyph(text):
    shown = printed(text)
    assert all(covers(char) for char in shown)
    assert printed(shown) == shown
    assert width(shown, 9) >= 0
