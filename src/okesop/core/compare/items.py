"""What became of the entries of a list that has no ids: added, removed, moved, changed."""

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from okesop.core.compare.change import ChangeKind
from okesop.core.operations.ordering import moved


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its places from 1 in both lists (0 where it is not) and its texts."""

    kind: ChangeKind
    was: int
    now: int
    before: str
    after: str


def item_changes(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Item, ...]:
    """Return what became of the entries, in the order of the newer list.

    Equal texts are the same entry. What then stands alone between the same neighbours is one entry that was written
    anew; the rest was added or removed.
    """
    was, now = _keyed(old), _keyed(new)
    shifted = set(moved(list(was), list(now)))
    found = [
        Item(ChangeKind.MOVED, was[key] + 1, now[key] + 1, old[was[key]], new[now[key]])
        for key in shifted
    ]
    staying = [key for key in was if key in now and key not in shifted]
    edges = [*((was[key], now[key]) for key in staying), (len(old), len(new))]
    keys_was, keys_now = list(was), list(now)
    x = y = 0
    for to_x, to_y in edges:
        gone = [at for at in range(x, to_x) if keys_was[at] not in now]
        come = [at for at in range(y, to_y) if keys_now[at] not in was]
        found += [_item(old, new, one, other) for one, other in zip_longest(gone, come)]
        x, y = to_x + 1, to_y + 1
    return tuple(sorted(found, key=lambda item: (item.now or item.was, item.now == 0)))


def _item(old: tuple[str, ...], new: tuple[str, ...], gone: int | None, come: int | None) -> Item:
    if gone is None:
        place = -1 if come is None else come
        return Item(ChangeKind.ADDED, 0, place + 1, "", new[place])
    if come is None:
        return Item(ChangeKind.REMOVED, gone + 1, 0, old[gone], "")
    return Item(ChangeKind.EDITED, gone + 1, come + 1, old[gone], new[come])


def _keyed(items: tuple[str, ...]) -> dict[str, int]:
    """Return the entries with a key that tells equal ones apart, and their places."""
    count: Counter[str] = Counter()
    keys: dict[str, int] = {}
    for place, item in enumerate(items):
        count[item] += 1
        keys[f"{count[item]} {item}"] = place
    return keys
