"""What authors feel: how the flow follows their rows, symbols and answers.

Each case is a chart before, one operation, and the chart after, in the notation of ``tests.core.rows``.
"""

import pytest
from tests.core.rows import flow, sop

from okesop.core.document import NodeKind
from okesop.core.operations import Refused, apply
from okesop.core.rules import check


def edit(document, op, **fields):
    applied = apply(document, {"op": op, **fields})
    assert apply(applied.document, applied.undo).document == document
    return applied


def after(document, op, **fields):
    return flow(edit(document, op, **fields).document)


def notices(document, op, **fields):
    return [notice.id for notice in edit(document, op, **fields).notices]


def put(document, cell, kind="process", mode=None):
    row, column = int(cell[:-1]), cell[-1]
    fields = {"id": f"x{row}{column.lower()}", "step": f"s{row}", "performer": f"p{column}"}
    return edit(document, "put_symbol", **fields, kind=kind, mode=mode).document


BLANK = sop("", "", "", "", columns="ABC")


# ---- typing a flow


def test_a_flow_is_typed_symbol_by_symbol():
    document, seen = BLANK, []
    for cell in ("1A", "2B", "4C", "3A"):
        document = put(document, cell)
        seen.append(flow(document))
    assert seen == [
        ["(A)", "", "", ""],
        ["(A) >2", "(B)", "", ""],
        ["(A) >2", "[B] >4", "", "(C)"],
        ["(A) >2", "[B] >3", "[A] >4", "(C)"],
    ]


def test_a_symbol_above_the_first_becomes_the_start():
    document = put(put(BLANK, "2B"), "3A")
    assert flow(put(document, "1C")) == ["(C) >2", "[B] >3", "(A)", ""]


def test_a_decision_goes_on_with_yes_and_waits_for_its_second_answer():
    document = put(put(BLANK, "1A"), "2B", "decision")
    assert flow(document)[:2] == ["(A) >2", "<B>"]
    assert flow(put(document, "4A")) == ["(A) >2", "<B> Ya:4", "", "(A)"]


def test_a_last_decision_with_only_a_refusal_goes_on_with_yes():
    document = sop("(A)", "<B> Tidak:1", "", columns="C")
    assert flow(put(document, "3C"))[1:] == ["<B> Ya:3 Tidak:1", "(C)"]


def test_a_last_decision_with_its_own_words_is_left_alone():
    document = sop("(A)", "<B> Teknis:1", "", columns="C")
    assert flow(put(document, "3C"))[1:] == ["<B> Teknis:1", "(C)"]


def test_a_capsule_in_the_middle_ends_the_flow_there():
    document = put(sop("(A)", "", "(B)"), "2A", "terminator")
    assert flow(document) == ["(A) >2", "(A)", "(B)"]


@pytest.mark.parametrize(
    ("rows", "cell", "kind"),
    [(("(A)", "[B] .", ""), "3A", "process"), (("(A)", "[B] >1", ""), "3A", "process")],
)
def test_a_last_box_goes_on_only_when_the_author_said_nothing(rows, cell, kind):
    changed = flow(put(sop(*rows), cell, kind))
    assert changed[1] == ("[B] >3" if rows[1].endswith(".") else "[B] >1")


def test_the_row_has_a_symbol_already():
    document = sop("(A)", "[B]", "(A)", columns="C")
    with pytest.raises(Refused) as refusal:
        put(document, "2C")
    assert refusal.value.choices == ("move", "join")
    assert flow(put(document, "2C", mode="move")) == ["(A) >2", "[C] >3", "(A)"]
    assert flow(put(document, "2C", mode="join")) == ["(A) >2", "[B]=[C] >3", "(A)"]
    assert flow(put(document, "2A", mode="join")) == ["(A) >2", "[A]=[B] >3", "(A)"]
    assert flow(put(document, "3C", mode="join")) == ["(A) >2", "[B] >3", "(A)=(C)"]
    assert flow(put(document, "2C", "decision", "join"))[1] == "[B]=<C> Ya:3"


@pytest.mark.parametrize(
    ("rows", "cell", "mode"),
    [
        (("(A)", "[B]"), "2B", "join"),
        (("(A)", "[A..C]"), "2B", "join"),
        (("(A)", "[A]=[B]"), "2C", "move"),
        (("(A)", "<A>"), "2C", "join"),
    ],
)
def test_a_symbol_that_fits_nowhere_is_refused(rows, cell, mode):
    with pytest.raises(Refused):
        put(sop(*rows, columns="ABC"), cell, "decision", mode)


# ---- rows


def insert(document, after_row, *marks):
    columns = {"(": "terminator", "[": "process", "<": "decision"}
    steps = [
        {
            "id": f"y{at}",
            "symbols": [
                {"id": f"y{at}{symbol[1].lower()}", "performer": f"p{symbol[1]}", "kind": kind}
                for symbol in mark.split("=")
                if (kind := columns.get(symbol[:1]))
            ],
        }
        for at, mark in enumerate(marks)
    ]
    where = f"s{after_row}" if after_row else None
    return after(document, "insert_steps", after=where, steps=steps)


THREE = sop("(A)", "[B]", "(A)")


@pytest.mark.parametrize(
    ("row", "marks", "expected"),
    [
        (1, ["[B]"], ["(A) >2", "[B] >3", "[B] >4", "(A)"]),
        (1, ["", "[B]"], ["(A) >3", "", "[B] >4", "[B] >5", "(A)"]),
        (0, ["[B]"], ["(B) >2", "[A] >3", "[B] >4", "(A)"]),
        (0, ["[B]", "[A]"], ["(B) >2", "[A] >3", "[A] >4", "[B] >5", "(A)"]),
        (3, ["[B]"], ["(A) >2", "[B] >3", "[A] >4", "(B)"]),
        (3, ["(B)", "[A]", "(B)"], ["(A) >2", "[B] >3", "[A] >4", "[B] >5", "[A] >6", "(B)"]),
        (3, ["<B>"], ["(A) >2", "[B] >3", "[A] >4", "<B>"]),
        (1, ["<A>", "[B]"], ["(A) >2", "<A> Ya:3", "[B] >4", "[B] >5", "(A)"]),
        (1, ["[A]=[B]"], ["(A) >2", "[A]=[B] >3", "[B] >4", "(A)"]),
        (1, ["[A]", "(B)", "[A]"], ["(A) >2", "[A] >3", "(B)", "[A] >5", "[B] >6", "(A)"]),
        (3, ["[A]=[B]"], ["(A) >2", "[B] >3", "[A] >4", "(A)=(B)"]),
    ],
)
def test_new_rows_are_linked_between_their_neighbours(row, marks, expected):
    assert insert(THREE, row, *marks) == expected


def test_an_only_answer_that_leads_down_is_the_way_on_whatever_its_words():
    document = sop("(A)", "<B> Kosong:3 Terpakai:1", "(A)")
    steps = [{"id": "x", "symbols": [{"id": "xc", "performer": "pA", "kind": "process"}]}]
    assert after(document, "insert_steps", after="s2", steps=steps) == [
        "(A) >2",
        "<B> Kosong:3 Terpakai:1",
        "[A] >4",
        "(A)",
    ]
    two = sop("(A)", "<B> Teknis:3 Lain:4", "[A]", "(A)")
    assert after(two, "insert_steps", after="s2", steps=steps)[1] == "<B> Teknis:4 Lain:5"


DECIDED = sop("(A)", "[B]", "<C> Ya:4 Tidak:2", "[B]", "[A]", "(C)")


@pytest.mark.parametrize(
    ("steps", "behind", "expected"),
    [
        ("2", "3", ["(A) >2", "<C> Ya:3 Tidak:3", "[B] >4", "[B] >5", "[A] >6", "(C)"]),
        ("4", "5", ["(A) >2", "[B] >3", "<C> Ya:4 Tidak:2", "[A] >5", "[B] >6", "(C)"]),
        ("6", "1", ["(A) >2", "[C] >3", "[B] >4", "<C> Ya:5 Tidak:3", "[B] >6", "(A)"]),
        ("1", "6", ["(B) >2", "<C> Ya:3 Tidak:1", "[B] >4", "[A] >5", "[C] >6", "(A)"]),
        ("45", "1", ["(A) >2", "[B] >3", "[A] >4", "[B] >5", "<C> Ya:6 Tidak:4", "(C)"]),
        ("54", "3", ["(A) >2", "[B] >3", "<C> Ya:4 Tidak:2", "[A] >5", "[B] >6", "(C)"]),
        ("3", "6", ["(A) >2", "[B] >3", "[B] >4", "[A] >5", "[C] >6", "<C> Tidak:2"]),
        ("3", "", ["<C> Ya:2 Tidak:3", "[A] >3", "[B] >4", "[B] >5", "[A] >6", "(C)"]),
        ("4", "4", ["(A) >2", "[B] >3", "<C> Ya:4 Tidak:2", "[B] >5", "[A] >6", "(C)"]),
    ],
)
def test_moved_rows_keep_their_meaning(steps, behind, expected):
    moved = [f"s{step}" for step in steps]
    where = f"s{behind}" if behind else None
    changed = apply(DECIDED, {"op": "move_steps", "steps": moved, "after": where})
    if (steps, behind) == ("2", "3"):
        assert changed.notices[0].id.startswith("Jawaban “Ya” pada langkah 2")
        expected[1] = "<C> Tidak:3"
    assert flow(changed.document) == expected
    assert apply(changed.document, changed.undo).document == DECIDED


def test_a_decision_that_moves_to_the_end_tells_of_its_lost_answer():
    document = sop("(A)", "<B> Ya:3 Tidak:1", "(A)")
    assert after(document, "move_steps", steps=["s2"], after="s3")[2] == "<B> Tidak:1"
    assert notices(document, "move_steps", steps=["s2"], after="s3") == [
        "Jawaban “Ya” pada langkah 3 kehilangan tujuannya; tentukan lagi tujuannya."
    ]


def test_an_end_in_the_middle_keeps_the_answer_that_leads_to_it():
    document = sop("(A)", "<B> Ya:3 Tidak:4", "(B)", "[A]", "[B]", "(A)")
    moved = after(document, "move_steps", steps=["s3"], after="s5")
    assert moved == ["(A) >2", "<B> Ya:5 Tidak:3", "[A] >4", "[B] >6", "(B)", "(A)"]


def test_a_pin_goes_with_its_row():
    document = sop("(A)", "[B]", "[A]", "(B)")
    exits = [{"to": "n3A", "label": None, "leave": "left"}]
    document = apply(document, {"op": "set_exits", "node": "n2B", "exits": exits}).document
    moved = apply(document, {"op": "move_steps", "steps": ["s2"], "after": "s3"}).document
    pins = {(edge.source, edge.target): edge.leave for edge in moved.edges}
    assert pins[("n2B", "n4B")] == "left"


@pytest.mark.parametrize(
    ("rows", "removed", "expected"),
    [
        (("(A)", "[B]", "(A)"), "2", ["(A) >2", "(A)"]),
        (("(A)", "[B]", "(A)"), "1", ["(B) >2", "(A)"]),
        (("(A)", "[B]", "(A)"), "3", ["(A) >2", "(B)"]),
        (("(A)", "[B]", "(A)"), "23", ["(A)"]),
        (("(A)", "[B]", "", "(A)"), "3", ["(A) >2", "[B] >3", "(A)"]),
        (("(A)", "<B> Ya:3 Tidak:1", "(A)"), "2", ["(A) >2", "(A)"]),
        (("(A)", "[B]=[C]", "(A)"), "2", ["(A) >2", "(A)"]),
        (("(A)", "[B] >4", "[C] >5", "[A] >3", "(B)"), "2", ["(A) >3", "[C] >4", "[A] >2", "(B)"]),
        (("(A)", "[B]", "<C> Ya:4 Tidak:2", "(A)"), "2", ["(A) >2", "<C> Ya:3 Tidak:1", "(A)"]),
    ],
)
def test_arrows_are_healed_over_removed_rows(rows, removed, expected):
    steps = [f"s{row}" for row in removed]
    assert after(sop(*rows), "remove_steps", steps=steps) == expected


def test_a_loop_to_a_removed_row_goes_to_what_takes_its_place():
    document = sop("(A)", "[B]", "[A]", "<C> Ya:5 Tidak:2", "(A)")
    assert after(document, "remove_steps", steps=["s2"])[2] == "<C> Ya:4 Tidak:2"
    assert notices(document, "remove_steps", steps=["s2"]) == [
        "1 panah yang menuju langkah 2 dialihkan ke langkah 2 (“Memeriksa isi surat”)."
    ]


def test_a_loop_that_would_lead_to_itself_goes_further_up():
    document = sop("(A)", "[B]", "[A]", "<C> Ya:5 Tidak:3", "(A)")
    assert after(document, "remove_steps", steps=["s3"])[2] == "<C> Ya:4 Tidak:2"


def test_an_answer_that_loses_its_target_is_told():
    document = sop("(A)", "<B> Ya:3 Tidak:4", "[A]", "[B]", "(A)")
    assert after(document, "remove_steps", steps=["s3"])[1] == "<B> Tidak:3"
    assert notices(document, "remove_steps", steps=["s3"]) == [
        "Jawaban “Ya” pada langkah 2 kehilangan tujuannya; tentukan lagi tujuannya."
    ]


def test_jumps_to_a_removed_end_go_to_the_new_end():
    document = sop("(A)", "<B> Ya:3 Tidak:5", "[A]", "[B]", "(A)")
    assert after(document, "remove_steps", steps=["s5"]) == [
        "(A) >2",
        "<B> Ya:3 Tidak:4",
        "[A] >4",
        "(B)",
    ]


# ---- kinds


@pytest.mark.parametrize(
    ("rows", "node", "kind", "expected"),
    [
        (("(A)", "[B]", "(A)"), "n2B", "decision", ["(A) >2", "<B> Ya:3", "(A)"]),
        (("(A)", "[B]", "(A)"), "n2B", "terminator", ["(A) >2", "(B)", "(A)"]),
        (("(A)", "(B)", "(A)"), "n2B", "process", ["(A) >2", "[B] >3", "(A)"]),
        (("(A)", "(B)", "(A)"), "n2B", "decision", ["(A) >2", "<B> Ya:3", "(A)"]),
        (("(A)", "<B> Ya:3 Tidak:1", "(A)"), "n2B", "process", ["(A) >2", "[B] >3", "(A)"]),
        (("(A)", "<B> Tidak:1 Ya:3", "(A)"), "n2B", "terminator", ["(A) >2", "(B)", "(A)"]),
        (("(A)", "<B> Teknis:3 Lain:4", "[A]", "(B)"), "n2B", "process", None),
        (("(A)", "[B]", "(A)"), "n3A", "process", ["(A) >2", "[B] >3", "[A]"]),
        (("(A)", "[B]", "(A)"), "n1A", "decision", ["<A> Ya:2", "[B] >3", "(A)"]),
        (("(A)", "[B]", "(A)"), "n1A", "process", ["[A] >2", "[B] >3", "(A)"]),
        (("(A)", "[B]=[C]", "(A)"), "n2B", "decision", ["(A) >2", "<B>=[C] Ya:3", "(A)"]),
        (("(A)", "[B] >4", "[A]", "(B)"), "n2B", "decision", None),
    ],
)
def test_the_ways_out_follow_the_kind(rows, node, kind, expected):
    changed = after(sop(*rows), "set_kind", node=node, kind=kind)
    special = {
        "process": ["(A) >2", "[B] >3", "[A] >4", "(B)"],
        "decision": ["(A) >2", "<B> Ya:4", "[A] >4", "(B)"],
    }
    assert changed == (expected or special[kind])


def test_dropped_answers_are_told():
    document = sop("(A)", "<B> Ya:3 Tidak:1", "(A)")
    assert notices(document, "set_kind", node="n2B", kind="process") == [
        "Jawaban “Tidak” pada langkah 2 dihapus karena simbolnya bukan keputusan lagi."
    ]


def test_the_space_bar_goes_round():
    document = sop("(A)", "", "(B)", columns="C")
    document = put(document, "2C")
    for kind in ("decision", "terminator"):
        document = edit(document, "set_kind", node="x2c", kind=kind).document
    assert after(document, "remove_symbol", node="x2c") == ["(A) >3", "", "(B)"]


# ---- answers


def exits(document, node, *ways):
    listed = [{"to": to, "label": label} for label, to in ways]
    return edit(document, "set_exits", node=node, exits=listed).document


def test_answers_lead_where_the_author_says():
    document = sop("(A)", "[B]", "<C>", "(A)")
    changed = exits(document, "n3C", ("Ya", "n4A"), ("Tidak", "n2B"))
    assert flow(changed)[2] == "<C> Ya:4 Tidak:2"
    again = exits(changed, "n3C", ("Tidak", "n1A"), ("Lengkap", "n4A"))
    assert flow(again)[2] == "<C> Tidak:1 Lengkap:4"


def test_an_answer_can_end_the_flow_in_its_row():
    document = sop("(A)", "[B]", "<C> Ya:4 Tidak:2", "(A)")
    ended = exits(document, "n3C", ("Ya", "n4A"), ("Tidak", None))
    assert flow(ended) == ["(A) >2", "[B] >3", "<C>(C) Ya:4 Tidak:3C", "(A)"]
    assert exits(ended, "n3C", ("Ya", "n4A"), ("Tidak", None)) == ended
    back = exits(ended, "n3C", ("Ya", "n4A"), ("Tidak", "n2B"))
    assert flow(back) == flow(document)
    assert after(ended, "remove_symbol", node="n3C") == ["(A) >2", "[B] >4", "", "(A)"]
    assert after(ended, "set_kind", node="n3C", kind="process")[2] == "[C] >4"
    moved = after(ended, "move_symbol", node="n3C", performer="pB")
    assert moved[2] == "<B>(B) Ya:4 Tidak:3B"


def test_a_box_that_leads_nowhere_becomes_the_end_and_back():
    document = sop("(A)", "[B]", "(A)")
    ended = exits(document, "n2B", (None, None))
    assert flow(ended) == ["(A) >2", "(B)", "(A)"]
    assert flow(exits(ended, "n2B", (None, "n3A"))) == ["(A) >2", "[B] >3", "(A)"]


def test_a_last_capsule_that_leads_back_is_a_box():
    assert flow(exits(sop("(A)", "(B)"), "n2B", (None, "n1A"))) == ["(A) >2", "[B] >1"]


def test_joint_work_is_led_on_by_its_last():
    document = sop("(A)", "[A]=[B]", "[C]", "(A)")
    assert flow(exits(document, "n2A", (None, "n4A")))[1] == "[A]=[B] >4"


@pytest.mark.parametrize(
    ("node", "ways"),
    [
        ("n2B", [("Ya", "n2B")]),
        ("n2B", [("Ya", "gone")]),
        ("n2B", [("Ya", "n3A"), ("Tidak", "n3A")]),
        ("n1A", [(None, "n3A"), (None, None)]),
        ("gone", []),
    ],
)
def test_impossible_ways_are_refused(node, ways):
    with pytest.raises(Refused):
        exits(sop("(A)", "<B>", "(A)"), node, *ways)


# ---- joint work


def test_join_and_part():
    document = sop("(A)", "[B][C]", "(A)")
    joined = edit(document, "join", first="n2C", second="n2B").document
    assert flow(joined) == ["(A) >2", "[B]=[C] >3", "(A)"]
    assert after(joined, "part", first="n2B", second="n2C") == ["(A) >2", "[B][C] >2C >3", "(A)"]


def test_parting_the_last_row_leaves_one_capsule():
    document = sop("(A)", "(B)=(C)")
    assert after(document, "part", first="n2B", second="n2C") == ["(A) >2", "[B](C) >2C"]


def test_parting_a_decision():
    document = sop("(A)", "<B>=[C] Lengkap:3 Tidak:1", "(A)")
    assert after(document, "part", first="n2C", second="n2B")[1] == (
        "<B>[C] Lengkap:2C Tidak:1 >3"
    )


@pytest.mark.parametrize("op", ["join", "part"])
def test_joint_work_stays_in_its_row(op):
    with pytest.raises(Refused):
        edit(sop("(A)", "[B]"), op, first="n1A", second="n2B")


def test_removing_from_joint_work():
    document = sop("(A)", "[A]=[B]=[C]", "(A)")
    assert after(document, "remove_symbol", node="n2A")[1] == "[B]=[C] >3"
    assert after(document, "remove_symbol", node="n2B")[1] == "[A]=[C] >3"
    assert after(document, "remove_symbol", node="n2C")[1] == "[A]=[B] >3"
    decided = sop("(A)", "[A]=<B> Ya:3 Tidak:1", "(A)")
    assert after(decided, "remove_symbol", node="n2B")[1] == "[A] >3"


# ---- symbols and columns


def test_a_symbol_moves_with_its_answers():
    document = sop("(A)", "[B]", "<C> Ya:5 Tidak:2", "", "(A)")
    assert after(document, "move_symbol", node="n3C", step="s4", performer="pA") == [
        "(A) >2",
        "[B] >4",
        "",
        "<A> Ya:5 Tidak:2",
        "(A)",
    ]
    assert after(document, "move_symbol", node="n3C", performer="pA")[2] == "<A> Ya:5 Tidak:2"
    with pytest.raises(Refused):
        edit(document, "move_symbol", node="n3C", step="s2")


def test_a_symbol_leaves_its_joint_work_for_another_row():
    document = sop("(A)", "[A]=[B]", "", "(A)")
    assert after(document, "move_symbol", node="n2B", step="s3") == [
        "(A) >2",
        "[A] >3",
        "[B] >4",
        "(A)",
    ]


def test_a_column_is_removed_with_its_symbols():
    document = sop("(A)", "[B]", "<C> Ya:4 Tidak:2", "[B]=[A]", "(A)")
    changed = edit(document, "remove_performer", performer="pB")
    assert flow(changed.document) == ["(A) >3", "", "<C> Ya:4 Tidak:1", "[A] >5", "(A)"]
    assert [notice.id for notice in changed.notices] == [
        "1 panah yang menuju langkah 2 dialihkan ke langkah 1 (“Menerima surat dan memeriksa kelengkapannya”)."
    ]


def test_a_span_gets_narrower():
    document = sop("(A)", "[A..C]", "(B)")
    assert after(document, "remove_performer", performer="pA")[1] == "(B..C) >3"
    assert after(document, "remove_performer", performer="pC")[1] == "[A..B] >3"
    assert after(document, "set_span", node="n2A", first="pB", last="pB")[1] == "[B] >3"
    assert after(document, "set_span", node="n2A", first="pC", last="pB")[1] == "[B..C] >3"


def test_columns_change_places():
    document = sop("(A)", "[A]=[B]", "[A..C]", "(C)")
    changed = edit(document, "move_performer", performer="pA", after="pC").document
    assert [performer.id for performer in changed.performers] == ["pB", "pC", "pA"]
    assert flow(changed) == ["(A) >2", "[B]=[A] >3", "[C..A] >4", "(C)"]


def test_columns_are_merged():
    document = sop("(A)", "[B]", "[A]=[B]", "<B>=[C] Ya:5 Tidak:2", "(C)")
    merged = after(document, "merge_performers", performer="pB", into="pA")
    assert merged == ["(A) >2", "[A] >3", "[A] >4", "<A>=[C] Ya:5 Tidak:2", "(C)"]
    merged = after(document, "merge_performers", performer="pB", into="pC")
    assert merged == ["(A) >2", "[C] >3", "[A]=[C] >4", "<C> Ya:5 Tidak:2", "(C)"]


# ---- the whole


def test_a_typed_chart_is_faultless():
    document = sop(*[""] * 8, columns="ABC")
    for row, (column, kind) in enumerate(zip("ABCABCAB", "ppdppdpp", strict=True), 1):
        name = {"p": "process", "d": "decision"}[kind]
        document = put(document, f"{row}{column}", name)
    document = exits(document, "x3c", ("Ya", "x4a"), ("Tidak", "x2b"))
    document = exits(document, "x6c", ("Ya", "x7a"), ("Tidak", None))
    document = put(document, "5A", mode="join")
    found = [finding.rule for finding in check(document) if finding.rule.startswith("FL")]
    assert set(found) <= {"FL-03"}
    assert {node.kind for node in document.nodes} == {
        NodeKind.TERMINATOR,
        NodeKind.PROCESS,
        NodeKind.DECISION,
    }
