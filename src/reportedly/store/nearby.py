"""Ids that are nearly the one that was asked for: those that begin most like it."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, select

from reportedly.store.session import Session


def nearby(
    session: Session,
    column: Column[str],
    name: str,
    limit: int,
    *conditions: ColumnElement[bool],
) -> tuple[str, ...]:
    """The values of an indexed column that begin most like `name`.

    What begins most like it stands beside it in the order of the index, so that two short looks
    find it, however many there are.

    Args:
        session: the record's.
        column: of ids.
        name: an id that is not among them.
        limit: how many at most.
        conditions: others that must hold.
    """
    values = select(column).distinct().where(*conditions).limit(limit)
    before = session.rows(values.where(column <= name).order_by(column.desc()))
    after = session.rows(values.where(column > name).order_by(column))
    found = {row[0] for row in (*before, *after)}
    ranked = sorted(found, key=lambda other: (-_shared(name, other), other))
    return tuple(ranked[:limit])


def _shared(one: str, other: str) -> int:
    """How many characters two strings have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
