"""What a carrier has seen: "a letter obtained by", "a copy of which … has seen"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.schema import Evidence, Status, Voice
from reportedly.weigh.decided import Decided
from reportedly.weigh.notes.sightings import MEDIUM, backed, carries, is_publisher, sightings
from reportedly.weigh.scene import Scene


def seen(place: Scene) -> Iterator[tuple[str, Decided[Evidence]]]:
    """Marks for what a carrier has seen; what the publisher has seen is a note of its own.

    Yields:
        The id of the attribution that the document stands behind, and the mark.
    """
    for words, medium in sightings(place):
        if is_publisher(place, medium) or not (carries(place, medium) or MEDIUM.search(medium)):
            continue
        mark = Evidence(Status.SHOWN, words, Voice.CARRIER)
        for a in backed(place, words):
            yield a.id, Decided(mark, "a carrier has seen it")
