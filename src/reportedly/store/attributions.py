"""Attributions as lists and filters need them; what stands in the text is in the extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, select

from reportedly.schema import Act, BlockKind, Kind, Ref, Stance, Status
from reportedly.store import tables
from reportedly.store.forms import clean, split_names
from reportedly.store.nearby import nearby
from reportedly.store.refs import Refs
from reportedly.store.rows import AttributionRow
from reportedly.store.session import IN, AnyRow, Session

_T, _D = tables.attributions, tables.documents
ROWS: Select[Any] = select(*(c for c in _T.c if c.name != "marks"), _D.c.key).join(
    _D, _D.c.n == _T.c.document
)
"""Every column that `attribution` reads, in its order."""

# Statements that are put for every answer are made once: to make one takes as long as to run it.
_GET = ROWS.where(_T.c.n.in_(IN))
_AFTER = ROWS.where(_T.c.n > bindparam("after"))
_PAGE = _AFTER.order_by(_T.c.n).limit(bindparam("limit", type_=Integer))
_IN_TEXT = ROWS.where(_T.c.document == bindparam("document")).order_by(_T.c.n)
_OF_DOCUMENTS = ROWS.where(_T.c.document.in_(IN))
_OF_SPEAKERS = ROWS.where(_T.c.speaker.in_(IN))

_ACTS = {member.value: member for member in Act}
_STANCES = {member.value: member for member in Stance}
_KINDS = {member.value: member for member in Kind}
_BLOCKS = {member.value: member for member in BlockKind}


class Attributions:
    """The attributions of a record; they come and go with their document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._refs = Refs(session, _T)

    def get(self, numbers: Iterable[int]) -> dict[int, AttributionRow]:
        """The attributions of many numbers, by number; those that are gone are left out."""
        return {row[0]: attribution(row) for row in self._session.among(_GET, numbers)}

    def count(self) -> int:
        """How many there are."""
        return self._session.number(select(func.count()).select_from(_T))

    def page(self, after: int = 0, limit: int = 1000) -> tuple[AttributionRow, ...]:
        """Attributions in the order of adding, a page at a time.

        Args:
            after: number of the last one of the page before.
            limit: how many at most.
        """
        found = self._session.rows(_PAGE, {"after": after, "limit": limit})
        return tuple(map(attribution, found))

    def of_document(self, document: int) -> tuple[AttributionRow, ...]:
        """The attributions of a document, in text order."""
        return tuple(map(attribution, self._session.rows(_IN_TEXT, {"document": document})))

    def of_documents(self, documents: Iterable[int]) -> Iterator[AttributionRow]:
        """The attributions of many documents."""
        return map(attribution, self._session.among(_OF_DOCUMENTS, documents))

    def of_speakers(self, entities: Iterable[int]) -> Iterator[AttributionRow]:
        """What the entities of these numbers say."""
        return map(attribution, self._session.among(_OF_SPEAKERS, entities))

    def spoken(self) -> dict[int, int]:
        """How many attributions each entity speaks, by number; those that speak none are out."""
        counted = select(_T.c.speaker, func.count()).where(_T.c.speaker.is_not(None))
        return dict(map(tuple, self._session.rows(counted.group_by(_T.c.speaker))))

    def by_id(self, name: str) -> tuple[AttributionRow, ...]:
        """The attributions of an id, in the order of adding; two documents can have the same."""
        found = ROWS.where(_T.c.id == clean(name)).order_by(_T.c.n)
        return tuple(map(attribution, self._session.rows(found)))

    def near(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that begin most like an id that the record lacks, the likeliest first."""
        return nearby(self._session, _T.c.id, clean(name), limit)

    def numbers(self, refs: Iterable[Ref]) -> dict[Ref, int]:
        """The numbers of attributions by ref; those that the record lacks are left out."""
        return self._refs.numbers(refs)

    def refs(self, numbers: Iterable[int]) -> dict[int, Ref]:
        """The refs of attributions by number."""
        return self._refs.refs(numbers)


def attribution(row: AnyRow) -> AttributionRow:
    """A row of `ROWS` as its data type."""
    # A list has thousands: unpacked, and its words looked up, a row takes a third of the time.
    (n, document, name, speaker, speaker_name, act, negated, stance, kind, block, said_on, day,
     content, source, publisher, carriers, evidence, confidence, parent, key) = row  # fmt: skip
    return AttributionRow(
        n,
        document,
        Ref(key, name),
        speaker,
        speaker_name,
        _ACTS[act],
        bool(negated),
        _STANCES[stance],
        _KINDS[kind],
        _BLOCKS[block],
        said_on,
        day,
        content,
        source,
        publisher,
        split_names(carriers),
        tuple(map(Status, split_names(evidence))),
        confidence,
        parent,
    )
