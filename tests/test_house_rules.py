"""The budgets and absences of ARCHITECTURE.md, checked on every file."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "okesop"
MODULE_LINES, FUNCTION_LINES, VIEW_LINES, TEMPLATE_LINES = 400, 50, 25, 150
DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "handlers",
}
INLINE_REASON = re.compile(
    r"noqa: PLC0415 -- (app ready|slow import|optional dependency|leaf)(\s|$)"
)


def tracked(pattern: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listing.stdout.splitlines() if (ROOT / line).exists()]


MODULES = [path for path in tracked("src/*.py") if "migrations" not in path.parts]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
TEMPLATES = tracked("src/*.html")
SCRIPTS = [path for path in tracked("src/*.js") if "vendor" not in path.parts]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_is_something_to_check():
    assert len(MODULES) > 30


@pytest.mark.parametrize("kind", ["module", "script"])
def test_files_stay_within_the_budget(kind):
    files = MODULES if kind == "module" else SCRIPTS
    assert [name(f) for f in files if len(f.read_text().splitlines()) > MODULE_LINES] == []


def test_functions_stay_within_the_budget():
    long = [
        f"{name(path)}:{node.name} {length(node)}"
        for path in MODULES
        for node in functions(path)
        if length(node) > FUNCTION_LINES
    ]
    assert long == []


def test_views_stay_within_the_budget():
    views = [path for path in MODULES if "views" in path.parts or path.stem == "views"]
    long = [
        f"{name(path)}:{node.name} {length(node)}"
        for path in views
        for node in functions(path)
        if length(node) > VIEW_LINES
    ]
    assert long == []


def test_templates_stay_within_the_budget():
    long = [name(t) for t in TEMPLATES if len(t.read_text().splitlines()) > TEMPLATE_LINES]
    assert long == []


def test_templates_hold_no_inline_script_style_or_handler():
    inline = re.compile(
        r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<script(?![^>]*(\ssrc=|type=\"application/json\"))",
        re.IGNORECASE,
    )
    assert [name(t) for t in TEMPLATES if inline.search(t.read_text())] == []


def test_no_file_is_a_drawer_for_everything():
    assert [name(path) for path in MODULES if path.stem in DRAWERS] == []


def test_nobody_overrides_save_or_listens_to_signals():
    offences = [
        f"{name(path)}:{node.name}"
        for path in MODULES
        for node in functions(path)
        if node.name == "save"
        or any("receiver" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    connects = [name(p) for p in MODULES if re.search(r"(pre|post)_\w+\.connect\(", p.read_text())]
    assert offences + connects == []


def test_core_reads_no_clock_file_network_or_environment():
    forbidden = {
        "os",
        "time",
        "socket",
        "urllib",
        "http",
        "subprocess",
        "random",
        "secrets",
        "uuid",
    }
    clock = re.compile(r"\.(now|today|utcnow)\(|(?<![\w.])open\(")
    offences = []
    for path in MODULES:
        if "core" not in path.relative_to(SOURCE).parts[:1]:
            continue
        for node in ast.walk(TREES[path]):
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            offences += [f"{name(path)}: {m}" for m in modules if m.split(".")[0] in forbidden]
        if clock.search(path.read_text()):
            offences.append(f"{name(path)}: clock or file")
    assert offences == []


def test_core_says_what_every_public_piece_is():
    silent = []
    for path in MODULES:
        if "core" not in path.relative_to(SOURCE).parts[:1]:
            continue
        tree = TREES[path]
        if not ast.get_docstring(tree):
            silent.append(name(path))
        silent += [
            f"{name(path)}:{node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert silent == []


def test_the_clock_is_read_only_at_the_edges():
    edges = {"views", "tasks", "management", "cli", "config", "middleware"}
    clock = re.compile(r"timezone\.(now|localdate|localtime)\(\)|datetime\.now\(|date\.today\(")
    offences = [
        name(path)
        for path in MODULES
        if not edges & {*path.relative_to(SOURCE).parts, path.stem}
        and clock.search(path.read_text())
    ]
    assert offences == []


def test_imports_inside_functions_carry_a_reason():
    offences = []
    for path in MODULES:
        lines = path.read_text().splitlines()
        for function in functions(path):
            offences += [
                f"{name(path)}:{node.lineno}"
                for node in ast.walk(function)
                if isinstance(node, ast.Import | ast.ImportFrom)
                and not INLINE_REASON.search(lines[node.lineno - 1])
            ]
    assert offences == []


def test_nothing_names_a_registry_or_unfinished_work():
    registry = re.compile(
        "|".join(
            ("pypi" + r"\.org", "pythonhosted", "registry" + r"\.npmjs", "npmjs" + r"\.(com|org)")
        )
    )
    unfinished = re.compile(
        r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|(?i:coming soon|segera hadir|lorem ipsum)"
    )
    offences = []
    for path in tracked("*"):
        if (
            path.suffix in {".ttf", ".woff2", ".mo", ".png", ".pdf", ".ico"}
            or path.name == Path(__file__).name
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if registry.search(text):
            offences.append(f"{name(path)}: registry")
        if path.is_relative_to(SOURCE) and "vendor" not in path.parts and unfinished.search(text):
            offences.append(f"{name(path)}: unfinished")
    assert offences == []
