"""Reuse: the same words in two documents, found by fingerprints and aligned to the character."""

from reportedly.connect.reuse.pairs import compare
from reportedly.connect.reuse.winnow import SHARED, fingerprints

__all__ = ["SHARED", "compare", "fingerprints"]
