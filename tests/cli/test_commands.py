import importlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.rows import sop

from okesop.cli import COMMANDS, main
from okesop.core.canonical import canonical
from okesop.core.document import Performer

GOOD = sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")
WITHOUT_NUMBER = sop("(A)", "[B]", "(A)", number=None)


@pytest.fixture
def okesop(capsys, monkeypatch):
    """Run the command in this process: an exception would be the traceback that must never be."""

    def run(*words, **environment):
        for key, value in environment.items():
            monkeypatch.setenv(key, value)
        monkeypatch.setenv("OKESOP_TRACEBACK", "1")
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, said.out, said.err)

    return run


def in_a_process(code, *words):
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )


MAIN = "import sys; from okesop.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "baik.json"
    path.write_bytes(canonical(GOOD))
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "kurang.json"
    path.write_bytes(canonical(WITHOUT_NUMBER))
    return path


def assert_refused(done):
    assert done.returncode == 2
    assert done.stderr.startswith("okesop: ")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["sop", "--help"],
        ["sop", "check", "--help"],
        ["sop", "layout", "-h"],
        ["sop", "render", "--help"],
    ],
)
def test_help_is_indonesian(okesop, words):
    done = okesop(*words)
    assert done.returncode == 0
    assert "okesop sop" in done.stdout
    assert "usage" not in done.stdout


def test_speaks_utf_8_whatever_the_terminal(bad):
    done = in_a_process(MAIN, "sop", "check", bad, "tidak-ada.json", "漢.json")
    assert done.returncode == 2
    assert "berkas 漢.json tidak ada" in done.stderr
    assert "kesalahan" in done.stdout


def test_a_command_alone_shows_the_help_and_fails(okesop):
    assert okesop().returncode == 2


def test_every_command_leads_somewhere():
    for path in COMMANDS.values():
        module, _, function = path.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_a_fault_of_ours_is_a_sentence_too(good):
    code = (
        "import sys; from okesop.cli import main, layout\n"
        "def fail(name): raise KeyError(name)\n"
        "layout.document_of = fail\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = in_a_process(code, "sop", "layout", good)
    assert_refused(done)
    assert "KeyError" in done.stderr


def test_check_of_a_good_document(okesop, good):
    done = okesop("sop", "check", good, "--json")
    assert done.returncode == 0, done.stdout
    (report,) = json.loads(done.stdout)
    assert report["file"] == str(good)
    assert report["problems"] == []
    assert all(finding["severity"] != "E" for finding in report["findings"])


def test_check_names_rule_severity_place_and_message(okesop, bad):
    done = okesop("sop", "check", bad, "--json")
    assert done.returncode == 1
    (report,) = json.loads(done.stdout)
    errors = [finding for finding in report["findings"] if finding["severity"] == "E"]
    assert [finding["place"] for finding in errors] == ["identity/number"]
    assert set(errors[0]) == {"rule", "severity", "place", "message"}


def test_the_number_is_not_yet_due_when_a_draft_is_submitted(okesop, bad):
    assert okesop("sop", "check", bad, "--stage", "submit").returncode == 0
    assert okesop("sop", "check", "--stage=draft", bad).returncode == 0


def test_check_for_people(okesop, bad):
    done = okesop("sop", "check", bad)
    assert done.returncode == 1
    assert str(bad) in done.stdout
    assert "1 kesalahan" in done.stdout


def test_check_of_many_files_tells_each_and_the_worst(okesop, good, bad, tmp_path):
    broken = tmp_path / "rusak.json"
    broken.write_text("{")
    done = okesop("sop", "check", "--json", good, broken, bad, tmp_path / "tidak-ada.json")
    assert done.returncode == 2
    reports = json.loads(done.stdout)
    assert [Path(report["file"]).name for report in reports] == [
        "baik.json",
        "rusak.json",
        "kurang.json",
        "tidak-ada.json",
    ]
    assert reports[1]["problems"]
    assert reports[3]["problems"]
    assert done.stderr.count("okesop: ") == 2


def test_layout_is_what_a_judge_reads(okesop, good):
    pages = json.loads(okesop("sop", "layout", good).stdout)["pages"]
    assert pages[0]["page"] == [841.89, 595.28]
    assert [node["id"] for node in pages[0]["nodes"]] == ["n1A", "n2B", "n3C", "n4A"]
    single = json.loads(okesop("sop", "layout", "--single", good).stdout)["pages"]
    assert len(single) == 1


def test_render_pdf_on_the_paper_asked_for(okesop, good, tmp_path):
    out = tmp_path / "hasil.pdf"
    done = okesop("sop", "render", good, "-o", out, "--paper", "F4", "--part", "table", "--final")
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_render_says_that_a_larger_paper_was_taken(okesop, tmp_path):
    performers = tuple(Performer(f"p{number}", "Kepala Bagian Umum") for number in range(24))
    path, out = tmp_path / "lebar.json", tmp_path / "lebar.pdf"
    path.write_bytes(canonical(replace(GOOD, performers=performers, nodes=(), edges=())))
    done = okesop("sop", "render", path, "-o", out)
    assert done.returncode == 0
    assert "24 pelaksana tidak muat pada kertas A4" in done.stderr


def test_render_gives_the_same_bytes_for_the_same_time(okesop, good, tmp_path):
    outs = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for out in outs:
        okesop("sop", "render", good, "-o", out, SOURCE_DATE_EPOCH="1764000000")
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_render_svg(okesop, good, tmp_path):
    out = tmp_path / "hasil.SVG"
    assert okesop("sop", "render", good, "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "words",
    [
        ["sop", "frob"],
        ["frob"],
        ["sop", "check"],
        ["sop", "check", "--frob", "x"],
        ["sop", "check", "x", "--stage"],
        ["sop", "check", "x", "--stage", "besok"],
        ["sop", "layout", "a", "b"],
        ["sop", "layout", "tidak-ada.json"],
        ["sop", "layout", "/"],
        ["sop", "layout", sys.executable],
        ["sop", "render", "x"],
        ["sop", "render", "x", "-o", "y.pdf", "--paper", "B5"],
    ],
)
def test_refuses_in_one_sentence(okesop, words):
    assert_refused(okesop(*words))


def test_refuses_what_it_cannot_write(okesop, good, tmp_path):
    assert_refused(okesop("sop", "render", good, "-o", tmp_path / "tidak" / "ada.pdf"))
    assert_refused(okesop("sop", "render", good, "-o", tmp_path / "a.docx"))
    assert_refused(okesop("sop", "render", good, "-o", tmp_path))
    assert_refused(okesop("sop", "render", good, "-o", tmp_path / "a.svg", "--part", "identity"))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[]", b"null", b"[" * 100_000, b'{"a":' * 5000]
)
def test_refuses_what_is_no_document(okesop, content, tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    for command in (["check"], ["layout"], ["render", "-o", str(tmp_path / "x.pdf")]):
        assert_refused(okesop("sop", *command, path))


def test_refuses_an_emblem_that_is_no_picture(okesop, good, tmp_path):
    for name, content in (
        ("a.png", b"MZ"),
        ("b.png", b"\x89PNG\r\n\x1a\nrusak"),
        ("c.svg", b"<svg"),
    ):
        (tmp_path / name).write_bytes(content)
        done = okesop("sop", "render", good, "-o", tmp_path / "x.pdf", "--emblem", tmp_path / name)
        assert_refused(done)


def test_document_commands_know_no_django_and_load_typst_only_for_pdf(good, tmp_path):
    code = (
        "import sys; from okesop.cli import main; code = main(sys.argv[1:]);"
        "print(sorted({'django', 'typst'} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    loaded = {}
    for command in (
        ["check"],
        ["layout"],
        ["render", "-o", tmp_path / "x.svg"],
        ["render", "-o", tmp_path / "x.pdf"],
    ):
        done = in_a_process(code, "sop", *command, good)
        loaded[str(command[-1])[-5:]] = done.stderr.strip()
    assert loaded == {"check": "[]", "ayout": "[]", "x.svg": "[]", "x.pdf": "['typst']"}


def test_a_closed_pipe_is_no_traceback(good):
    code = f"{sys.executable} -c 'import sys; from okesop.cli import main; sys.exit(main())' sop layout {good} | true"
    done = subprocess.run(code, shell=True, capture_output=True, text=True, check=False)  # noqa: S602 -- a pipe
    assert "Traceback" not in done.stderr
