"""Corners of a line on the lattice: which way a leg runs, and the part before or since a point."""

import itertools

from okesop.core.flowchart.traffic import Corner


def direction(one: Corner, two: Corner) -> Corner:
    """Return the step (x, y) in which the leg runs, each -1, 0 or 1."""
    return (two[0] > one[0]) - (two[0] < one[0]), (two[1] > one[1]) - (two[1] < one[1])


def until(corners: tuple[Corner, ...], point: Corner) -> list[Corner]:
    """Return the corners before a point of the line; none where it is not on it."""
    for number, (one, two) in enumerate(itertools.pairwise(corners)):
        if is_on(one, two, point):
            return list(corners[: number + 1])
    return []


def since(corners: tuple[Corner, ...], point: Corner) -> list[Corner]:
    """Return the corners after the last passage of a point; none where it is not on it."""
    pairs = list(itertools.pairwise(corners))
    for number in range(len(pairs) - 1, -1, -1):
        if is_on(*pairs[number], point):
            return list(corners[number + 1 :])
    return []


def is_on(one: Corner, two: Corner, point: Corner) -> bool:
    """Tell whether a point is on the leg between two corners."""
    x, y = point
    return min(one[0], two[0]) <= x <= max(one[0], two[0]) and min(one[1], two[1]) <= y <= max(
        one[1], two[1]
    )
