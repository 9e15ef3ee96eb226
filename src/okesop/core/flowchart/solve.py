"""Placing what stands in a fixed order as closely as its distances ask, then evenly in the room there is.

Theory of operation. One direction at a time (x, then y) every free line, every row of symbols and every
border is a number; "this before that by at least so much" is a constraint between two numbers. All
constraints point forward in the order in which the numbers are listed, so one pass finds the least place of
each, one pass backwards the greatest, and a last pass gives each its share of what is between: a number
takes its wish, kept between the least that its placed predecessors allow and its greatest. Every choice in
that range leaves a place for all that follow.
"""

from dataclasses import dataclass, field

_FAR = 1e9


@dataclass(slots=True)
class Numbers:
    """Numbers in a fixed order with least distances from earlier to later ones."""

    before: list[list[tuple[int, float]]] = field(default_factory=list)
    after: list[list[tuple[int, float]]] = field(default_factory=list)

    def add(self) -> int:
        """Add the next number and return its index."""
        self.before.append([])
        self.after.append([])
        return len(self.before) - 1

    def apart(self, earlier: int, later: int, distance: float) -> None:
        """Let ``later`` be at least ``distance`` beyond ``earlier``."""
        if earlier >= later:
            message = "constraints run forward"
            raise ValueError(message)
        self.before[later].append((earlier, distance))
        self.after[earlier].append((later, distance))

    def least(self, fixed: dict[int, float], start: float) -> list[float]:
        """Return the least value of each number; ``fixed`` ones are at least what is given."""
        values: list[float] = []
        for number, before in enumerate(self.before):
            value = fixed.get(number, start)
            for earlier, distance in before:
                value = max(value, values[earlier] + distance)
            values.append(value)
        return values

    def greatest(self, fixed: dict[int, float]) -> list[float]:
        """Return the greatest value of each number; ``fixed`` ones are at most what is given."""
        values = [_FAR] * len(self.after)
        for number in range(len(values) - 1, -1, -1):
            value = fixed.get(number, _FAR)
            for later, distance in self.after[number]:
                value = min(value, values[later] - distance)
            values[number] = value
        return values

    def lengths(self, stops: set[int]) -> list[int]:
        """Return for each number how many gaps lie between it and the next of ``stops`` beyond it."""
        counts = [1] * len(self.after)
        for number in range(len(counts) - 1, -1, -1):
            for later, _ in self.after[number]:
                if later not in stops and counts[later] >= counts[number]:
                    counts[number] = counts[later] + 1
        return counts

    def centred(
        self, wishes: dict[int, float], greatest: list[float], start: float
    ) -> list[float]:
        """Return values that keep all distances: wishes where possible, all others as early as they may."""
        values: list[float] = []
        for number, before in enumerate(self.before):
            value = start
            for earlier, distance in before:
                value = max(value, values[earlier] + distance)
            if number in wishes:
                value = max(value, min(wishes[number], greatest[number]))
            values.append(value)
        return values

    def spread(self, fixed: dict[int, float], counts: list[int], start: float) -> list[float]:
        """Return values with the ``fixed`` ones kept and the others spread evenly between them."""
        greatest = self.greatest(fixed)
        values: list[float] = []
        for number, before in enumerate(self.before):
            value = start
            for earlier, distance in before:
                value = max(value, values[earlier] + distance)
            if number in fixed:
                value = max(value, fixed[number])
            elif greatest[number] > value:
                value += (greatest[number] - value) / (counts[number] + 1)
            values.append(value)
        return values
