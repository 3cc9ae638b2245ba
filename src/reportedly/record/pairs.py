"""Pairs: what the program decides on two things, from the two alone.

They make the links of a record, whether documents are added one by one or connected in a batch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numkong
import numpy as np
from numpy.typing import NDArray

from reportedly.connect import claims, entities, reuse, stories
from reportedly.connect.claims import NEAR, Comparison, Statement
from reportedly.record.linked import DENIES, TWIN
from reportedly.schema import Document, Likeness, Profile, Reuse, ReuseKind, Verdict
from reportedly.schema.codec import encode
from reportedly.store import LinkRow

CLOSE = NEAR - 0.02
"""Cosine from which two are compared at all. The comparison has a cosine of its own, that of the
vectors as they are; here they count as unit vectors, which rounding makes them but for a hundredth.
Were the two bounds one, it would be chance on which side of it a pair comes to lie."""

UNIT = 127 * 127
"""The product of a vector with itself."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on two things: their likeness, and more about it as JSON values."""

    likeness: Likeness
    data: Mapping[str, object] = field(default_factory=dict)

    def link(self, a: int, b: int) -> LinkRow:
        """The link of a record, between the numbers of the two, in whichever order."""
        return LinkRow(min(a, b), max(a, b), self.likeness, self.data)


SAME_PROFILE = Decided(
    Likeness(Verdict.SAME, 1.0, ("the same name, with the same roles",)), {TWIN: True}
)
"""Of two entities that nothing tells apart."""
SAME_WORDS = Decided(Likeness(Verdict.SAME, 1.0, ("the same words",)), {TWIN: True})
"""Of two statements that nothing tells apart."""


def of_profiles(earlier: Profile, later: Profile) -> Decided | None:
    """What two entities are that share a key; None if they are two."""
    found = entities.compare(earlier, later)
    return None if found.verdict is Verdict.DIFFERENT else Decided(found)


def of_documents(earlier: Document, later: Document) -> Decided | None:
    """What two documents share that share a fingerprint; None if it is too little to tell."""
    found = reuse.compare(earlier, later)
    return None if found is None else Decided(_likeness(found), encode(found))


def _likeness(found: Reuse) -> Likeness:
    """Copies are the same; what shares a passage alone is not."""
    whole = found.kind is not ReuseKind.QUOTATION
    share = max(found.first_share, found.second_share)
    return Likeness(Verdict.SAME if whole else Verdict.DIFFERENT, share, (found.kind.value,))


def of_statements(earlier: Statement, later: Statement) -> Decided | None:
    """What two statements are that are candidates and close; None if they say different things."""
    return of_comparison(claims.compare(earlier, later))


def of_comparison(found: Comparison) -> Decided | None:
    """The same, where they have been compared."""
    if found.verdict is Verdict.DIFFERENT:
        return None
    return Decided(found.likeness, {DENIES: True} if found.denies else {})


def products(some: NDArray[np.int8], others: NDArray[np.int8]) -> NDArray[np.float64]:
    """Cosines of vectors with others, taken for unit vectors: (N, M)."""
    return np.asarray(numkong.cdist(some, others, "dot")).reshape(len(some), len(others)) / UNIT


def of_one_story(one: Statement, others: Sequence[Statement]) -> list[Decided | None]:
    """For each of some that share a pair of parties with a statement: whether it is of its story.

    Symmetric: products of vectors are whole numbers that single precision holds.
    """
    near = claims.scores(one.vector, np.stack([other.vector for other in others]))
    found = (
        stories.of_one_story(one.names & other.names, score)
        for other, score in zip(others, near.tolist(), strict=True)
    )
    return [Decided(story) if story.verdict is Verdict.SAME else None for story in found]
