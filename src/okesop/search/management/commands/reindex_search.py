"""Index all SOPs anew: after a change of what is indexed, or of how words are cut."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from okesop.search.domain import indexing


class Command(BaseCommand):
    """``okesop manage reindex_search``."""

    help = "Index all SOPs anew."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do it in one transaction; tell how many versions can be found."""
        table = import_module(settings.SEARCH)
        self.stdout.write(f"{indexing.rebuild(table.TEXTS())}")
