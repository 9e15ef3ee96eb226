import json

import pytest
from tests.core.rows import sop

from okesop.core import bounds
from okesop.core.canonical import as_data, canonical
from okesop.core.document import NodeKind, Side
from okesop.core.parsing import parse
from okesop.core.problems import Gravity


@pytest.fixture
def data():
    return as_data(sop("(A)", "<B> Ya:3 Tidak:1", "(A)"))


def told(reading):
    return [(problem.place, problem.gravity.value, problem.step) for problem in reading.problems]


def test_a_sound_document_has_no_problems(data):
    assert parse(data).problems == ()
    assert parse(json.dumps(data)).document == parse(data).document


def test_an_empty_document_needs_only_its_format():
    reading = parse('{"format": "sop-document/1"}')
    assert reading.problems == ()
    assert reading.document.steps == ()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe\xfa",
        b"\x00\x01\x02\x89PNG",
        "bukan json",
        '{"format": "sop-document/1", ',
        "[1, 2]",
        '"teks"',
        "null",
        "NaN",
        "[" * 100_000,
        '{"a":' * 5_000,
        " " * (bounds.FILE_BYTES + 1),
    ],
    ids=range(12),
)
def test_what_is_no_json_object_is_refused_in_words(text):
    reading = parse(text)
    assert reading.document is None
    assert [problem.fatal for problem in reading.problems] == [True]
    assert reading.problems[0].message.id.endswith((".", ")"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_unicode_encodings_are_recognised(data, encoding):
    text = json.dumps(data, ensure_ascii=False)
    assert parse(text.encode(encoding)).document == parse(data).document


@pytest.mark.parametrize(
    ("name", "words"), [(None, "bukan dokumen SOP"), ("sop-document/2", "sop-document/2")]
)
def test_another_format_is_refused(data, name, words):
    data["format"] = name
    reading = parse(data)
    assert reading.document is None
    assert words in reading.problems[0].message.id


def test_unknown_keys_are_named_once_with_their_number(data):
    data["source"] = "pdf/011.pdf"
    for node in data["nodes"]:
        node["bbox"] = [1, 2]
    reading = parse(data)
    assert told(reading) == [("source", "note", None), ("nodes/n1A/bbox", "note", None)]
    assert reading.problems[1].message.id == "Kunci “bbox” tidak dikenal dan diabaikan (3 kali)."
    assert reading.document is not None


def test_repeated_keys_are_named_and_the_last_counts():
    reading = parse('{"format": "sop-document/1", "identity": {"title": "A", "title": "B"}}')
    assert told(reading) == [("identity/title", "loss", None)]
    assert reading.document.identity.title == "B"


def test_wrong_types_are_left_out_and_all_named(data):
    data["identity"]["title"] = 7
    data["steps"][1]["time"] = ["2 menit"]
    data["steps"].append("langkah")
    data["equipment"] = {"a": 1}
    data["warnings"] = "Hati-hati"
    data["records"] = ["Buku", None, 5]
    reading = parse(data)
    assert told(reading) == [
        ("identity/title", "loss", None),
        ("equipment", "loss", None),
        ("warnings", "note", None),
        ("records[1]", "loss", None),
        ("records[2]", "loss", None),
        ("steps/s2/time", "loss", 2),
        ("steps[3]", "loss", None),
    ]
    assert reading.document.warnings == ("Hati-hati",)
    assert reading.document.records == ("Buku",)
    assert reading.document.steps[1].time == ""


@pytest.mark.parametrize("key", [None, 5, "", "a/b", "dua kata", "x" * 65, "n\n"])
@pytest.mark.parametrize("section", ["performers", "steps", "nodes"])
def test_ids_must_be_sound(data, section, key):
    data[section][1]["id"] = key
    reading = parse(data)
    assert reading.document is None
    assert (f"{section}[1].id", "fatal", None) in told(reading)


@pytest.mark.parametrize("section", ["performers", "steps", "nodes"])
def test_ids_must_be_unique(data, section):
    data[section][1]["id"] = data[section][0]["id"]
    reading = parse(data)
    assert reading.document is None
    assert (f"{section}[1].id", "fatal", None) in told(reading)


def test_symbols_and_arrows_to_nowhere_are_left_out(data):
    data["nodes"][1]["step"] = "s9"
    data["nodes"][2]["performer"] = "p9"
    reading = parse(data)
    assert [node.id for node in reading.document.nodes] == ["n1A"]
    assert reading.document.edges == ()
    assert told(reading)[:2] == [
        ("nodes/n2B/step", "loss", None),
        ("nodes/n3A/performer", "loss", 3),
    ]


def test_odd_symbols_are_read_as_other(data):
    data["nodes"][0]["kind"] = "subprocess"
    del data["nodes"][1]["kind"]
    reading = parse(data)
    kinds = [node.kind for node in reading.document.nodes]
    assert kinds == [NodeKind.OTHER, NodeKind.OTHER, NodeKind.TERMINATOR]
    assert told(reading) == [("nodes/n1A/kind", "loss", None), ("nodes/n2B/kind", "loss", 2)]


@pytest.mark.parametrize(
    "span",
    [["pB", "pA"], ["pB", "pB"], ["pA"], "pA", ["pA", "p9"], [1, 2], {}, ["pA", "pB", "pA"]],
)
def test_spans_run_from_left_to_right(data, span):
    data["nodes"][0]["span"] = span
    reading = parse(data)
    assert reading.document is None or reading.document.nodes[0].span is None
    assert reading.problems


def test_joint_lines_stay_in_their_row_and_arrows_are_told_once(data):
    data["edges"] += [
        {"from": "n1A", "to": "n2B", "joint": True},
        {"from": "n1A", "to": "n1A", "joint": True},
        {"from": "n1A", "to": "n2B"},
        {"from": "n1A", "to": "n2B", "label": "Ya"},
        {"from": "n1A", "to": "n1A"},
        {"from": "n1A", "to": "n9"},
        {"from": {}, "to": None},
    ]
    reading = parse(data)
    assert len(reading.document.edges) == 5
    assert [place for place, _, _ in told(reading)] == [
        "edges/n1A/n2B",
        "edges/n1A/n1A",
        "edges/n1A/n2B",
        "edges[8].to",
        "edges[9].from",
        "edges[9].to",
    ]


def test_pins_are_read(data):
    data["edges"][0] |= {"leave": "left", "side": "up", "joint": "ya"}
    reading = parse(data)
    assert reading.document.edges[0].leave is Side.LEFT
    assert [place for place, _, _ in told(reading)] == [
        "edges/n1A/n2B/joint",
        "edges/n1A/n2B/side",
    ]


@pytest.mark.parametrize("code", [0, 0xD800, 0xDFFF])
def test_what_no_file_can_hold_is_replaced(data, code):
    data["steps"][0]["note"] = f"a{chr(code)}b"
    reading = parse(data)
    assert reading.document.steps[0].note == "a�b"
    assert told(reading) == [("steps/s1/note", "loss", 1)]


def test_text_stays_as_typed(data):
    typed = "e\u0301 \u00e9 \r\n\t\x0b😀 \u200f\u05d0"
    data["steps"][0]["note"] = typed
    assert parse(canonical(parse(data).document)).document.steps[0].note == typed


def oversized():
    row = {"activity": "x" * 90_000}
    return {
        "a text": {"identity": {"title": "x" * (bounds.TEXT_CHARACTERS + 1)}},
        "steps": {"steps": [{"id": f"s{n}"} for n in range(bounds.STEPS + 1)]},
        "performers": {"performers": [{"id": f"p{n}"} for n in range(bounds.PERFORMERS + 1)]},
        "nodes": {"nodes": [{}] * (bounds.NODES + 1)},
        "edges": {"edges": [{}] * (bounds.EDGES + 1)},
        "list": {"warnings": [""] * (bounds.LIST_ITEMS + 1)},
        "institution": {"identity": {"institution": [""] * 21}},
        "all": {"steps": [{"id": f"s{n}", **row} for n in range(60)]},
    }


@pytest.mark.parametrize("which", oversized())
def test_beyond_the_bounds_is_refused(which):
    reading = parse({"format": "sop-document/1"} | oversized()[which])
    assert reading.document is None
    assert [problem.gravity for problem in reading.problems] == [Gravity.FATAL]


def test_the_bounds_themselves_are_read():
    steps = [{"id": f"s{n}"} for n in range(bounds.STEPS)]
    title = "x" * bounds.TEXT_CHARACTERS
    reading = parse({"format": "sop-document/1", "identity": {"title": title}, "steps": steps})
    assert reading.problems == ()


def test_endless_numbers_and_thousands_of_faults_cost_no_time():
    number = "9" * 100_000
    text = f'{{"format": "sop-document/1", "steps": [{number}, NaN, -Infinity, 1e999999]}}'
    assert [problem.place for problem in parse(text).problems] == [f"steps[{n}]" for n in range(4)]
    many = parse({"format": "sop-document/1", "edges": [{}] * 4_000})
    assert len(many.problems) == bounds.PROBLEMS + 1
    assert many.problems[-1].message.id == "Masih ada 7500 masalah lain."


def test_faults_are_named_without_repeating_the_input():
    data = {"format": "sop-document/1", "steps": [{"id": 10**9_000}, {"id": ["x"] * 10_000}]}
    assert [len(problem.message.id) < 200 for problem in parse(data).problems] == [True, True]


def test_a_thousand_unknown_keys_are_not_all_told():
    data = {"format": "sop-document/1"} | {f"k{n}": 1 for n in range(2_000)}
    assert len(parse(data).problems) == bounds.PROBLEMS + 1


def test_real_documents_are_read_whole(shared):
    files = sorted((shared / "data").glob("*/**/*.json"))
    documents = [f for f in files if f.parent.name in {"truth", "flowcharts"}]
    for file in documents:
        reading = parse(file.read_bytes())
        assert {problem.gravity for problem in reading.problems} <= {Gravity.NOTE}, file.name
        assert parse(canonical(reading.document)).document == reading.document, file.name
