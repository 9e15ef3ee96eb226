import pytest
from hypothesis import given
from hypothesis import strategies as st

from okesop.search.query import MOST_WORDS, Term, understand


def terms(text):
    return understand(text).terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("surat masuk ", [Term(("surat",)), Term(("masuk",))]),
        ("surat mas", [Term(("surat",)), Term(("mas",), open=True)]),
        ("surat ma", [Term(("surat",)), Term(("ma",))]),
        ('"surat masuk" ', [Term(("surat", "masuk"), quoted=True)]),
        ("“surat masuk” arsip ", [Term(("surat", "masuk"), quoted=True), Term(("arsip",))]),
        ('"surat mas', [Term(("surat", "mas"), open=True, quoted=True)]),
        ("000.8.3/112 ", [Term(("000", "8", "3", "112"))]),
        ("nomor 12 tahun 2011 ", [Term(("nomor", "12", "tahun", "2011"))]),
        ("No. 12 Th. 2011 arsip ", [Term(("nomor", "12", "tahun", "2011")), Term(("arsip",))]),
        ("permen 12 tahun 2011 ", [Term(("permen",)), Term(("12", "tahun", "2011"))]),
        ("tahun anggaran ", [Term(("tahun",)), Term(("anggaran",))]),
        ("SOP surat dan arsip ", [Term(("surat",)), Term(("arsip",))]),
        ("dan ", [Term(("dan",))]),
        ('"dan" surat ', [Term(("dan",), quoted=True), Term(("surat",))]),
        ("surat surat ", [Term(("surat",))]),
    ],
)
def test_what_a_text_asks_for(text, expected):
    assert list(terms(text)) == expected


@pytest.mark.parametrize("text", ["", "  ", "\t\n"])
def test_nothing_asks_for_nothing(text):
    query = understand(text)

    assert (query.terms, query.is_empty, query.is_lost) == ((), True, False)


MANY = " ".join(f"kata{number}" for number in range(MOST_WORDS + 1))


@pytest.mark.parametrize("text", ["😀", "***", '"', "\0", MANY, "y" * 10_000, "kata " * 500])
def test_what_no_sop_can_hold_is_told_apart_from_nothing(text):
    query = understand(text)

    assert (query.terms, query.is_empty, query.is_lost) == ((), False, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("surat AND masuk ", ["surat", "and", "masuk"]),
        ("surat OR masuk ", ["surat", "or", "masuk"]),
        ("NEAR(surat masuk, 5) ", ["near", "surat", "masuk", "5"]),
        ("title : surat ", ["title", "surat"]),
        ("surat* -masuk ^arsip ", ["surat", "masuk", "arsip"]),
        ("'; DROP TABLE search_sopentry; -- ", ["drop", "table", "search", "sopentry"]),
        ("surat & !masuk | (arsip:*) ", ["surat", "masuk", "arsip"]),
        ("a\\b <-> c%s ", ["a", "b", "c", "s"]),
    ],
)
def test_operators_are_words_or_nothing(text, words):
    assert [word for term in terms(text) for word in term.words] == words


@given(st.text())
def test_every_text_is_understood(text):
    query = understand(text)

    assert query.is_empty == (not text.strip())
    assert bool(query.terms) == (not query.is_empty and not query.is_lost)
