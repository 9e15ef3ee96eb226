"""New ids that nothing in a document has yet."""

from collections.abc import Container
from itertools import count, islice


def fresh_ids(prefix: str, taken: Container[str], number: int) -> list[str]:
    """Return so many ids of a prefix and a running number, none of them taken."""
    free = (key for key in (f"{prefix}{index}" for index in count(1)) if key not in taken)
    return list(islice(free, number))
