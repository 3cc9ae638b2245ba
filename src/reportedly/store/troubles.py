"""What a database driver raises, said in one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DisconnectionError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from reportedly.schema import StoreError

_SQLITE = {
    "SQLITE_BUSY": "another program is writing to the record, and goes on for too long; try again",
    "SQLITE_LOCKED": "another program is writing to the record; try again",
    "SQLITE_FULL": "the disk is full; nothing of what was being written is in the record",
    "SQLITE_READONLY": "the record can be read only: the file or its folder is write-protected",
    "SQLITE_PERM": "there is no permission to open the file",
    "SQLITE_CANTOPEN": "the file cannot be opened: is it a file, and may it be read and written?",
    "SQLITE_NOTADB": "the file is no record",
    "SQLITE_CORRUPT": "the record is damaged; `export` what can be read, and `import` it anew",
    "SQLITE_IOERR": "reading or writing the file failed; is the disk full or gone?",
    "SQLITE_TOOBIG": "a text is too long for the record",
}
"""By SQLite's name of the error; a longer name (`SQLITE_IOERR_WRITE`) goes by its beginning."""

_POSTGRES = {
    "08": "the connection to the server was lost",
    "28": "the server does not let this user in",
    "3D": "there is no such database on the server",
    "42501": "this user may not do that on the server",
    "53100": "the server's disk is full; nothing of what was being written is in the record",
    "53": "the server has no room left for this",
    "55P03": "another program is writing to the record, and goes on for too long; try again",
    "57": "the server is stopping, or has ended the connection",
    "25006": "the record can be read only",
}
"""By the beginning of PostgreSQL's code of the error (SQLSTATE)."""


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the driver raises into a `StoreError` that names the record.

    Raises:
        StoreError: in place of any error of SQLAlchemy's.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name}: {_reason(error)}") from error
    except (DisconnectionError, PoolTimeout) as error:
        raise StoreError(f"{name}: the connection to the server was lost") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{name}: {_first_line(error)}") from error


def _reason(error: DBAPIError) -> str:
    code = getattr(error.orig, "sqlite_errorname", None)
    table = _SQLITE if code else _POSTGRES
    code = code or getattr(error.orig, "sqlstate", None)
    for start, reason in table.items():
        if code and code.startswith(start):
            return reason
    if error.connection_invalidated:
        return "the connection to the server was lost"
    if isinstance(error, OperationalError) and not code:
        return f"the server cannot be reached: {_first_line(error.orig)}"
    return _first_line(error.orig)


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
