"""The checker of these tests sees what is wrong: each fault made by hand is named."""

from dataclasses import replace

import pytest
from tests.core.builders import good
from tests.core.flowchart.checker import faults

from okesop.core.flowchart.drawing import Drawing
from okesop.core.flowchart.layout import layout, plain_grid


def page_of_good():
    return layout(good(), plain_grid(good(), single=True)).pages[0]


def with_points(page, number, points):
    arrows = list(page.arrows)
    arrows[number] = replace(arrows[number], points=tuple(points))
    return replace(page, arrows=tuple(arrows))


def moved(page, number, right, down):
    boxes = list(page.boxes)
    boxes[number] = replace(boxes[number], x=boxes[number].x + right, y=boxes[number].y + down)
    return replace(page, boxes=tuple(boxes))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda page: moved(page, 0, 60, 0), "leaves its cell"),
        (lambda page: replace(page, arrows=page.arrows[1:]), "differ"),
        (lambda page: replace(page, boxes=page.boxes[:-1], arrows=()), "symbols lost"),
        (lambda page: with_points(page, 0, [(0, 0), (5, 5)]), "slants"),
        (lambda page: with_points(page, 0, [(0, 0), (0, 5)]), "does not touch"),
        (lambda page: with_points(page, 0, page.arrows[2].points), "does not touch"),
        (
            lambda page: with_points(
                page, 1, [(page.boxes[0].x + 9, 0), (page.boxes[0].x + 9, 999)]
            ),
            "runs through",
        ),
    ],
)
def test_a_fault_is_named(spoil, words):
    assert any(words in fault for fault in faults(good(), Drawing((spoil(page_of_good()),))))
