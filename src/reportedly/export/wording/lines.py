"""Lines of a text, as editors number them."""

from __future__ import annotations

import re
from bisect import bisect_right

from reportedly.schema import Attribution


class Lines:
    """Tells on which line of a text something stands; the first is 1.

    A line ends at a line feed, a carriage return, or both together.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer(r"\r\n?|\n", text))]

    def number(self, offset: int) -> int:
        """The number of the line that the character at `offset` stands on."""
        return bisect_right(self._starts, offset)

    def start(self, offset: int) -> int:
        """Where the line begins that the character at `offset` stands on."""
        return self._starts[self.number(offset) - 1]

    def of(self, attribution: Attribution) -> int:
        """The line on which the first word of an attribution stands."""
        roles = (attribution.source, attribution.cue, attribution.content)
        return self.number(min(role[0].start for role in roles if role))
