"""What is found: texts and the words in them."""

from okesop.search.models.entry import SopEntry

__all__ = ["SopEntry"]
