"""With whom a line may run together when a way is looked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sharing:
    """With whom a line may run together.

    It may ``split`` off a line of its source or ``join`` one to its target, and then never crosses those;
    ``forced`` lets it share ports and lines that are else kept apart.
    """

    split: bool = True
    join: bool = True
    forced: bool = False


USUAL = Sharing()
LAST_RESORTS = tuple(
    Sharing(split, join, forced=True)
    for split, join in ((True, True), (False, True), (True, False), (False, False))
)
