"""What all tests share: where the real documents lie, and which tests a run leaves out."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent
SHARED = Path(os.environ.get("OKESOP_SHARED", ROOT.parent / "shared"))


# A shared machine may pause in the middle of an example: how long one takes says nothing about the product.
# Every run tries the same examples, so that a run that passed here passes anywhere; `make long` tries fresh ones.
settings.register_profile("okesop", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("OKESOP_HYPOTHESIS", "okesop"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-tests-only",
        action="store_true",
        help="run only what touches the database (a second run on another engine)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--database-tests-only"):
        return
    kept = [item for item in items if _touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _touches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or bool(
        {"db", "transactional_db", "live_server"} & set(fixtures)
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and judges; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder of real documents is not here")
    return SHARED
