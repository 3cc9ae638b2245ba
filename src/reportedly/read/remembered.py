"""What is remembered of feeds from one run to the next; whoever keeps a record keeps it."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.schema import FeedRead, FeedState


class Feeds:
    """States of feeds: those of the last run go in, those of this run come out.

    Give it to `ReadOptions.feeds`: feeds are then asked for conditionally, and entries that were
    seen are left out. When the run has ended and its documents are kept, and not before, keep
    `states` for the next run: what a broken run has read is then read again, and nothing is lost.

    Args:
        states: what the last run left, in any order.
    """

    def __init__(self, states: Iterable[FeedState] = ()) -> None:
        self._states = {state.url: state for state in states}
        self.read: list[FeedRead] = []
        """What this run has read, in order."""

    @property
    def states(self) -> tuple[FeedState, ...]:
        """What to keep for the next run, of feeds that this run did not read too."""
        return tuple(self._states.values())

    def holds(self, url: str) -> bool:
        """Whether a feed was read before under an address or a name."""
        return url in self._states

    def before(self, url: str) -> FeedState:
        """What the last reading of a feed has left; nothing is seen of one that is new."""
        return self._states.get(url) or FeedState(url)

    def note(self, read: FeedRead) -> None:
        """Remember that a feed was read to its end."""
        self.read.append(read)
        self._states[read.state.url] = read.state
