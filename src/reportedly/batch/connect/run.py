"""What connects: the tables, the engine, and a place to say how far it is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.batch.connect.frames import Tables
from reportedly.batch.engine import Session


@dataclass(frozen=True, slots=True)
class Run:
    """What every step works with.

    Args:
        tables: the run's.
        engine: the dataframe engine, set up.
    """

    tables: Tables
    engine: Session

    def each(self, parts: Sequence[int], work: Callable[[int], str]) -> dict[str, int]:
        """Do parts in worker processes, one alone in this; the sums of what is said of them.

        Args:
            parts: their numbers.
            work: does one of them, and says in JSON what it counted.
        """
        alone = len(parts) == 1 and not self.engine.cluster
        answers = map(work, parts) if alone else self.engine.each([*map(str, parts)], _Of(work))
        total = Counter[str]()
        for answer in answers:
            total.update(json.loads(answer))
        return dict(total)


@dataclass(frozen=True, slots=True)
class _Of:
    """Work on a part whose number comes as a string."""

    work: Callable[[int], str]

    def __call__(self, task: str) -> str:
        return self.work(int(task))
