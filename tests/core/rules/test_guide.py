import os
from pathlib import Path

from okesop.core.rules import RULES
from okesop.core.rules.guide import page

PAGE = Path(__file__).parents[3] / "docs" / "panduan" / "aturan.md"


def test_golden_guide_page_is_current():
    if os.environ.get("OKESOP_GOLDEN") == "write":
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_tells_every_rule_with_both_examples():
    text = page()
    for rule in RULES:
        assert f"### {rule.id}" in text
        assert f"- Baik: {rule.good.id}\n- Kurang tepat: {rule.bad.id}\n" in text
