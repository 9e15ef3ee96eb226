import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.search.marking import excerpt, marked
from okesop.search.query import understand
from okesop.search.words import composed


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Peminjaman Kendaraan", "kendar", "Peminjaman <mark>Kendar</mark>aan"),
        ("Peminjaman Kendaraan", "meminjam ", "<mark>Peminjaman</mark> Kendaraan"),
        (
            "Surat masuk, surat keluar",
            "surat ",
            "<mark>Surat</mark> masuk, <mark>surat</mark> keluar",
        ),
        ("surat dan surat masuk", '"surat masuk" ', "surat dan <mark>surat masuk</mark>"),
        ("No. 000.8.3/112", "000.8.3/11", "No. <mark>000.8.3/11</mark>2"),
        (
            "Barang kiriman diterima",
            "kirim terima ",
            "Barang <mark>kiriman</mark> <mark>diterima</mark>",
        ),
        (
            '<b>surat</b> & "x"',
            "surat ",
            "&lt;b&gt;<mark>surat</mark>&lt;/b&gt; &amp; &quot;x&quot;",
        ),
        ("Café", "caf", "<mark>Caf</mark>é"),
        ("Rapat", "surat ", "Rapat"),
        ("", "surat ", ""),
    ],
)
def test_hits_are_marked(text, asked, expected):
    assert marked(text, understand(asked)) == expected


def test_the_line_that_answers_to_most_is_told():
    lines = ["Surat dibuka", "Mencatat surat masuk", "Surat masuk disimpan"]

    assert excerpt(lines, understand("surat masuk ")) == (
        1,
        "Mencatat <mark>surat</mark> <mark>masuk</mark>",
    )
    assert excerpt(lines, understand("arsip ")) is None


def test_a_long_line_is_told_around_its_hit():
    line = " ".join(["kata"] * 100 + ["arsip"] + ["lagi"] * 100)

    place, text = excerpt([line], understand("arsip "))

    assert place == 0
    assert text.startswith("… kata ")
    assert text.endswith(" lagi …")
    assert "<mark>arsip</mark>" in text
    assert len(text) < 250


@given(st.text(max_size=60), st.text(max_size=20))
def test_marks_change_no_text(text, asked):
    from html import unescape

    text = composed(text)
    html = marked(text, understand(asked))

    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == unescape(
        text.replace("&", "&amp;")
    )
