"""Speakers: mentions to clusters, sources to speakers, and all that the text says of them."""

from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.entities import Names, entity
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.speakers import Cast, Settled, cast, with_mentions

__all__ = [
    "Cast",
    "Cluster",
    "Clustered",
    "Names",
    "Settled",
    "Source",
    "cast",
    "entity",
    "with_mentions",
]
