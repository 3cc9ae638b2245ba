"""Reuse: the same words in two documents, found by fingerprints and aligned to the character."""

from reportedly.connect.reuse.compare import compare
from reportedly.connect.reuse.fingerprints import SHARED, fingerprints

__all__ = ["SHARED", "compare", "fingerprints"]
