"""Around: in whose words each attribution is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from reportedly.schema import Attribution


def around(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    """For each attribution that is said in another's words, that one's id.

    Its parent; where it has none, the one with the shortest content that holds its cue.
    """
    listed = list(attributions)
    known = {a.id for a in listed}
    contents = sorted((c.start, c.end, a.id, _length(a)) for a in listed for c in a.content)
    longest = max((end - start for start, end, *_ in contents), default=0)
    found: dict[str, str] = {}
    for a in listed:
        over = a.parent if a.parent in known else _holder(contents, longest, a)
        if over is not None:
            found[a.id] = over
    return found


def _length(attribution: Attribution) -> int:
    return sum(map(len, attribution.content))


def _holder(contents: list[tuple[int, int, str, int]], longest: int, a: Attribution) -> str | None:
    cue = a.cue[0]
    best: tuple[int, str] | None = None
    at = bisect_right(contents, cue.start, key=lambda content: content[0]) - 1
    while at >= 0 and contents[at][0] >= cue.start - longest:
        _, end, name, length = contents[at]
        if cue.end <= end and name != a.id and (best is None or length < best[0]):
            best = length, name
        at -= 1
    return best[1] if best else None
