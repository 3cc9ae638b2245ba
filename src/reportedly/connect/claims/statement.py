"""Statements as they are compared, and what a comparison says."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.connect.claims.encoder import Vector
from reportedly.schema import Act
from reportedly.schema.connect import Likeness, Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What somebody is said to have said, as far as comparing needs it.

    Args:
        text: the words of the content; of several spans, joined by a blank.
        vector: the content's vector, (SIZE,), by `SentenceEncoder`.
        names: canonical names of those who stand in the content.
        speaker: canonical name of who said it, where known.
        act: what the cue does.
        negated: the cue is denied or refused ("did not say").
    """

    text: str
    vector: Vector = field(repr=False)
    names: frozenset[str] = frozenset()
    speaker: str | None = None
    act: Act = Act.SAY
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two statements are to each other.

    Args:
        likeness: SAME: they are of one claim. UNSURE: a person may say. DIFFERENT: they are not.
        denies: of one claim, but the one says that it is so and the other that it is not.
    """

    likeness: Likeness
    denies: bool = False

    @property
    def verdict(self) -> Verdict:
        """The verdict of `likeness`."""
        return self.likeness.verdict
