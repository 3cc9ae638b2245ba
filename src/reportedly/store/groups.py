"""Groups: what is one and the same, as far as it was decided; and the summaries that lists show.

What is in no group is a group of its own, and takes no row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Integer,
    Select,
    bindparam,
    delete,
    desc,
    func,
    literal_column,
    select,
    tuple_,
)

from reportedly.schema import Ref
from reportedly.store import tables
from reportedly.store.forms import clean, dumps_or_none, loads_or_empty
from reportedly.store.matters import items
from reportedly.store.nearby import nearby
from reportedly.store.rows import Matter, Summary
from reportedly.store.session import IN, AnyRow, Session
from reportedly.store.upsert import upsert

_T, _S, _M = tables.groups, tables.summaries, tables.dirty
_OF: BindParameter[Any] = bindparam("of")
_SUMMARIES = select(*(c for c in _S.c if c.name != "matter")).where(_S.c.matter == _OF)
_ORDERS = {
    "documents": (_S.c.documents.desc(), _S.c.size.desc(), _S.c.root.desc()),
    "last": (desc(literal_column("coalesce(last, '')")), _S.c.root.desc()),
    "root": (_S.c.root,),
}
# Statements that are put for every answer are made once: to make one takes as long as to run it.
_HELD = select(_T.c.item, _T.c.root).where(_T.c.matter == _OF, _T.c.item.in_(IN))
_IDS = (
    select(_T.c.item, _S.c.id)
    .join(_S, (_S.c.matter == _T.c.matter) & (_S.c.root == _T.c.root))
    .where(_T.c.matter == _OF, _T.c.item.in_(IN))
)
_MEMBERS = select(_T.c.item, _T.c.root).where(_T.c.matter == _OF, _T.c.root.in_(IN))
_PAGE_OF_ROOTS = tuple_(_T.c.root, _T.c.item) > tuple_(
    bindparam("root", type_=BigInteger), bindparam("item", type_=BigInteger)
)
_BY_ROOT = {
    of: select(_T.c.root, _T.c.item, of.c.id, tables.documents.c.key)
    .select_from(_T)
    .join(of, of.c.n == _T.c.item)
    .join(tables.documents, tables.documents.c.n == of.c.document)
    .where(_T.c.matter == _OF, _PAGE_OF_ROOTS)
    .order_by(_T.c.root, _T.c.item)
    .limit(bindparam("limit", type_=Integer))
    for of in (tables.entities, tables.attributions)
}
_OF_ROOTS = _SUMMARIES.where(_S.c.root.in_(IN))
_WIDEST = _SUMMARIES.order_by(*_ORDERS["documents"]).limit(bindparam("limit", type_=Integer))
_NEXT_WIDEST = _WIDEST.where(
    tuple_(_S.c.documents, _S.c.size, _S.c.root)
    < tuple_(*(bindparam(name, type_=BigInteger) for name in ("documents", "size", "root")))
)

Order = Literal["documents", "last", "root"]
"""By most documents, by the latest day, or in the order of adding."""


class Groups:
    """Which items go together under which root, by matter."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def roots(self, matter: Matter, items: Iterable[int]) -> dict[int, int]:
        """The root of each item; of one that is in no group, the item itself."""
        numbers = list(items)
        return {number: number for number in numbers} | self.held(matter, numbers)

    def held(self, matter: Matter, items: Iterable[int]) -> dict[int, int]:
        """The root of each item that is in a group; the others are left out."""
        rows = self._session.among(_HELD, items, {"of": matter.value})
        return {row.item: row.root for row in rows}

    def ids(self, matter: Matter, items: Iterable[int]) -> dict[int, str]:
        """What the groups of items go by outside; items that are in none are left out."""
        return {row[0]: row[1] for row in self._session.among(_IDS, items, {"of": matter.value})}

    def members(self, matter: Matter, roots: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """The items under each root, ascending; of a root without a group, the root alone."""
        numbers = list(roots)
        found = defaultdict[int, list[int]](list)
        for row in self._session.among(_MEMBERS, numbers, {"of": matter.value}):
            found[row.root].append(row.item)
        return {root: tuple(sorted(found.get(root, [root]))) for root in numbers}

    def assign(self, matter: Matter, roots: Mapping[int, int]) -> None:
        """Put items under roots; an item that is given itself as its root, too."""
        rows = [{"matter": matter.value, "item": i, "root": r} for i, r in roots.items()]
        self._session.change(upsert(self._session, _T), rows)

    def free(self, matter: Matter, items: Iterable[int]) -> None:
        """Take items out of their groups: each is a group of its own again."""
        gone = delete(_T).where(_T.c.matter == matter.value, _T.c.item.in_(IN))
        self._session.among_change(gone, items)

    def describe(self, matter: Matter, summaries: Iterable[Summary]) -> None:
        """Write summaries down, each in place of an earlier one of the same root."""
        rows = [_summary_row(matter, summary) for summary in summaries]
        self._session.change(upsert(self._session, _S), rows)

    def forget(self, matter: Matter, roots: Iterable[int]) -> None:
        """Forget the summaries of roots that are no longer roots."""
        gone = delete(_S).where(_S.c.matter == matter.value, _S.c.root.in_(IN))
        self._session.among_change(gone, roots)

    def summaries(self, matter: Matter, roots: Iterable[int]) -> dict[int, Summary]:
        """The summaries of roots, by root; those that have none are left out."""
        found = self._session.among(_OF_ROOTS, roots, {"of": matter.value})
        return {row.root: summary(row) for row in found}

    def by_id(self, matter: Matter, name: str) -> Summary | None:
        """The summary of the group that goes by an id."""
        statement = _SUMMARIES.where(_S.c.id == clean(name)).order_by(_S.c.root)
        row = self._session.row(statement, {"of": matter.value})
        return summary(row) if row else None

    def near(self, matter: Matter, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that begin most like an id that the record lacks, the likeliest first."""
        return nearby(self._session, _S.c.id, clean(name), limit, _S.c.matter == matter.value)

    def listing(
        self, matter: Matter, order: Order = "documents", limit: int = 100, offset: int = 0
    ) -> tuple[Summary, ...]:
        """The groups that have a summary, in an order, a page at a time."""
        statement = _SUMMARIES.order_by(*_ORDERS[order]).limit(limit).offset(offset)
        return tuple(map(summary, self._session.rows(statement, {"of": matter.value})))

    def widest(
        self, matter: Matter, limit: int = 100, after: Summary | None = None
    ) -> tuple[Summary, ...]:
        """The groups that have a summary, those of most documents first, a page at a time.

        Args:
            matter: of which matter.
            limit: how many at most.
            after: the last one of the page before, or where it would stand now.
        """
        given: dict[str, Any] = {"of": matter.value, "limit": limit}
        if after is None:
            return tuple(map(summary, self._session.rows(_WIDEST, given)))
        given |= {"documents": after.documents, "size": after.size, "root": after.root}
        return tuple(map(summary, self._session.rows(_NEXT_WIDEST, given)))

    def count(self, matter: Matter) -> int:
        """How many groups have a summary."""
        statement = select(func.count()).where(_S.c.matter == matter.value)
        return self._session.number(statement)

    def all(self, matter: Matter, size: int = 5_000) -> Iterator[tuple[int, int]]:
        """Every item that is in a group, with its root, by item, `size` at a time."""
        yield from _paged(
            self._session,
            select(_T.c.item, _T.c.root).where(_T.c.matter == matter.value),
            size,
        )

    def whole(self, matter: Matter, size: int = 5_000) -> Iterator[tuple[int, dict[int, Ref]]]:
        """Every root with the items under it and their refs, by root.

        Args:
            matter: of entities or attributions.
            size: how many items are read at a time.
        """
        statement = _BY_ROOT[items(matter)]
        for root, group in groupby(self._by_root(statement, matter, size), key=itemgetter(0)):
            yield root, {item: Ref(key, name) for _, item, name, key in group}

    def _by_root(self, statement: Select[Any], matter: Matter, size: int) -> Iterator[AnyRow]:
        after = (-1, -1)
        while True:
            root, item = after
            given = {"of": matter.value, "root": root, "item": item, "limit": size}
            rows = self._session.rows(statement, given)
            yield from rows
            if len(rows) < size:
                return
            after = (rows[-1].root, rows[-1].item)


class Marks:
    """What has yet to be done again, as it was touched: a list that outlives the program."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, matter: Matter, items: Iterable[int]) -> None:
        """Mark items of a matter; one that is marked already stays so."""
        rows = [{"matter": matter.value, "item": item} for item in items]
        self._session.change(upsert(self._session, _M), rows)

    def first(self, matter: Matter, limit: int = 1_000) -> tuple[int, ...]:
        """The first items that are marked, ascending."""
        marked = select(_M.c.item).where(_M.c.matter == matter.value)
        rows = self._session.rows(marked.order_by(_M.c.item).limit(limit))
        return tuple(row.item for row in rows)

    def clear(self, matter: Matter, items: Iterable[int]) -> None:
        """Take marks off."""
        gone = delete(_M).where(_M.c.matter == matter.value, _M.c.item.in_(IN))
        self._session.among_change(gone, items)


def _paged(session: Session, statement: Select[Any], size: int) -> Iterator[tuple[int, int]]:
    after = -1
    while True:
        rows = session.rows(statement.where(_T.c.item > after).order_by(_T.c.item).limit(size))
        yield from ((row.item, row.root) for row in rows)
        if len(rows) < size:
            return
        after = rows[-1].item


def summary(row: AnyRow) -> Summary:
    """A row as its data type."""
    root, name, label, item, size, documents, publishers, speakers, first, last, data = row
    counts = (size, documents, publishers, speakers)
    return Summary(root, name, label, item, *counts, first, last, loads_or_empty(data))


def _summary_row(matter: Matter, s: Summary) -> dict[str, Any]:
    return {
        "matter": matter.value,
        "root": s.root,
        "id": clean(s.id),
        "label": clean(s.label),
        "item": s.item,
        "size": s.size,
        "documents": s.documents,
        "publishers": s.publishers,
        "speakers": s.speakers,
        "first": s.first,
        "last": s.last,
        "data": dumps_or_none(s.data),
    }
