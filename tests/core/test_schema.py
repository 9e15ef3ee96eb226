import json
from pathlib import Path

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from tests.core.rows import sop
from tests.core.strategies import documents

from okesop.core.canonical import as_data
from okesop.core.parsing import parse

FILE = Path(__file__).parents[2] / "docs" / "formats" / "sop-document.schema.json"
SCHEMA = jsonschema.Draft202012Validator(json.loads(FILE.read_text(encoding="utf-8")))
WORDS = (
    "tidak dikenal dan diabaikan",
    "tidak ada",
    "lebih dari satu kali",
    "dua kali",
    "pada satu langkah",
    "dari kiri ke kanan",
)
junk = st.sampled_from([None, True, 3, 1.5, "", "teks", "s1", [], ["a"], {}, {"id": "s1"}, [[]]])


def paths(value, path=()):
    yield path
    if isinstance(value, dict | list):
        children = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in children:
            yield from paths(child, (*path, key))


def replaced(data, path, value):
    if not path:
        return value
    copy = json.loads(json.dumps(data))
    target = copy
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return copy


BASE = as_data(sop("(A)", "[A..B]=[C]", "<B> Ya:4 Tidak:1", "(A)", acting_as="Plt."))
PATHS = [path for path in paths(BASE) if path]


def shape_problems(reading):
    return [p for p in reading.problems if not any(word in p.message.id for word in WORDS)]


@given(documents())
def test_every_document_fits_the_schema(document):
    assert list(SCHEMA.iter_errors(as_data(document))) == []


@given(st.sampled_from(PATHS), junk)
def test_schema_and_parser_object_to_the_same(path, value):
    data = replaced(BASE, path, value)
    reading = parse(data)
    if list(SCHEMA.iter_errors(data)):
        assert [p for p in reading.problems if WORDS[0] not in p.message.id], (path, value)
    else:
        assert shape_problems(reading) == [], (path, value)


def test_the_schema_has_the_parsers_bounds():
    text = FILE.read_text(encoding="utf-8")
    for bound in ("40", "500", "2000", "4000", "100000"):
        assert f": {bound}" in text


def test_real_documents_fit_the_schema(shared):
    for file in (shared / "data" / "real-sops" / "truth").glob("*.json"):
        assert list(SCHEMA.iter_errors(json.loads(file.read_bytes()))) == [], file.name
