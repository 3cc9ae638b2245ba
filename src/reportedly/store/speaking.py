"""What somebody says, over all documents: counted and paged by the database itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    Text,
    bindparam,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from reportedly.store import tables
from reportedly.store.rows import Carried, Carrying, Claimed, Matter
from reportedly.store.session import IN, Session

LATEST = 2_000
"""Statements, of those added last, that are looked through for what somebody says at most: the
claims of so many are counted in 20 ms. Few say more in a million."""

NO_DAY = "9999"
"""Stands for the day of what has none: it comes last."""

_A, _G, _S, _C, _V = (
    tables.attributions,
    tables.groups,
    tables.summaries,
    tables.carriers,
    tables.vectors,
)
_ROOT: BindParameter[int] = bindparam("root")
# What is in no group is a group of its own.
_MEMBERS = (
    select(_G.c.item)
    .where(_G.c.matter == Matter.ENTITY.value, _G.c.root == _ROOT)
    .union(select(_ROOT))
    .cte("members")
)
_DAY: ColumnElement[str] = func.coalesce(_A.c.day, NO_DAY)
_FROM_DAY: BindParameter[str] = bindparam("day", type_=Text())
_FROM_NUMBER: BindParameter[int] = bindparam("n", type_=BigInteger())
_LIMIT = bindparam("limit", type_=Integer())
_BY_DAY = (
    select(_A.c.n, _DAY)
    .join(_MEMBERS, _MEMBERS.c.item == _A.c.speaker)
    .where(tuple_(_DAY, _A.c.n) > tuple_(_FROM_DAY, _FROM_NUMBER))
    .order_by(_DAY, _A.c.n)
    .limit(_LIMIT)
)
_DAYS = (
    select(_A.c.day, func.count())
    .join(_MEMBERS, _MEMBERS.c.item == _A.c.speaker)
    .where(_A.c.day.is_not(None))
    .group_by(_A.c.day)
    .order_by(_A.c.day)
)
_GROUPED = (
    select(literal(1)).where(_G.c.matter == Matter.ENTITY.value, _G.c.item == _A.c.speaker).exists()
)
_ALONE = (
    select(_A.c.speaker)
    .distinct()
    .where(_A.c.speaker > bindparam("after"), ~_GROUPED)
    .order_by(_A.c.speaker)
    .limit(_LIMIT)
)
_LATEST = (
    select(_A.c.n)
    .join(_MEMBERS, _MEMBERS.c.item == _A.c.speaker)
    .order_by(_MEMBERS.c.item.desc(), _A.c.n.desc())
    .limit(LATEST)
    .cte("latest")
)
_OF_CLAIM = _G.alias("of_claim")
_CLAIM = func.coalesce(_OF_CLAIM.c.root, _LATEST.c.n).label("claim")
_WIDEST_FIRST = (
    select(_CLAIM, _LATEST.c.n)
    .select_from(_LATEST)
    .outerjoin(
        _OF_CLAIM, (_OF_CLAIM.c.matter == Matter.CLAIM.value) & (_OF_CLAIM.c.item == _LATEST.c.n)
    )
    .outerjoin(_S, (_S.c.matter == Matter.CLAIM.value) & (_S.c.root == _OF_CLAIM.c.root))
    .where(
        or_(
            _OF_CLAIM.c.root.is_not(None),
            select(literal(1)).where(_V.c.attribution == _LATEST.c.n).exists(),
        )
    )
    .order_by(
        _S.c.root.is_(None),
        _S.c.documents.desc(),
        _S.c.size.desc(),
        _CLAIM.desc(),
        _LATEST.c.n,
    )
)
_THROUGH = func.coalesce(_G.c.root, _C.c.entity).label("root")
_CARRIED = (
    select(_THROUGH, func.count(_A.c.n.distinct()), func.count(_A.c.document.distinct()))
    .select_from(_MEMBERS)
    .join(_A, _A.c.speaker == _MEMBERS.c.item)
    .join(_C, _C.c.attribution == _A.c.n)
    .outerjoin(_G, (_G.c.matter == Matter.ENTITY.value) & (_G.c.item == _C.c.entity))
    .group_by(_THROUGH)
    .order_by(func.count(_A.c.n.distinct()).desc(), _THROUGH)
)
_SAYING = select(_A.c.speaker, _A.c.n, _A.c.document, _A.c.publisher, _A.c.day).where(
    _A.c.speaker.in_(IN)
)
_CARRYING = (
    select(_C.c.entity, _A.c.n, _A.c.document, _A.c.publisher, _A.c.day)
    .join(_A, _A.c.n == _C.c.attribution)
    .where(_C.c.entity.in_(IN))
)
_CARRIERS = (
    select(_C.c.entity)
    .distinct()
    .where(_C.c.entity > bindparam("after"))
    .order_by(_C.c.entity)
    .limit(_LIMIT)
)
_CHAINS = select(_C).where(_C.c.attribution.in_(IN)).order_by(_C.c.attribution, _C.c.place)


class Speaking:
    """What groups of entities say; a group is given by its root."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_day(
        self, root: int, limit: int = 1000, after: tuple[str, int] | None = None
    ) -> tuple[tuple[str, int], ...]:
        """What somebody says, by day: days with numbers; what has no day comes last, as 9999.

        Args:
            root: of the group that speaks.
            limit: how many at most.
            after: the last one of the page before.
        """
        day, n = after or ("", 0)
        given = {"root": root, "day": day, "n": n, "limit": limit}
        return tuple((row[1], row[0]) for row in self._session.rows(_BY_DAY, given))

    def days(self, root: int) -> tuple[tuple[str, int], ...]:
        """On which days somebody says something, and how much; what has no day is left out."""
        return tuple((row[0], row[1]) for row in self._session.rows(_DAYS, {"root": root}))

    def alone(self, after: int = 0, limit: int = 1000) -> tuple[int, ...]:
        """Entities that speak and are in no group, in the order of adding.

        Args:
            after: number of the last one of the page before.
            limit: how many at most.
        """
        rows = self._session.rows(_ALONE, {"after": after, "limit": limit})
        return tuple(row[0] for row in rows)

    def claims(self, root: int) -> tuple[Claimed, ...]:
        """The claims that somebody has a part in: the widest first, then what was said once.

        Of these, what was added last comes first. Of who says very much, there are those of the
        `LATEST` statements that were added last.
        """
        found: dict[int, list[int]] = {}
        for claim, n in self._session.rows(_WIDEST_FIRST, {"root": root}):
            found.setdefault(claim, []).append(n)
        return tuple(Claimed(claim, tuple(said)) for claim, said in found.items())

    def carried(self, root: int) -> tuple[Carried, ...]:
        """What carried somebody, by the root of its group; what carried most first."""
        return tuple(Carried(*row) for row in self._session.rows(_CARRIED, {"root": root}))

    def saying(self, entities: Iterable[int]) -> Iterator[Carrying]:
        """What entities say."""
        return (Carrying(*row) for row in self._session.among(_SAYING, entities))

    def carrying(self, entities: Iterable[int]) -> Iterator[Carrying]:
        """What entities carry, each attribution once for each of them that is in its chain."""
        return (Carrying(*row) for row in self._session.among(_CARRYING, entities))

    def through(self, after: int = 0, limit: int = 5_000) -> tuple[int, ...]:
        """Entities that anything comes through, in the order of adding.

        Args:
            after: number of the last one of the page before.
            limit: how many at most.
        """
        rows = self._session.rows(_CARRIERS, {"after": after, "limit": limit})
        return tuple(row[0] for row in rows)

    def carriers(self, attributions: Iterable[int]) -> dict[int, dict[int, int]]:
        """The entities that carried attributions, by attribution and by place in its chain."""
        found = defaultdict[int, dict[int, int]](dict)
        for row in self._session.among(_CHAINS, attributions):
            found[row.attribution][row.place] = row.entity
        return found
