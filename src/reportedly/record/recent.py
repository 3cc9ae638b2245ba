"""What was read lately, kept in memory because it is likely to be asked for again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Keeps what was used last.

    Args:
        most: how many; it is more than what is asked for at once.
        read: reads those of some keys that are not kept; gives one for each key.
    """

    def __init__(self, most: int, read: Callable[[list[K]], dict[K, V]]) -> None:
        self._most = most
        self._read = read
        self._kept: OrderedDict[K, V] = OrderedDict()

    def of(self, keys: Iterable[K]) -> dict[K, V]:
        """What belongs to keys, in their order."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in self._kept]
        fresh = self._read(missing) if missing else {}
        found = {key: fresh[key] if key in fresh else self._kept[key] for key in wanted}
        for key, value in found.items():
            self.keep(key, value)
        return found

    def keep(self, key: K, value: V) -> None:
        """Keep something that was not read, but made."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
