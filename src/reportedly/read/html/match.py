"""Where the main text stands on the page: paragraphs and pieces, compared by their letters."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.html.outline import key_of

_LONG = 20
"""Letters from which a text is long enough not to stand inside another by chance."""

_EDGE = 30
_LEAST_COVERED = 0.5
_MOST_WORK = 2_000_000_000
"""Characters that may be searched in all, some two seconds; then only whole texts are compared."""


def matched(keys: Sequence[str], paragraphs: Sequence[str]) -> tuple[set[int], bool]:
    """Which pieces of a page are in its main text.

    A piece is, if it is one of the paragraphs, or stands within the main text, or begins or
    ends as something there does (trafilatura drops times and the like out of paragraphs).

    Args:
        keys: letters of the pieces (`key_of`).
        paragraphs: the main text.

    Returns:
        The pieces' positions, and whether they make up at least half of the main text; if not,
        the page could not be followed, and the main text must stand for itself.
    """
    wanted = [key for text in paragraphs if (key := key_of(text))]
    whole = set(wanted)
    running = "|".join(wanted)
    search = len(running) * len(keys) <= _MOST_WORK
    hits = {
        n
        for n, key in enumerate(keys)
        if key and (key in whole or (search and _within(key, running)))
    }
    size = sum(map(len, wanted))
    return hits, sum(len(keys[n]) for n in hits) >= _LEAST_COVERED * size


def _within(key: str, running: str) -> bool:
    if len(key) < _LONG:
        return False
    if key in running:
        return True
    return len(key) >= 2 * _EDGE and (key[:_EDGE] in running or key[-_EDGE:] in running)
