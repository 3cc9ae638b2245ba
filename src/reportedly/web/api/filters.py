"""What is searched for, as parameters have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from fastapi import Query as Parameter

from reportedly.record import Query
from reportedly.schema import Act, Status
from reportedly.web.api.named import WORDS, MaybeDay, Name


@dataclass(frozen=True, slots=True)
class _Filters:
    """What is searched for."""

    q: Annotated[str, Parameter(max_length=WORDS, description="Words of the content.")] = ""
    speaker: Name = ""
    publisher: Name = ""
    carrier: Name = ""
    act: Annotated[frozenset[Act], Parameter(description="Any of these.")] = frozenset()
    evidence: Annotated[frozenset[Status], Parameter(description="Any of these marks.")] = (
        frozenset()
    )
    since: MaybeDay = None
    until: MaybeDay = None

    def query(self) -> Query:
        """The same as the record has it."""
        return Query(
            words=self.q,
            speaker=self.speaker,
            publisher=self.publisher,
            carrier=self.carrier,
            acts=self.act,
            evidence=self.evidence,
            since=self.since,
            until=self.until,
        )


Filters = Annotated[_Filters, Depends()]
