"""What a text says stands behind a content, and who says so."""

from reportedly.weigh.evidence.marks import evidence

__all__ = ["evidence"]
