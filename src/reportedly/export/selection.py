"""What is exported: a document, a claim, what a search finds, or the whole record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from reportedly.schema import RunError

if TYPE_CHECKING:  # the list of formats must not wait for a record's parts
    from reportedly.record import Query, Record

MOST = 2_000
"""Statements of a search at most: as many as a search compares (see `store.search.POOL`)."""


class Scope(StrEnum):
    """How much is exported."""

    DOCUMENT = "document"
    CLAIM = "claim"
    SEARCH = "search"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class OfDocument:
    """All statements of a document, by its id, address or path."""

    name: str
    scope: ClassVar[Scope] = Scope.DOCUMENT


@dataclass(frozen=True, slots=True)
class OfClaim:
    """All statements of a claim, by its id, or by that of one of them."""

    name: str
    scope: ClassVar[Scope] = Scope.CLAIM


@dataclass(frozen=True, slots=True)
class OfSearch:
    """What a search finds, the best first, `limit` statements and never more than `MOST`."""

    query: Query
    limit: int = MOST
    scope: ClassVar[Scope] = Scope.SEARCH


@dataclass(frozen=True, slots=True)
class OfRecord:
    """Everything."""

    scope: ClassVar[Scope] = Scope.RECORD


Selection = OfDocument | OfClaim | OfSearch | OfRecord


def named(record: Record, name: str) -> OfDocument | OfClaim:
    """The selection that an id means: a document, a claim, or the claim of a statement.

    Raises:
        RunError: if the record does not hold it, or it is of something else.
    """
    from reportedly.record.answers import Claim, DocumentAnswer, Statement

    found = record.show(name)
    if isinstance(found, DocumentAnswer):
        return OfDocument(found.key)
    if isinstance(found, Claim):
        return OfClaim(found.id)
    if isinstance(found, Statement) and found.claim:
        return OfClaim(found.claim)
    raise RunError(f"{name}: what is exported is a document, a claim, a search, or all there is")
