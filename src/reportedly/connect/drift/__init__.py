"""Drift: what became of an utterance's words from one document to another."""

from reportedly.connect.drift.changes import ChangeKind, Drift, Segment, Wording
from reportedly.connect.drift.wordings import compare_words

__all__ = ["ChangeKind", "Drift", "Segment", "Wording", "compare_words"]
