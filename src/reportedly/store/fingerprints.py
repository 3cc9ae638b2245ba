"""Fingerprints: by what documents that share words are found without reading them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from reportedly.store import tables
from reportedly.store.session import IN, Session

_T = tables.fingerprints


class Fingerprints:
    """The fingerprints of the documents' texts; they come and go with their document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def holders(self, fingerprints: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """The documents that have each of these fingerprints, ascending."""
        found = defaultdict[int, list[int]](list)
        for row in self._session.among(select(_T).where(_T.c.fingerprint.in_(IN)), fingerprints):
            found[row.fingerprint].append(row.document)
        return {print_: tuple(sorted(numbers)) for print_, numbers in found.items()}

    def of(self, documents: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """The fingerprints of each of these documents, ascending."""
        found = defaultdict[int, list[int]](list)
        for row in self._session.among(select(_T).where(_T.c.document.in_(IN)), documents):
            found[row.document].append(row.fingerprint)
        return {n: tuple(sorted(prints)) for n, prints in found.items()}
