"""What a drawing must never show, told from its geometry alone: the same ground as the judge, in small."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise

from okesop.core.document import NodeKind

NEAR = 1.2
SLACK = 0.75


def faults(document, drawing):
    """Return everything that is wrong with a drawing of a document, as sentences."""
    found = [fault for page in drawing.pages for fault in _page(page)]
    return found + _logic(document, drawing)


def _page(page):
    boxes = {box.id: box for box in page.boxes}
    yield from _boxes(page)
    lines = [(arrow, list(pairwise(arrow.points))) for arrow in page.arrows]
    for arrow, pieces in lines:
        yield from _line(page, boxes, arrow, pieces)
    for one, two in combinations(lines, 2):
        yield from _together(one, two)
    labels = [arrow for arrow in page.arrows if arrow.label]
    for one, two in combinations(labels, 2):
        if _meet(_rectangle(one.label), _rectangle(two.label), 0.5):
            yield f"labels of {_name(one)} and {_name(two)} meet"
    for arrow in labels:
        yield from _label(page, lines, arrow)


def _boxes(page):
    for box in page.boxes:
        last = box.span[1] if box.span else box.column
        row, left, right = page.rows[box.row], page.columns[box.column], page.columns[last]
        inside = box.x >= left.start - SLACK and box.x + box.width <= right.end + SLACK
        if not inside or box.y < row.start - SLACK or box.y + box.height > row.end + SLACK:
            yield f"{box.id} leaves its cell"
    for one, two in combinations(page.boxes, 2):
        if _meet(_rectangle(one), _rectangle(two), SLACK):
            yield f"{one.id} and {two.id} overlap"


def _line(page, boxes, arrow, pieces):
    name = _name(arrow)
    if any(min(abs(one[0] - two[0]), abs(one[1] - two[1])) > 0.01 for one, two in pieces):
        yield f"{name} slants"
    for (a, b), (_, c) in pairwise(pieces):
        if (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < -0.01:
            yield f"{name} turns back"
    ends = (arrow.points[0], boxes[arrow.source]), (arrow.points[-1], boxes[arrow.target])
    for point, box in ends:
        if not _on_outline(point, box):
            yield f"{name} does not touch {box.id}"
    for box in page.boxes:
        if any(_meet(_stretch(one, two), _inner(box), 0.0) for one, two in pieces):
            yield f"{name} runs through {box.id}"
    yield from _bounds(page, arrow)


def _bounds(page, arrow):
    xs, ys = zip(*arrow.points, strict=True)
    if min(xs) < page.columns[0].start or max(xs) > page.columns[-1].end:
        yield f"{_name(arrow)} leaves the columns"
    if min(ys) < page.rows[0].start or max(ys) > page.rows[-1].end:
        yield f"{_name(arrow)} leaves the rows"


def _together(one, two):
    (first, pieces), (second, others) = one, two
    if first.source == second.source or first.target == second.target:
        return
    for (a, b), (c, d) in ((p, q) for p in pieces for q in others):
        across, down = _overlap(a, b, c, d, 0), _overlap(a, b, c, d, 1)
        if min(across, down) < -NEAR:
            continue
        level = abs(a[1] - b[1]) < abs(a[0] - b[0])
        if level == (abs(c[1] - d[1]) < abs(c[0] - d[0])):
            yield f"{_name(first)} and {_name(second)} lie on each other"
        elif not (_inside(a, b, c, d) and _inside(c, d, a, b)):
            yield f"{_name(first)} and {_name(second)} meet at a corner"


def _inside(a, b, c, d):
    """Whether the piece c-d is crossed by a-b away from its ends."""
    axis = 0 if abs(c[0] - d[0]) > abs(c[1] - d[1]) else 1
    low, high = sorted((c[axis], d[axis]))
    return low + NEAR < a[axis] < high - NEAR and abs(a[axis] - b[axis]) < 0.01


def _label(page, lines, arrow):
    box = _rectangle(arrow.label)
    if box[0] < page.columns[0].start or box[2] > page.columns[-1].end:
        yield f"the label of {_name(arrow)} leaves the columns"
    for other in page.boxes:
        shape = _inner(other) if other.kind is NodeKind.DECISION else _rectangle(other)
        if other.kind is not NodeKind.DECISION and _meet(box, shape, 0.3):
            yield f"the label of {_name(arrow)} stands on {other.id}"
    for other, pieces in lines:
        if other is not arrow and any(_meet(box, _stretch(a, b), 0.4) for a, b in pieces):
            yield f"{_name(other)} runs through the label of {_name(arrow)}"
    if min(_distance(box, _stretch(a, b)) for a, b in pairwise(arrow.points)) > 12:
        yield f"the label of {_name(arrow)} is far from it"


def _logic(document, drawing):
    """Every symbol once, every line once; lines over pages are put together by their connectors' links."""
    symbols = Counter(box.id for page in drawing.pages for box in page.boxes if box.link is None)
    if symbols != Counter(node.id for node in document.nodes):
        yield_nodes = set(symbols) ^ {node.id for node in document.nodes}
        return [f"symbols lost, doubled or invented: {sorted(yield_nodes)}"]
    out, into, got = defaultdict(list), defaultdict(list), Counter()
    for page in drawing.pages:
        links = {box.id: box.link for box in page.boxes if box.link is not None}
        for arrow in page.arrows:
            label = arrow.label.text if arrow.label else None
            if arrow.target in links:
                out[links[arrow.target]].append((arrow.source, label))
            elif arrow.source in links:
                into[links[arrow.source]].append(arrow.target)
            else:
                got[arrow.source, arrow.target, label] += 1
    for link, sources in out.items():
        got.update((source, target, label) for source, label in sources for target in into[link])
    wanted = Counter((edge.source, edge.target, edge.label or None) for edge in document.edges)
    return [f"{sorted(map(str, (wanted - got) + (got - wanted)))} differ"] if wanted != got else []


def _on_outline(point, box):
    x, y = point
    left, top, right, bottom = _rectangle(box)
    across = left - 1 <= x <= right + 1 and (abs(y - top) <= 1 or abs(y - bottom) <= 1)
    down = top - 1 <= y <= bottom + 1 and (abs(x - left) <= 1 or abs(x - right) <= 1)
    if box.kind is NodeKind.DECISION:
        middle = (abs(x - (left + right) / 2) <= 1, abs(y - (top + bottom) / 2) <= 1)
        return (across and middle[0]) or (down and middle[1])
    return across or down


def _inner(box):
    """The middle of a box, which no line may touch whatever the shape is."""
    left, top, right, bottom = _rectangle(box)
    return left + 2, top + 2, right - 2, bottom - 2


def _rectangle(thing):
    return thing.x, thing.y, thing.x + thing.width, thing.y + thing.height


def _stretch(one, two):
    return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def _overlap(a, b, c, d, axis):
    return min(max(a[axis], b[axis]), max(c[axis], d[axis])) - max(
        min(a[axis], b[axis]), min(c[axis], d[axis])
    )


def _meet(one, two, slack):
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > slack - 1e-9
        and min(one[3], two[3]) - max(one[1], two[1]) > slack - 1e-9
        if slack
        else one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    )


def _distance(one, two):
    across = max(one[0] - two[2], two[0] - one[2], 0.0)
    return max(across, one[1] - two[3], two[1] - one[3], 0.0)


def _name(arrow):
    return f"{arrow.source}>{arrow.target}"
