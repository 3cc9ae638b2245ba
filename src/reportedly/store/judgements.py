"""Judgements: what people decided on two things. They are retracted, never deleted.

They name things by their refs, so that they hold when a document is added anew, or in another
record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, select, update

from reportedly.schema import Ref, StoreError, Verdict
from reportedly.store import tables
from reportedly.store.forms import clean, clean_or_none
from reportedly.store.nearby import nearby
from reportedly.store.rows import Judgement, Matter
from reportedly.store.session import IN, AnyRow, Session
from reportedly.store.upsert import upsert

_T = tables.judgements
_ORDER = (_T.c.made_at, _T.c.id)


def judgement(
    matter: Matter,
    pair: tuple[Ref, Ref],
    verdict: Verdict,
    who: str,
    made_at: str,
    note: str | None = None,
) -> Judgement:
    """A judgement with its id, the lesser ref first.

    Args:
        matter: what is decided.
        pair: the two things, in any order.
        verdict: same, different or unsure.
        who: the person.
        made_at: when, as `YYYY-MM-DDThh:mm:ssZ`.
        note: why.
    """
    a, b = sorted(pair)
    parts = (matter.value, a.document, a.id, b.document, b.id, verdict.value, who, made_at)
    digest = hashlib.sha256("\x1f".join(map(clean, parts)).encode()).hexdigest()
    return Judgement(f"j{digest[:10]}", matter, a, b, verdict, who, made_at, note)


_ABOUT = [
    select(_T).where(_T.c.matter == bindparam("of"), end.in_(IN), _T.c.retracted_at.is_(None))
    for end in (_T.c.a_document, _T.c.b_document)
]


class Judgements:
    """People's judgements, those taken back among them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, judgements: Iterable[Judgement]) -> None:
        """Write judgements down; the same one again is no change."""
        self._session.change(upsert(self._session, _T), [_row(j) for j in judgements])

    def retract(self, name: str, when: str) -> Judgement:
        """Take a judgement back.

        Args:
            name: its id.
            when: the moment, as `YYYY-MM-DDThh:mm:ssZ`; one that was taken back keeps its own.

        Raises:
            StoreError: if there is no such judgement.
        """
        gone = update(_T).where(_T.c.id == name, _T.c.retracted_at.is_(None))
        self._session.change(gone.values(retracted_at=when))
        found = self.get(name)
        if found is None:
            raise StoreError(f"{self._session.name}: there is no judgement {name!r:.40}")
        return found

    def get(self, name: str) -> Judgement | None:
        """The judgement of an id, taken back or not."""
        return next(iter(self._list(_T.c.id == name)), None)

    def near(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """The ids that begin most like an id that the record lacks, the likeliest first."""
        return nearby(self._session, _T.c.id, clean(name), limit)

    def all(self, matter: Matter | None = None) -> tuple[Judgement, ...]:
        """All judgements, those taken back too, in the order of making."""
        return self._list(*_of(matter))

    def standing(self, matter: Matter | None = None) -> tuple[Judgement, ...]:
        """The judgements that hold, in the order of making; of two on one pair the later counts."""
        return self._list(_T.c.retracted_at.is_(None), *_of(matter))

    def about(self, matter: Matter, documents: Iterable[str]) -> tuple[Judgement, ...]:
        """The standing judgements on what stands in these documents (by key), in the same order."""
        keys, found = [clean(key) for key in documents], dict[str, Judgement]()
        for statement in _ABOUT:
            rows = self._session.among(statement, keys, {"of": matter.value})
            found.update((row.id, _judgement(row)) for row in rows)
        return tuple(sorted(found.values(), key=lambda j: (j.made_at, j.id)))

    def between(self, matter: Matter, pair: tuple[Ref, Ref]) -> Judgement | None:
        """The standing judgement on two things, the latest if there are several."""
        a, b = (Ref(clean(ref.document), clean(ref.id)) for ref in sorted(pair))
        same = and_(
            _T.c.a_document == a.document,
            _T.c.a_id == a.id,
            _T.c.b_document == b.document,
            _T.c.b_id == b.id,
        )
        found = self._list(same, _T.c.retracted_at.is_(None), *_of(matter))
        return found[-1] if found else None

    def last(self) -> Judgement | None:
        """The latest judgement that stands, for `undo`."""
        statement = select(_T).where(_T.c.retracted_at.is_(None))
        row = self._session.row(statement.order_by(*(c.desc() for c in _ORDER)).limit(1))
        return _judgement(row) if row else None

    def _list(self, *conditions: ColumnElement[bool]) -> tuple[Judgement, ...]:
        rows: Sequence[AnyRow] = self._session.rows(select(_T).where(*conditions).order_by(*_ORDER))
        return tuple(map(_judgement, rows))


def _of(matter: Matter | None) -> list[ColumnElement[bool]]:
    return [] if matter is None else [_T.c.matter == matter.value]


def _judgement(row: AnyRow) -> Judgement:
    return Judgement(
        id=row.id,
        matter=Matter(row.matter),
        a=Ref(row.a_document, row.a_id),
        b=Ref(row.b_document, row.b_id),
        verdict=Verdict(row.verdict),
        who=row.who,
        made_at=row.made_at,
        note=row.note,
        retracted_at=row.retracted_at,
    )


def _row(j: Judgement) -> dict[str, Any]:
    return {
        "id": j.id,
        "matter": j.matter.value,
        "a_document": clean(j.a.document),
        "a_id": clean(j.a.id),
        "b_document": clean(j.b.document),
        "b_id": clean(j.b.id),
        "verdict": j.verdict.value,
        "who": clean(j.who),
        "made_at": j.made_at,
        "note": clean_or_none(j.note),
        "retracted_at": j.retracted_at,
    }
