"""JSON values into rows: what `unload` gave, in the same order."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table

from reportedly.schema import EntityType, Profile, Ref, Verdict, from_json
from reportedly.store import tables
from reportedly.store.documents import Documents
from reportedly.store.forms import clean_or_none, dumps
from reportedly.store.naming import numbers
from reportedly.store.rows import Addition, Matter, NewEntity, NewVector
from reportedly.store.session import Session
from reportedly.store.upsert import upsert

Values = Sequence[Mapping[str, Any]]


class Load:
    """Puts values of one kind into a record, in the open `write`.

    What a value lacks, or has of a wrong type, raises KeyError, TypeError or ValueError.

    Args:
        session: the record's.
        documents: its documents.
        whole: links, groups, summaries and marks are taken as they are; else they are passed over
            and the documents' items are marked, to be connected with what is there; until then
            nothing is connected with them.
    """

    def __init__(self, session: Session, documents: Documents, *, whole: bool) -> None:
        self._session = session
        self._documents = documents
        self.whole = whole
        self.documents = 0
        self.added = 0

    def put(self, kind: str, values: Values) -> None:
        """Put values in; a kind that this version does not know is passed over."""
        if kind == "document":
            for value in values:
                self._document(value)
        elif kind in _NUMBERED and self.whole:
            table, names = _NUMBERED[kind]
            self._numbered(table, names, values)
        elif kind in _PLAIN:
            self._plain(_PLAIN[kind], values)

    def _document(self, value: Mapping[str, Any]) -> None:
        self.documents += 1
        known = self._documents.by_key(value["key"])
        if known is None:
            given = _addition(value)
            added = self._documents.add(given if self.whole else _unseen(given))
            n = added.n
            self.added += 1
            if not self.whole:
                self._mark(Matter.REUSE, [n])
                self._mark(Matter.ENTITY, added.entities.values())
                self._mark(Matter.CLAIM, added.attributions.values())
        for place in value["places"]:
            self._documents.place(known.n if known else n, place)

    def _mark(self, matter: Matter, items: Iterable[int]) -> None:
        rows = [{"matter": matter.value, "item": item} for item in items]
        self._session.change(upsert(self._session, tables.dirty), rows)

    def _numbered(self, table: Table, names: Sequence[str], values: Values) -> None:
        rows = []
        for matter in {value["matter"] for value in values}:
            same = [value for value in values if value["matter"] == matter]
            wanted = {Ref(*value[name]) for value in same for name in names if value[name]}
            known = numbers(self._session, Matter(matter), wanted)
            rows += [row for value in same if (row := _row(value, names, known))]
        self._session.change(upsert(self._session, table), [_only(table, row) for row in rows])

    def _plain(self, table: Table, values: Values) -> None:
        for value in values:
            if table is tables.judgements:
                Verdict(value["verdict"]), Matter(value["matter"])
        rows = [{name: _cleaned(v) for name, v in _only(table, value).items()} for value in values]
        self._session.change(upsert(self._session, table), rows)


_NUMBERED: Mapping[str, tuple[Table, Sequence[str]]] = {
    "link": (tables.links, ("a", "b")),
    "group": (tables.groups, ("root", "item")),
    "summary": (tables.summaries, ("root", "item")),
    "mark": (tables.dirty, ("item",)),
}
_PLAIN = {
    "judgement": tables.judgements,
    "feed": tables.feeds,
    "entry": tables.feed_entries,
}


def _addition(value: Mapping[str, Any]) -> Addition:
    return Addition(
        extraction=from_json(value["extraction"]),
        added_at=value["added_at"],
        extra=value["extra"],
        entities=tuple(_entity(value["key"], e) for e in value["entities"]),
        fingerprints=tuple(value["fingerprints"]),
        vectors=tuple(NewVector(n, c, base64.b64decode(v)) for n, c, v in value["vectors"]),
    )


def _unseen(addition: Addition) -> Addition:
    """A document without what others find it by: of twins, one alone has it, for its own record."""
    entities = tuple(replace(entity, keys=()) for entity in addition.entities)
    return replace(addition, entities=entities, fingerprints=(), vectors=())


def _entity(key: str, value: Mapping[str, Any]) -> NewEntity:
    profile = Profile(
        Ref(key, value["id"]),
        EntityType(value["type"]),
        value["name"],
        tuple(value["aliases"]),
        tuple(value["roles"]),
        value["day"],
        value["named"],
    )
    return NewEntity(profile, tuple(value["keys"]))


def _row(
    value: Mapping[str, Any], names: Sequence[str], known: Mapping[Ref, int]
) -> dict[str, Any] | None:
    """A row with numbers in place of refs; None where one leads to nothing."""
    found = {name: known.get(Ref(*value[name])) if value[name] else None for name in names}
    if None in found.values():
        return None
    texts = {
        name: dumps(value[name]) for name in ("reasons", "data") if value.get(name) is not None
    }
    return {**value, **found, **texts}


def _only(table: Table, value: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that this version knows."""
    return {column.name: value[column.name] for column in table.c}


def _cleaned(value: Any) -> Any:
    return clean_or_none(value) if isinstance(value, str) else value
