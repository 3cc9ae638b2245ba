"""A record as lines of JSON: all of it, so that it can be kept, moved, and read by others.

The first line names the format. Each further line is an object of one key, which says what it is:
`document` (with extraction, what is known beside it, places, entities with keys, fingerprints and
vectors), `link`, `group`, `summary`, `mark`, `judgement`, `feed`, `entry`; `end` is the last, so
that a file that was cut off is told from a whole one. Things are named by `[document key, id]`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import Any

from sqlalchemy import bindparam, delete, select

from reportedly.schema import StoreError
from reportedly.store import tables
from reportedly.store.documents import Documents
from reportedly.store.forms import chunks, dumps
from reportedly.store.load import Load
from reportedly.store.rows import Imported
from reportedly.store.session import Session
from reportedly.store.unload import unload
from reportedly.store.upsert import upsert

FORMAT = "reportedly-record/1"
"""Name and number of the form; what raises the number, older programs cannot read."""

AT_ONCE = 500
"""Lines that are read in one transaction."""

_META = tables.meta
_VALUE = select(_META.c.value).where(_META.c.name == bindparam("of"))
_IMPORTING = "importing"

Line = tuple[int, str, Any]
"""Number of a line, its one key, and the value."""


def export(session: Session, documents: Documents) -> Iterator[str]:
    """The whole record, a line each, of one state; see `Store.export`."""
    with session.read():
        yield dumps({"record": {"format": FORMAT, "created": _value(session, "created")}})
        count = 0
        for kind, value in unload(session, documents):
            yield dumps({kind: value})
            count += 1
        yield dumps({"end": count})


def import_(session: Session, documents: Documents, lines: Iterable[str]) -> Imported:
    """Read what `export` wrote; see `Store.import_`."""
    found = _lines(lines)
    _, kind, head = next(found, (1, "", None))
    if kind != "record" or not isinstance(head, dict):
        raise StoreError("line 1: this is no export of a record")
    if head.get("format") != FORMAT:
        raise StoreError(f"line 1: {FORMAT!r} is expected, not {head.get('format')!r:.40}")
    first = list(islice(found, 1))
    load = Load(session, documents, whole=_begin(session, dumps([head, first])))
    ended = False
    for part in chunks(chain(first, found), AT_ONCE):
        with session.write():
            ended = _put(load, part)
    if not ended:
        raise StoreError("the export was cut off: its end is missing; what it holds was read")
    _finish(session, load, str(head.get("created")))
    return Imported(load.documents, load.added, load.whole)


def _lines(lines: Iterable[str]) -> Iterator[Line]:
    """Each line's one key and its value."""
    for number, line in enumerate(lines, 1):
        try:
            [(kind, value)] = json.loads(line).items()
        except (ValueError, AttributeError):
            raise StoreError(f"line {number}: it is no line of an export") from None
        yield number, kind, value


def _put(load: Load, lines: Sequence[Line]) -> bool:
    """Put lines in, those of one kind at once; whether the end was among them."""
    for kind, group in groupby(lines, key=lambda line: line[1]):
        same = list(group)
        try:
            load.put(kind, [value for _, _, value in same])
        except (LookupError, TypeError, ValueError) as error:
            where = f"lines {same[0][0]} to {same[-1][0]}"
            raise StoreError(f"{where}: a {kind} is not as an export has it: {error}") from None
    return any(kind == "end" for _, kind, _ in lines)


def _begin(session: Session, export: str) -> bool:
    """Whether all is taken as it is: the record is empty, or this very import was interrupted."""
    name = hashlib.sha256(export.encode("ascii")).hexdigest()
    with session.write():
        if _value(session, _IMPORTING) == name:
            return True
        if session.row(select(tables.documents.c.n).limit(1)):
            return False
        session.change(upsert(session, _META), {"name": _IMPORTING, "value": name})
    return True


def _finish(session: Session, load: Load, created: str) -> None:
    if load.whole:
        with session.write():
            session.change(delete(_META).where(_META.c.name == _IMPORTING))
            session.change(upsert(session, _META), {"name": "created", "value": created})


def _value(session: Session, name: str) -> str | None:
    row = session.row(_VALUE, {"of": name})
    return row.value if row else None
