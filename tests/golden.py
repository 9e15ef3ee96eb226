"""Golden files: what was looked at once and found right. ``make golden`` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, made: str) -> None:
    """Compare with tests/golden/NAME, or write it where OKESOP_GOLDEN=write."""
    path = FOLDER / name
    if os.environ.get("OKESOP_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8"), f"{name} differs; look, then: make golden"
