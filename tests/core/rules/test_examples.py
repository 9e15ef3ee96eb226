import pytest
from tests.core.builders import good
from tests.core.rules.examples import EXAMPLES, REGISTERS

from okesop.core.rules import RULES, Register, check

IDS = [rule.id for rule in RULES]


def broken(document, rule):
    register = REGISTERS.get(rule, Register())
    return {finding.rule for finding in check(document, register=register)}


def test_every_rule_has_an_example():
    assert list(EXAMPLES) == IDS


@pytest.mark.parametrize("rule", IDS)
def test_the_bad_example_is_found(rule):
    bad, _ = EXAMPLES[rule]
    assert rule in broken(bad, rule)


@pytest.mark.parametrize("rule", IDS)
def test_the_good_example_is_quiet(rule):
    _, fine = EXAMPLES[rule]
    assert rule not in broken(fine, rule)


def test_nothing_is_said_of_a_good_document():
    assert check(good()) == ()


@pytest.mark.parametrize("rule", [rule for rule in IDS if rule.startswith(("ID", "ST", "MB"))])
def test_a_bad_text_breaks_no_rule_of_another_group(rule):
    bad, _ = EXAMPLES[rule]
    others = {found[:2] for found in broken(bad, rule)} - {rule[:2]}
    assert others <= {"ID-02": set(), "ST-09": set(), "MB-10": set()}.get(rule, set())
