"""All that publishers write, in whole clauses, of what stands behind a claim."""

from __future__ import annotations

from reportedly.weigh.notes.disputes import DISPUTED
from reportedly.weigh.notes.offered import DESCRIBED, SHOWN
from reportedly.weigh.notes.unproven import CAUTION, NONE_OFFERED, UNVERIFIED

EVIDENCE = (*NONE_OFFERED, *UNVERIFIED, *CAUTION, *DISPUTED, *SHOWN, *DESCRIBED)
"""Triggers, the earlier before the later where both match."""
