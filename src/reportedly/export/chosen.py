"""A selection, looked up in the record: what every format is written from."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from reportedly.export.selection import (
    MOST,
    OfClaim,
    OfDocument,
    OfSearch,
    Scope,
    Selection,
)
from reportedly.record import Record
from reportedly.record.answers import Claim, DocumentAnswer, Reading, SpeakerAnswer, Statement


class Chosen(ABC):
    """What was selected. It is read anew with each call, and holds no more than it must.

    Args:
        record: the record; what comes lazily is read in its thread.
        scope: how much was selected.
        name: what it is called within the record's names: the same selection, the same name.
    """

    def __init__(self, record: Record, scope: Scope, name: str) -> None:
        self.record = record
        self.scope = scope
        self.name = name

    @abstractmethod
    def readings(self) -> Iterator[Reading]:
        """The documents, each with those of its statements that were selected, in text order."""

    def statements(self) -> Iterator[Statement]:
        """The statements that were selected."""
        return (said for reading in self.readings() for said in reading.statements)

    def documents(self) -> Iterator[DocumentAnswer]:
        """The documents that they stand in."""
        return (reading.document for reading in self.readings())

    def claims(self) -> Iterator[Claim]:
        """The claims that they belong to, whole, each once."""
        names = dict.fromkeys(said.claim for said in self.statements())
        return (self.record.claim(name) for name in names if name)

    def speakers(self) -> Iterator[SpeakerAnswer]:
        """Those who say them, each once."""
        names = dict.fromkeys(said.speaker_id for said in self.statements())
        return (self.record.speaker(name) for name in names if name)


def choose(record: Record, selection: Selection) -> Chosen:
    """Look a selection up.

    Raises:
        RunError: if the record does not hold what it names, or a day of its search is none.
    """
    if isinstance(selection, OfDocument):
        return _Document(record, record.document(selection.name).key)
    if isinstance(selection, OfClaim):
        return _Claim(record, record.claim(selection.name))
    if isinstance(selection, OfSearch):
        return _Found(record, selection)
    return _Record(record, Scope.RECORD, "record")


class _Record(Chosen):
    """Everything."""

    def readings(self) -> Iterator[Reading]:
        return (self.record.reading(document.key) for document in self.record.documents())

    def documents(self) -> Iterator[DocumentAnswer]:
        return self.record.documents()

    def claims(self) -> Iterator[Claim]:
        return self.record.claims()

    def speakers(self) -> Iterator[SpeakerAnswer]:
        return self.record.speakers()


class _Document(Chosen):
    """A document, with all that is said in it."""

    def __init__(self, record: Record, key: str) -> None:
        super().__init__(record, Scope.DOCUMENT, f"documents/{key}")
        self._key = key

    def readings(self) -> Iterator[Reading]:
        yield self.record.reading(self._key)


class _Claim(Chosen):
    """A claim, with the documents of its statements."""

    def __init__(self, record: Record, claim: Claim) -> None:
        super().__init__(record, Scope.CLAIM, f"claims/{claim.id}")
        self._claim = claim

    def readings(self) -> Iterator[Reading]:
        return _readings(self.record, self._claim.attributions)

    def claims(self) -> Iterator[Claim]:
        yield self._claim


class _Found(Chosen):
    """What a search finds, with the documents of these statements."""

    def __init__(self, record: Record, selection: OfSearch) -> None:
        digest = hashlib.sha256(repr(_plain(selection)).encode("utf-8", "replace")).hexdigest()
        super().__init__(record, Scope.SEARCH, f"searches/{digest[:12]}")
        limit = min(selection.limit, MOST)
        self._statements = record.search(selection.query, limit=limit)

    def readings(self) -> Iterator[Reading]:
        return _readings(self.record, self._statements)


def _plain(selection: OfSearch) -> list[object]:
    """What tells one search from another, the same in every process."""
    values = (getattr(selection.query, field.name) for field in fields(selection.query))
    plain = (sorted(map(str, v)) if isinstance(v, frozenset) else v for v in values)
    return [selection.limit, *plain]


def _readings(record: Record, statements: Iterable[Statement]) -> Iterator[Reading]:
    """Documents with some of their statements, in the order in which the statements meet them."""
    wanted: dict[str, dict[str, Statement]] = {}
    for said in statements:
        wanted.setdefault(said.id.partition("/")[0], {})[said.id] = said
    for key, chosen in wanted.items():
        reading = record.reading(key)
        found = (chosen[s.id] for s in reading.statements if s.id in chosen)
        yield replace(reading, statements=tuple(found))
