import json
from datetime import date

from hypothesis import given
from tests.core.rows import sop
from tests.core.strategies import documents

from okesop.core.canonical import as_data, canonical, sha256
from okesop.core.parsing import parse


@given(documents())
def test_what_is_written_is_read_again(document):
    reading = parse(canonical(document))
    assert reading.problems == ()
    assert reading.document == document
    assert parse(as_data(document)).document == document


def test_the_form_is_compact_ordered_and_says_nothing_twice():
    document = sop("(A)", "[A..B]=[C]", number=None, created=date(2026, 1, 5))
    data = json.loads(canonical(document))
    assert list(data)[:3] == ["format", "identity", "legal_basis"]
    assert data["identity"]["number"] is None
    assert data["identity"]["created"] == "2026-01-05"
    assert "next_review" not in data["identity"]
    assert data["nodes"][1] == {
        "id": "n2A",
        "step": "s2",
        "performer": "pA",
        "kind": "process",
        "label": None,
        "span": ["pA", "pB"],
    }
    assert {"from": "n2A", "to": "n2C", "label": None, "joint": True} in data["edges"]
    assert b": " not in canonical(sop("(A)"))[:100]


def test_the_hash_is_of_what_was_typed():
    composed, apart = sop("(A)", title="\u00e9"), sop("(A)", title="e\u0301")
    assert sha256(composed) == sha256(sop("(A)", title="\u00e9"))
    assert sha256(composed) != sha256(apart)
