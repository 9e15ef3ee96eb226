"""What a room hands in to be found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one SOP, each of ``identity`` and ``steps`` in a line of its own."""

    title: str
    identity: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
