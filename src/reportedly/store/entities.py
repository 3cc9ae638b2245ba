"""Entities, as each document has them; which are one and the same is in `groups`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from reportedly.schema import EntityType, Profile, Ref
from reportedly.store import tables
from reportedly.store.forms import clean
from reportedly.store.refs import Refs
from reportedly.store.rows import EntityRow
from reportedly.store.session import IN, AnyRow, Session

_T, _D, _K = tables.entities, tables.documents, tables.entity_keys
_ROWS = select(*_T.c, _D.c.key).join(_D, _D.c.n == _T.c.document)
_GET = _ROWS.where(_T.c.n.in_(IN))
_PEOPLE = select(_T.c.n, _T.c.document).where(_T.c.n.in_(IN), _T.c.type == EntityType.PERSON.value)
_BY_KEYS = select(_K).where(_K.c.key.in_(IN))


class Entities:
    """The entities of a record; they come and go with their document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._refs = Refs(session, _T)

    def get(self, numbers: Iterable[int]) -> dict[int, EntityRow]:
        """The entities of many numbers, by number; those that are gone are left out."""
        found = self._session.among(_GET, numbers)
        return {row.n: entity(row) for row in found}

    def people(self, numbers: Iterable[int]) -> dict[int, int]:
        """The documents of those of many entities that are people, by the entities' numbers."""
        return {row.n: row.document for row in self._session.among(_PEOPLE, numbers)}

    def of_document(self, document: int) -> tuple[EntityRow, ...]:
        """The entities of a document, in the order of adding."""
        found = self._session.rows(_ROWS.where(_T.c.document == document).order_by(_T.c.n))
        return tuple(map(entity, found))

    def by_keys(self, keys: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The numbers of the entities that were added with each of these keys, ascending."""
        found = defaultdict[str, list[int]](list)
        for row in self._session.among(_BY_KEYS, map(clean, keys)):
            found[row.key].append(row.entity)
        return {key: tuple(sorted(numbers)) for key, numbers in found.items()}

    def keys(self, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The keys that each of these entities was added with, sorted."""
        found = defaultdict[int, list[str]](list)
        for row in self._session.among(select(_K).where(_K.c.entity.in_(IN)), numbers):
            found[row.entity].append(row.key)
        return {n: tuple(sorted(keys)) for n, keys in found.items()}

    def numbers(self, refs: Iterable[Ref]) -> dict[Ref, int]:
        """The numbers of entities by ref; those that the record lacks are left out."""
        return self._refs.numbers(refs)

    def refs(self, numbers: Iterable[int]) -> dict[int, Ref]:
        """The refs of entities by number."""
        return self._refs.refs(numbers)


_TYPES = {member.value: member for member in EntityType}


def entity(row: AnyRow) -> EntityRow:
    """A row with the document's key as its data type."""
    # Lists have thousands: unpacked, and with nothing read where nothing is, it takes half as long.
    n, document, name, kind, called, aliases, roles, day, named, key = row
    profile = Profile(
        Ref(key, name),
        _TYPES[kind],
        called,
        tuple(json.loads(aliases)) if aliases != _NONE else (),
        tuple(json.loads(roles)) if roles != _NONE else (),
        day,
        bool(named),
    )
    return EntityRow(n, document, profile)


_NONE = "[]"
