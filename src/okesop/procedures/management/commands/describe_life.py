"""Print the page about the life of a version."""

from typing import Any

from django.core.management.base import BaseCommand

from okesop.procedures.domain import diagram


class Command(BaseCommand):
    """Write `docs/life.md` anew: ``okesop manage describe_life > docs/life.md``."""

    help = "Mencetak halaman docs/life.md dari tabel perpindahan status."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write the page to the standard output."""
        self.stdout.write(diagram.text(), ending="")
