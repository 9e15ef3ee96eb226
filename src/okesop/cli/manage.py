"""``okesop manage``: Django's own commands with the product's settings."""

import os
from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Hand the words to Django."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "okesop.config.settings")
    execute_from_command_line(["okesop manage", *words])
    return 0
