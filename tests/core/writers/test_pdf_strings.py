from okesop.core.writers.pdf.strings import pdf_string


def test_a_text_of_ordinary_length_stays():
    assert pdf_string("Pengelolaan Surat\nMasuk \uf0b7") == "Pengelolaan Surat\nMasuk •"


def test_a_longer_one_ends_with_an_ellipsis_within_what_pdf_a_allows():
    shown = pdf_string("😀" * 100_000)
    assert shown.endswith("…")
    assert len(shown.encode("utf-16-be")) < 32_767
