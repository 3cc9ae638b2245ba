"""Opening a record: made if it is new, migrated if it is old, refused if it is none."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime

from sqlalchemy import inspect, text

from reportedly import __version__
from reportedly.schema import StoreError
from reportedly.store import tables
from reportedly.store.session import Session

HEAD = "3"
"""The version of a record that this program writes: the last one of `migrations.versions`."""

KNOWN = ("1", "2", "3")
"""The versions that it can make into that one."""

APPLICATION = 0x52505444
"""SQLite's `application_id` of a record: "RPTD"."""

_PROGRAM = text("UPDATE meta SET value = :value WHERE name = 'program'")


def ready(session: Session, *, create: bool, readonly: bool) -> None:
    """See to it that the database is a record of this version.

    Args:
        session: of the database.
        create: an empty one may be made into a record.
        readonly: nothing may be changed.

    Raises:
        StoreError: if it is no record, is of a version that this program does not know, or is old
            or empty and may not be changed.
    """
    version = _version(session)
    if version == HEAD:
        return
    if version is None and (readonly or not create):
        raise StoreError(f"{session.name}: there is no record")
    if readonly:
        raise StoreError(
            f"{session.name}: a record of version {version} is migrated to {HEAD} before it is "
            "read; open it once for writing"
        )
    _upgrade(session)


def _version(session: Session) -> str | None:
    """The record's version; None where there is nothing at all."""
    with session.read():
        if not (_is_record_file(session) if session.sqlite else _is_record_base(session)):
            return None
        row = session.row(text("SELECT version_num FROM versions"))
        version = str(row[0]) if row else "?"
        if version not in KNOWN:
            raise StoreError(f"{session.name}: {_newer(session, version)}")
    return version


def _is_record_file(session: Session) -> bool:
    """Whether it is a record; False for an empty file."""
    row = session.row(text("PRAGMA application_id"))
    if row is not None and row[0] == APPLICATION:
        return True
    if (row is not None and row[0]) or inspect(session.connection).get_table_names():
        raise StoreError(f"{session.name}: a file of SQLite's, but no record")
    return False


def _is_record_base(session: Session) -> bool:
    """Whether it holds a record; False where none of the tables is there."""
    there = set(inspect(session.connection).get_table_names())
    if {"versions", "meta"} <= there:
        return True
    if taken := sorted(there & set(tables.metadata.tables)):
        raise StoreError(f"{session.name}: no record, but it has a table of the name {taken[0]!r}")
    return False


def _newer(session: Session, version: object) -> str:
    row = session.row(text("SELECT value FROM meta WHERE name = 'program'"))
    return (
        f"a record of version {version}, written by reportedly {row[0] if row else '?'}; "
        f"this is reportedly {__version__}, which knows versions up to {HEAD}"
    )


def _upgrade(session: Session) -> None:
    if session.sqlite and _version(session) is None:
        # No transaction can hold this one. It is kept in the file, and lets others read while
        # one writes; a file system that cannot do it keeps the old way, and all else holds.
        session.outside("PRAGMA journal_mode = WAL")
    with session.write():
        # Another program may have done it while this one waited.
        version = _version(session)
        if version == HEAD:
            return
        if not session.sqlite:
            _expect_utf8(session)
        _run(session)
        if version is None:
            _begin(session)
        session.change(_PROGRAM, {"value": __version__})


def _expect_utf8(session: Session) -> None:
    row = session.row(text("SHOW server_encoding"))
    if row is None or row[0] != "UTF8":
        raise StoreError(f"{session.name}: the database's encoding has to be UTF8")


def _run(session: Session) -> None:
    # A third of a second to import, and needed once in a record's life.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "reportedly.store:migrations")
    config.attributes["connection"] = session.connection
    command.upgrade(config, "head")


def _begin(session: Session) -> None:
    if session.sqlite:
        session.change(text(f"PRAGMA application_id = {APPLICATION}"))
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = {
        "format": HEAD,
        "program": __version__,
        "created": now,
        # What caches beside the record know it by.
        "id": hashlib.sha256(os.urandom(16)).hexdigest()[:12],
    }
    rows = [{"name": name, "value": value} for name, value in values.items()]
    session.change(tables.meta.insert(), rows)
    counted = ("documents", "entities", "attributions")
    session.change(tables.counters.insert(), [{"name": name, "next": 1} for name in counted])
