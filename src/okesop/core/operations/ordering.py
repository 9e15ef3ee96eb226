"""Orders of keys: what was moved between two of them, and how to bring keys back to where they stood."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return the fewest keys in both orders that must move to make one of the other."""
    place = {key: index for index, key in enumerate(before)}
    common = [key for key in after if key in place]
    staying = set(_longest_rise([place[key] for key in common]))
    return [key for key in common if place[key] not in staying]


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Return a longest increasing subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        previous[number] = ends[at - 1] if at else None
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [number]
    rise: list[int] = []
    number_or_none = ends[-1] if ends else None
    while number_or_none is not None:
        rise.append(number_or_none)
        number_or_none = previous[number_or_none]
    return rise


def placed(current: Sequence[str], order: Sequence[str], keys: Collection[str]) -> list[str]:
    """Return the current order with ``keys`` standing where ``order`` has them.

    Each key comes behind the nearest key before it in ``order`` that is there and stays.
    """
    staying = [key for key in current if key not in keys]
    there = set(staying)
    followers: dict[str | None, list[str]] = defaultdict(list)
    anchor = None
    for key in order:
        if key in keys:
            followers[anchor].append(key)
        elif key in there:
            anchor = key
    result = list(followers[None])
    for key in staying:
        result += [key, *followers.get(key, ())]
    return result
