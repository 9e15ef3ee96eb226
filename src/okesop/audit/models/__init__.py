"""What was done, by whom and when: written once, never changed."""

from okesop.audit.models.entry import ChainHead, Entry

__all__ = ["ChainHead", "Entry"]
