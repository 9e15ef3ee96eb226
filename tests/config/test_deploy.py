"""The settings that an administrator is told are the settings that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
READ = re.compile(r'"(OKESOP_\w+)"')
TOLD = re.compile(r"^#?(OKESOP_\w+)=", re.MULTILINE)
INNER = {
    "OKESOP_DEBUG",
    "OKESOP_DEMO",
    "OKESOP_DEMO_ADDRESS",
    "OKESOP_COLLECTED",
}  # for developers and our own commands


def test_every_setting_is_told_and_every_told_setting_exists():
    settings = (ROOT / "src/okesop/config/settings.py").read_text()
    told = (ROOT / "deploy/okesop.env").read_text()

    assert set(READ.findall(settings)) - INNER == set(TOLD.findall(told))


def test_containers_are_given_only_settings_that_exist():
    settings = set(READ.findall((ROOT / "src/okesop/config/settings.py").read_text()))
    given = re.findall(
        r"^      (OKESOP_\w+):", (ROOT / "deploy/compose.yaml").read_text(), re.MULTILINE
    )

    assert given
    assert set(given) <= settings
