"""The plain baseline: MinHash alone, as datasketch has it, with no look at the texts behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

PERMUTATIONS = 128
"""datasketch's own default."""
LEAST = 0.5
"""Estimated share of shingles in common, of all of both texts, from which a pair is found."""
SHINGLE = 5
_WORD = re.compile(r"\w+")


def estimates(texts: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """The pairs whose estimated Jaccard index is `LEAST` or more, the lesser name first."""
    hashes = {name: _hash(text) for name, text in texts.items()}
    index = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    for name, one in hashes.items():
        index.insert(name, one)
    found = {}
    for name, one in hashes.items():
        for other in index.query(one):
            likeness = one.jaccard(hashes[other])
            if name < other and likeness >= LEAST:
                found[name, other] = likeness
    return found


def _hash(text: str) -> MinHash:
    words = [word.lower() for word in _WORD.findall(text)]
    shingles = zip(*(words[at:] for at in range(SHINGLE)), strict=False)
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch([" ".join(shingle).encode() for shingle in shingles])
    return made
