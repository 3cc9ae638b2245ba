"""Where a record is: a file for SQLite, or the address of a PostgreSQL database."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from reportedly.schema import StoreError

WRITES = "reportedly_writes"
"""Option of a connection that is going to write."""

_MAGIC = b"SQLite format 3\0"

_SERVERS = ("postgresql://", "postgres://")

_PRAGMAS = (
    "foreign_keys = ON",
    # In WAL mode this keeps the file sound whatever happens, and whatever was committed if the
    # program is killed; only the power going off may cost the last documents, which are added anew.
    "synchronous = NORMAL",
    "cache_size = -65536",
    # A page that changes in many documents' turns is copied back once in sixteen megabytes.
    "wal_autocheckpoint = 4096",
    "journal_size_limit = 67108864",
)

MAPPED = {False: 2**27, True: 2**31}
"""Bytes of the file that are mapped, by whether it is only read: what is mapped counts as the
process's memory, though the system can take it back. An answer draws on pages from all over the
file, and to read each by a call of its own takes more time than what is done with it."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a record is.

    Args:
        name: what messages call it; holds no password.
        file: of SQLite; None for a server.
        url: of a server, as SQLAlchemy takes it; None for a file.
    """

    name: str
    file: Path | None
    url: str | None


def parse(where: str | Path) -> Address:
    """Read what people type for a record: a path, or `postgresql://…`.

    Raises:
        StoreError: if it is an address of something else, or none at all.
    """
    text = str(where)
    if isinstance(where, Path) or "://" not in text:
        if not text.strip() or "\0" in text:
            raise StoreError("the record needs a file's name, or an address postgresql://…")
        return Address(text, Path(text), None)
    if not text.startswith(_SERVERS):
        raise StoreError(f"{text.partition('://')[0]}://: a record is a file or postgresql://…")
    try:
        url = make_url(text).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise StoreError("the address of the record is not of the form postgresql://…") from None
    name = url.set(drivername="postgresql").render_as_string(hide_password=True)
    return Address(name, None, url.render_as_string(hide_password=False))


def engine(address: Address, *, create: bool, readonly: bool, timeout: float) -> Engine:
    """An engine for the record; nothing is read or written yet.

    Args:
        address: where it is.
        create: it may be new.
        readonly: it is only going to be read.
        timeout: how long to wait for another writer, in seconds.

    Raises:
        StoreError: if there is no such file and none may be made, or the file is no record.
    """
    if address.file is None:
        return _server(str(address.url), readonly, timeout)
    _look(address.file, create=create and not readonly)
    return _file(address.file, readonly, timeout)


def _look(file: Path, *, create: bool) -> None:
    """Refuse what cannot be a record, before SQLite makes or changes anything."""
    try:
        with file.open("rb") as opened:
            start = opened.read(len(_MAGIC))
    except FileNotFoundError:
        if not create:
            raise StoreError(f"{file}: there is no record") from None
        if not file.parent.is_dir():
            raise StoreError(f"{file}: there is no folder {file.parent}") from None
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror or error}") from None
    else:
        if (start and start != _MAGIC) or (not start and not create):
            raise StoreError(f"{file}: the file is no record")


def _file(file: Path, readonly: bool, timeout: float) -> Engine:
    mode = "ro" if readonly else "rwc"
    address = f"file:{quote(str(file.absolute()))}?mode={mode}"
    if readonly and _fixed(file):
        address += "&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
        )

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(made, "connect", partial(_prepare, MAPPED[readonly]))
    event.listen(made, "begin", _begin)
    return made


def _fixed(file: Path) -> bool:
    """Whether nobody can be writing: SQLite's own files cannot be made beside it, and are not."""
    return not os.access(file.parent, os.W_OK) and not Path(f"{file}-wal").exists()


def _prepare(mapped: int, connection: sqlite3.Connection, _: object) -> None:
    for pragma in (*_PRAGMAS, f"mmap_size = {mapped}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Any) -> None:
    # The driver's own way of beginning takes the writer's lock only at the first change, when
    # another writer can have made what was read before it old.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server(url: str, readonly: bool, timeout: float) -> Engine:
    options = f"-c lock_timeout={int(timeout * 1000)} -c client_encoding=UTF8"
    if readonly:
        options += " -c default_transaction_read_only=on"
    known = make_url(url)
    if given := known.query.get("options"):  # a schema, for one
        options = f"{given if isinstance(given, str) else ' '.join(given)} {options}"
    return create_engine(
        known.difference_update_query(["options"]),
        connect_args={"options": options, "connect_timeout": 10},
        pool_pre_ping=True,
        pool_size=2,
    )
