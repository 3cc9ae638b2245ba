"""What a link of the record says of its two ends: keys of its data."""

from __future__ import annotations

TWIN = "twin"
"""The two cannot be told apart."""

DENIES = "denies"
"""Of two statements of one claim: one of the two denies what the other says."""
