"""What resolving a source gives."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.resolve.speakers.cluster import Cluster
from reportedly.resolve.speakers.source import Source


@dataclass(frozen=True, slots=True)
class Settled:
    """Who one attribution's speaker is.

    Args:
        cluster: the entity's mentions; None where nobody is named, or where it stays open.
        open: why it stays open.
        why: what decided it.
        source: its source's noun phrase, where it has one of its own.
    """

    cluster: Cluster | None
    open: str | None = None
    why: str = ""
    source: Source | None = None
