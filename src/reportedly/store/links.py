"""Links: what the program decided on two things, and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from sqlalchemy import bindparam, delete, func, select, text, tuple_

from reportedly.schema import Likeness, Verdict
from reportedly.store import tables
from reportedly.store.forms import dumps, dumps_or_none, loads_or_empty
from reportedly.store.rows import LinkRow, Matter
from reportedly.store.session import IN, AnyRow, Session
from reportedly.store.upsert import upsert

_T = tables.links
_MATTER = _T.c.matter == bindparam("of")
_PAIR = (_T.c.a == bindparam("one"), _T.c.b == bindparam("other"))
# In these words, as an index that holds these alone is used for nothing else.
_UNSURE = text("verdict = 'unsure'")

TOGETHER = 2_000
"""Items up to which both ends of a link are asked for at once: a statement takes 32,766 values."""

_FROM = select(_T).where(
    _MATTER, _T.c.a.in_(IN), _T.c.verdict.in_(bindparam("verdicts", expanding=True))
)
_WITHIN = _FROM.where(_T.c.b.in_(bindparam("ends", expanding=True)))


class Links:
    """The program's verdicts on pairs; what they are pairs of, the matter says."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, matter: Matter, links: Iterable[LinkRow]) -> None:
        """Write verdicts down; one on the same pair is replaced."""
        rows = [
            {
                "matter": matter.value,
                "a": link.a,
                "b": link.b,
                "verdict": link.likeness.verdict.value,
                "score": link.likeness.score,
                "reasons": dumps(link.likeness.reasons),
                "data": dumps_or_none(link.data),
            }
            for link in links
        ]
        self._session.change(upsert(self._session, _T), rows)

    def between(self, matter: Matter, a: int, b: int) -> LinkRow | None:
        """The verdict on two things, in either order."""
        pair = {"of": matter.value, "one": min(a, b), "other": max(a, b)}
        row = self._session.row(select(_T).where(_MATTER, *_PAIR), pair)
        return link(row) if row else None

    def of(
        self, matter: Matter, items: Iterable[int], verdict: Verdict | None = None
    ) -> tuple[LinkRow, ...]:
        """All links that one of the items is an end of, each once, sorted by pair.

        Args:
            matter: of which matter.
            items: numbers.
            verdict: only those of this verdict.
        """
        wanted = [] if verdict is None else [_T.c.verdict == verdict.value]
        numbers, found = list(items), dict[tuple[int, int], LinkRow]()
        for end in (_T.c.a, _T.c.b):
            statement = select(_T).where(_MATTER, end.in_(IN), *wanted)
            for row in self._session.among(statement, numbers, {"of": matter.value}):
                found[row.a, row.b] = link(row)
        return tuple(found[pair] for pair in sorted(found))

    def counted(self, matter: Matter, items: Iterable[int]) -> dict[int, int]:
        """Of how many links each of some items is an end; items of none are left out."""
        numbers, found = list(items), Counter[int]()
        for end in (_T.c.a, _T.c.b):
            statement = (
                select(end.label("item"), func.count().label("links"))
                .where(_MATTER, end.in_(IN))
                .group_by(end)
            )
            for row in self._session.among(statement, numbers, {"of": matter.value}):
                found[row.item] += row.links
        return dict(found)

    def within(
        self, matter: Matter, items: Iterable[int], verdict: Verdict | None = None
    ) -> tuple[LinkRow, ...]:
        """All links that both ends of are among the items, sorted by pair.

        Args:
            matter: of which matter.
            items: numbers.
            verdict: only those of this verdict.
        """
        numbers = set(items)
        statement = _WITHIN if len(numbers) <= TOGETHER else _FROM
        verdicts = [verdict.value] if verdict else [v.value for v in Verdict]
        given = {"of": matter.value, "verdicts": verdicts, "ends": [*numbers][:TOGETHER]}
        rows = self._session.among(statement, sorted(numbers), given)
        return tuple(link(row) for row in sorted(rows, key=_pair) if row.b in numbers)

    def unsure(self, matter: Matter, limit: int = 100, offset: int = 0) -> tuple[LinkRow, ...]:
        """The pairs that the program leaves to a person, the likeliest to be the same first."""
        statement = (
            select(_T)
            .where(_MATTER, _UNSURE)
            .order_by(_T.c.score.desc(), _T.c.a.desc(), _T.c.b.desc())
            .limit(limit)
            .offset(offset)
        )
        return tuple(map(link, self._session.rows(statement, {"of": matter.value})))

    def all(
        self, matter: Matter, size: int = 5_000, after: tuple[int, int] = (-1, -1)
    ) -> Iterator[LinkRow]:
        """Every link of a matter, sorted by pair, `size` at a time, from behind a pair on."""
        while True:
            statement = (
                select(_T)
                .where(_MATTER, tuple_(_T.c.a, _T.c.b) > after)
                .order_by(_T.c.a, _T.c.b)
                .limit(size)
            )
            rows = self._session.rows(statement, {"of": matter.value})
            yield from map(link, rows)
            if len(rows) < size:
                return
            after = (rows[-1].a, rows[-1].b)

    def drop(self, matter: Matter, items: Iterable[int]) -> None:
        """Forget all links that one of the items is an end of."""
        numbers = list(items)
        for end in (_T.c.a, _T.c.b):
            gone = delete(_T).where(_T.c.matter == matter.value, end.in_(IN))
            self._session.among_change(gone, numbers)


def _pair(row: AnyRow) -> tuple[int, int]:
    return row.a, row.b


def link(row: AnyRow) -> LinkRow:
    """A row as its data type."""
    likeness = Likeness(Verdict(row.verdict), row.score, tuple(json.loads(row.reasons)))
    return LinkRow(row.a, row.b, likeness, loads_or_empty(row.data))
