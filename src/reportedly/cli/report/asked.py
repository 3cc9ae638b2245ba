"""Which attributions somebody wants explained."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.export.wording.view import View
from reportedly.schema import Attribution


class Asked:
    """The attributions that somebody wants explained, and which of them were found.

    Args:
        keys: ids, numbers (`7`), or `a` and a number (`a7`), as they were typed.
    """

    def __init__(self, keys: tuple[str, ...]) -> None:
        self._keys = tuple(dict.fromkeys(keys))
        self._found: set[str] = set()
        self._most: int | None = None

    def of(self, view: View) -> list[Attribution]:
        """Those of a document, each once, in text order."""
        self._most = max(self._most or 0, len(view.extraction.attributions))
        wanted = {key: found for key in self._keys if (found := view.asked(key))}
        self._found |= wanted.keys()
        ids = {found.id for found in wanted.values()}
        return [found for found in view.extraction.attributions if found.id in ids]

    @property
    def any_found(self) -> bool:
        """Whether at least one of them was in a document."""
        return bool(self._found)

    def missing(self) -> Iterator[str]:
        """What to say of each that was in no document; nothing if no document was read."""
        if self._most is None:
            return
        numbers = {0: "there are none", 1: "there is No. 1 alone"}
        there = numbers.get(self._most, f"they are numbered from 1 to {self._most:,} at most")
        for key in self._keys:
            if key not in self._found:
                yield f"--explain {key}: no attribution has that number or id; {there}"
