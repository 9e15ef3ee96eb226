from tests.core.rows import sop

from okesop.core.flowchart.judged import as_data
from okesop.core.form import lay_out
from okesop.core.form.moving import moved

DRAWING = lay_out(sop("(A)", "<B> Ya:3 Tidak:1", "[C]", "(A)")).drawing


def test_everything_moves_sideways_alike():
    before, after = (
        as_data(drawing)["pages"][0] for drawing in (DRAWING, moved(DRAWING, 10, 900))
    )
    assert after["rows"] == before["rows"]
    assert [node["x"] - 10 for node in after["nodes"]] == [node["x"] for node in before["nodes"]]
    assert [[end - 10 for end in column] for column in after["cols"]] == before["cols"]
    for new, old in zip(after["edges"], before["edges"], strict=True):
        assert [[x - 10, y] for x, y in new["points"]] == old["points"]
        assert (new["label_box"] is None) == (old["label_box"] is None)


def test_there_and_back_is_where_it_was():
    width = DRAWING.pages[0].width
    assert moved(moved(DRAWING, 8, 900), -8, width) == DRAWING
    assert moved(DRAWING, 0, width) == DRAWING


def test_the_sheet_keeps_its_size():
    assert moved(DRAWING, 10, 900).pages[0].width == 900
