"""The flowchart beside its peers, over all charts of the collection: what each draws, and how long it takes.

Run: ``.venv/bin/python bench/flowchart.py``

Ours in both modes; graphviz (``neato -n2``, ortho, symbols pinned where ours stand) and elkjs (layered,
fixed ports, rows and columns kept; bench/elk.mjs says how) where they are installed, labels not asked of
them. Milliseconds are processor time; graphviz's hold the start of its process, elkjs's do not. Then the
cost of our layout against the number of rows at equal density. The collection and the judge lie beside the
project (``OKESOP_SHARED`` or ``../shared``).
"""

import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import tracemalloc
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src")]

from okesop.core.document import (  # noqa: E402
    Edge,
    Node,
    NodeKind,
    Performer,
    SopDocument,
    Step,
)
from okesop.core.flowchart.judged import as_data  # noqa: E402
from okesop.core.flowchart.layout import layout, plain_grid  # noqa: E402

SHARED = Path(os.environ.get("OKESOP_SHARED", ROOT.parent / "shared"))
ELK = ROOT / "bench" / "elk.mjs"
NODE = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
GROUPS = {
    "truth, real": ("truth", "real"),
    "easy": ("easy",),
    "medium": ("medium",),
    "hard": ("hard",),
    "100 rows": ("stress-100",),
    "400 rows": ("stress-400",),
}
GEOMETRY = ("crossings", "jogs", "detours", "near_parallel", "tight", "off_vertex")
HEAD = "group        charts  hard  cross  bends/e  jogs  detours  near  tight  offv   len  ms median  worst"
CURVE = (25, 50, 100, 200, 400)


def judge_beside():
    path = SHARED / "tools" / "judge_flowchart.py"
    if not path.exists():
        sys.exit(f"bench/flowchart.py: there is no judge at {path}; set OKESOP_SHARED.")
    spec = importlib.util.spec_from_file_location("judge", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path):
    data = json.loads(path.read_text())
    return data, SopDocument(
        performers=tuple(Performer(one["id"], one["title"]) for one in data["performers"]),
        steps=tuple(Step(one["id"]) for one in data["steps"]),
        nodes=tuple(
            Node(
                one["id"],
                one["step"],
                one["performer"],
                NodeKind(one["kind"]),
                span=tuple(one["span"]) if one.get("span") else None,
            )
            for one in data["nodes"]
        ),
        edges=tuple(
            Edge(one["from"], one["to"], one.get("label"), bool(one.get("joint")))
            for one in data["edges"]
        ),
    )


def ours(document, *, single):
    return as_data(layout(document, plain_grid(document, single=single)))


def our_page(document):
    (page,) = ours(document, single=True)["pages"]
    return page


def graphviz(page):
    """Route with graphviz between the symbols of our page; return what the judge reads, without labels."""
    height = page["page"][1]
    dot = ['digraph g { splines=ortho; node [fixedsize=true label=""];']
    shapes = {"decision": "diamond", "connector": "box", "terminator": "box"}
    for node in page["nodes"]:
        x, y = node["x"] + node["w"] / 2, height - node["y"] - node["h"] / 2
        shape = shapes.get(node["kind"], "box")
        size = f"width={node['w'] / 72} height={node['h'] / 72}"
        dot.append(f'"{node["id"]}" [shape={shape} pos="{x},{y}!" {size}];')
    dot.extend(f'"{edge["from"]}" -> "{edge["to"]}";' for edge in page["edges"])
    command = ["neato", "-n2", "-Tjson"]
    result = subprocess.run(
        command, input="\n".join([*dot, "}"]), capture_output=True, text=True, check=True
    )
    data = json.loads(result.stdout)
    names = {one["_gvid"]: one["name"] for one in data["objects"]}
    first, node = (
        data["objects"][0],
        next(one for one in page["nodes"] if one["id"] == data["objects"][0]["name"]),
    )
    x, y = (float(number) for number in first["pos"].split(","))
    moved = x - node["x"] - node["w"] / 2, y - height + node["y"] + node["h"] / 2
    edges = [
        {
            "from": names[one["tail"]],
            "to": names[one["head"]],
            "points": spline(one.get("pos", ""), height, moved),
            "label": None,
            "label_box": None,
        }
        for one in data.get("edges", [])
    ]
    return {"pages": [dict(page, edges=edges)]}


def spline(text, height, moved):
    ends, points = {}, []
    for part in text.split():
        name, _, rest = part.partition(",")
        if name in {"e", "s"}:
            ends[name] = rest
        else:
            points.append(part)
    points = [*points[::3], ends["e"]] if "e" in ends else points[::3]
    pairs = [tuple(float(number) for number in point.split(",")) for point in points]
    return [[x - moved[0], height - y + moved[1]] for x, y in pairs]


def spent():
    """Seconds of processor time of this process and those it started: a busy machine does not count."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def elkjs(paths):
    """Lay all charts out with elkjs in one process; return page and milliseconds by path."""
    pages = [our_page(read(path)[1]) for path in paths]
    result = subprocess.run(
        [NODE, ELK], input=json.dumps(pages), capture_output=True, text=True, check=True
    )
    drawn = zip(paths, json.loads(result.stdout), strict=True)
    return {path: ({"pages": [one["page"]]}, one["ms"]) for path, one in drawn}


def timed(draw, given=lambda document: document):
    """Return what reads a chart, draws it and says how long the drawing took; ``given`` is not counted."""

    def run(path):
        start = given(read(path)[1])
        started = spent()
        return draw(start), (spent() - started) * 1000

    return run


def table(name, drawn, judge, groups, *, labels=True):
    """Print a table: ``drawn`` gives drawing and milliseconds for the path of a chart."""
    print(f"\n{name}\n{HEAD}")
    for group, paths in groups.items():
        results, times = [], []
        for path in paths:
            drawing, took = drawn(path)
            times.append(took)
            logic = judge.as_logic(json.loads(path.read_text()))
            if not labels:
                logic["edges"] = [dict(edge, label=None) for edge in logic["edges"]]
            results.append(judge.judge(json.loads(json.dumps(drawing)), logic))
        if results:
            line(group, results, times)


def line(group, results, times):
    total = {kind: sum(one[kind] for one in results) for kind in GEOMETRY}
    hard = sum(one["hard_total"] for one in results)
    bends = sum(one["bends"] for one in results) / max(sum(one["edges"] for one in results), 1)
    length = statistics.median(one["length_ratio"] for one in results)
    print(
        f"{group:<12} {len(results):>6} {hard:>5} {total['crossings']:>6} {bends:>8.2f} {total['jogs']:>5}"
        f" {total['detours']:>8} {total['near_parallel']:>5} {total['tight']:>6} {total['off_vertex']:>5}"
        f" {length:>5.2f} {statistics.median(times):>10.1f} {max(times):>6.1f}"
    )


def first_rows(document, rows):
    steps = document.steps[:rows]
    names = {step.id for step in steps}
    nodes = tuple(node for node in document.nodes if node.step in names)
    kept = {node.id for node in nodes}
    edges = tuple(edge for edge in document.edges if edge.source in kept and edge.target in kept)
    return replace(document, steps=steps, nodes=nodes, edges=edges)


def curve(path):
    print(
        "\ncost against rows (the first rows of one chart, single page)\nrows  lines     ms  ms/row"
    )
    _, document = read(path)
    points = []
    for rows in CURVE:
        part = first_rows(document, rows)
        started = spent()
        ours(part, single=True)
        took = (spent() - started) * 1000
        points.append(took / rows)
        print(f"{rows:>4} {len(part.edges):>6} {took:>6.0f} {took / rows:>7.2f}")
    growth = max(two / one for one, two in pairwise(points))
    tracemalloc.start()
    ours(document, single=True)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    print(
        f"greatest growth of ms/row when rows double: {growth:.2f}; peak memory at the end: {peak:.0f} MB"
    )


def main():
    judge = judge_beside()
    folder = SHARED / "data" / "flowcharts"
    groups = {
        name: [path for start in starts for path in sorted(folder.glob(f"{start}*.json"))]
        for name, starts in GROUPS.items()
    }
    _, warm = read(groups["easy"][0])
    ours(warm, single=True)
    table("ours, single page", timed(lambda one: ours(one, single=True)), judge, groups)
    table("ours, pages", timed(lambda one: ours(one, single=False)), judge, groups)
    if shutil.which("neato"):
        name = "graphviz (pinned, ortho, no labels)"
        table(name, timed(graphviz, our_page), judge, groups, labels=False)
    else:
        print("\ngraphviz is left out: there is no neato on this machine.")
    if NODE and (ROOT / "node_modules" / "elkjs").exists():
        drawn = elkjs([path for paths in groups.values() for path in paths])
        name = "elkjs (layered, fixed ports, no labels)"
        table(name, drawn.get, judge, groups, labels=False)
    else:
        print("\nelkjs is left out: `make bench` brings it (node from the environment, npm ci).")
    curve(groups["400 rows"][0])


if __name__ == "__main__":
    main()
