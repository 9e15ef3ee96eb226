import re
from string import Formatter

import pytest

from okesop.core.rules import GROUPS, RULES, Severity, Stage

ERRORS = [
    "ID-01",
    "ID-04",
    "ID-08",
    "ID-09",
    "ID-10",
    "ID-11",
    "ID-13",
    "ID-14",
    "ID-20",
    "ID-22",
    "ID-23",
    "ID-24",
    "ST-01",
    "ST-02",
    "ST-03",
    "ST-04",
    "ST-05",
    "PF-01",
    "PF-02",
    "PF-03",
    "MB-01",
    "MB-02",
    "MB-03",
    "FL-01",
    "FL-02",
    "FL-04",
    "FL-05",
    "FL-06",
    "FL-07",
    "FL-08",
    "FL-11",
    "FL-12",
    "FL-16",
]
HEURISTICS = [
    "ID-06",
    "ID-07",
    "ID-15",
    "ID-21",
    "ST-03",
    "ST-04",
    "ST-05",
    "ST-06",
    "ST-07",
    "PF-06",
]


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_table_has_the_sixty_eight_rules():
    assert [len(rules) for _, rules in GROUPS] == [24, 9, 9, 10, 16]
    expected = [
        f"{group}-{number:02}"
        for group, count in (("ID", 24), ("ST", 9), ("PF", 9), ("MB", 10), ("FL", 16))
        for number in range(1, count + 1)
    ]
    assert [rule.id for rule in RULES] == expected


def test_errors_and_heuristics_are_those_of_the_regulation():
    assert [rule.id for rule in RULES if rule.severity is Severity.ERROR] == ERRORS
    assert [rule.id for rule in RULES if rule.heuristic] == HEURISTICS


def test_only_number_and_approver_wait_for_approval():
    late = [rule.id for rule in RULES if rule.stage is not Stage.SUBMIT]
    assert late == ["ID-01", "ID-11"]


def test_only_advice_and_guesses_can_be_set_aside():
    assert {rule.id for rule in RULES if not rule.waivable} == set(ERRORS) - set(HEURISTICS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_both_languages(rule):
    assert placeholders(rule.message.id) == placeholders(rule.message.en)
    assert re.fullmatch(r"[A-Z“\[{].*\.", rule.message.id)
    assert re.fullmatch(r"[A-Z“\[{].*\.", rule.message.en)
    assert rule.message.id != rule.message.en
    for sentence in (rule.looks_at, rule.source, rule.good, rule.bad):
        assert sentence.id.strip()
        assert sentence.en.strip()
