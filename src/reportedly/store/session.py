"""One line to the database: statements, transactions, and one writer at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    Engine,
    Row,
    Table,
    bindparam,
    insert,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import Executable
from sqlalchemy.sql.visitors import replacement_traverse

from reportedly.schema import StoreError
from reportedly.store.address import WRITES
from reportedly.store.forms import chunks
from reportedly.store.troubles import told

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
"""A row of any columns."""

IN: BindParameter[Any] = bindparam("values", expanding=True)
"""Stands in a statement for the values that `Session.among` gives it."""

_LOCK = text("SELECT pg_advisory_xact_lock(7236839)")
"""One writer a database; the number is any that nobody else uses."""


class Session:
    """What the rooms' tables are read and changed through; of one thread, as a `Store` is.

    Args:
        engine: of the record's database.
        name: what messages call the record.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name
        self.sqlite = engine.dialect.name == "sqlite"
        self._connection: Connection | None = None
        self._writing = False
        self._inserts: dict[tuple[str, ...], tuple[str, Sequence[str] | None]] = {}

    @property
    def writing(self) -> bool:
        """Whether a `write` is open."""
        return self._writing

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction: all that is changed within is kept at its end, or nothing is.

        Another writer is waited for, as long as the record was opened with.

        Raises:
            StoreError: if the other one does not come to an end, or the change cannot be kept.
        """
        with self._transaction({WRITES: True}):
            self._writing = True
            try:
                if not self.sqlite:
                    self.rows(_LOCK)
                yield
            finally:
                self._writing = False

    @contextmanager
    def read(self) -> Iterator[None]:
        """One state of the record, whatever others write meanwhile; in a `write`, its own state.

        Raises:
            StoreError: if the record cannot be read.
        """
        if self._connection is not None:
            yield
            return
        with self._transaction({} if self.sqlite else {"isolation_level": "REPEATABLE READ"}):
            yield

    @contextmanager
    def _transaction(self, options: Mapping[str, Any]) -> Iterator[None]:
        if self._connection is not None:
            raise StoreError(f"{self.name}: a transaction is open already")
        with told(self.name), self._engine.connect() as connection:
            connection = connection.execution_options(**options)
            with connection.begin():
                self._connection = connection
                try:
                    yield
                finally:
                    self._connection = None

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[AnyRow]:
        """All rows that a statement gives."""
        with told(self.name):
            if self._connection is not None:
                return self._connection.execute(statement, parameters).all()
            with self._engine.connect() as connection:
                return connection.execute(statement, parameters).all()

    def row(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> AnyRow | None:
        """The first row, if there is one."""
        return next(iter(self.rows(statement, parameters)), None)

    def number(self, statement: Executable, parameters: Mapping[str, Any] | None = None) -> int:
        """The whole number that a statement gives; 0 where it gives none."""
        row = self.row(statement, parameters)
        return int(row[0]) if row and row[0] is not None else 0

    def among(
        self,
        statement: Executable,
        values: Iterable[object],
        parameters: Mapping[str, Any] | None = None,
    ) -> Iterator[AnyRow]:
        """The rows for many values: `statement` has `IN` in it, and is put once a few thousand."""
        for chunk in chunks(values):
            put = _written_out(statement) if _many_numbers(chunk) else statement
            yield from self.rows(put, {**(parameters or {}), "values": chunk})

    def change(
        self,
        statement: Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> int:
        """Change the record; a sequence of parameters runs the statement once for each.

        Returns:
            How many rows were changed, where there was one set of parameters.

        Raises:
            StoreError: if no `write` is open.
        """
        connection = self._changing()
        if parameters is not None and not parameters:
            return 0
        with told(self.name):
            return connection.execute(statement, parameters).rowcount

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put many new rows in, all with the same columns, with values as the driver takes them.

        The same as `change` with an `insert`, but for what SQLAlchemy does for each row: a third of
        the time that a document takes.
        """
        if not rows:
            return
        columns = (table.name, *rows[0])
        if columns not in self._inserts:
            statement = insert(table).compile(
                dialect=self._engine.dialect, column_keys=list(rows[0])
            )
            self._inserts[columns] = str(statement), statement.positiontup
        sql, order = self._inserts[columns]
        values = (
            [tuple(row[name] for name in order) for row in rows] if order else [*map(dict, rows)]
        )
        with told(self.name):
            self._changing().exec_driver_sql(sql, values)

    def load(self, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put very many new rows in, in the order of `columns`; they are taken as they come.

        It is the driver's own way: one statement for all of them, on a server COPY.
        """
        quote = self._engine.dialect.identifier_preparer.quote
        into = f"{quote(table.name)} ({', '.join(map(quote, columns))})"
        driver: Any = self._changing().connection.driver_connection
        with told(self.name), self._driver(into):
            if self.sqlite:
                marks = ", ".join("?" * len(columns))
                driver.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608
                return
            with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)

    def _changing(self) -> Connection:
        if self._connection is None or not self._writing:
            raise StoreError(f"{self.name}: a change needs an open `write`")
        return self._connection

    def among_change(self, statement: Executable, values: Iterable[object]) -> None:
        """Change what many values name: `statement` has `IN` in it."""
        for chunk in chunks(values):
            self.change(statement, {"values": chunk})

    def outside(self, statement: str) -> None:
        """Run a statement that no transaction may hold."""
        with told(self.name), self._engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            with self._driver(statement):
                driver.execute(statement)

    @contextmanager
    def _driver(self, statement: str) -> Iterator[None]:
        """Turn what the driver raises into what SQLAlchemy makes of it."""
        try:
            yield
        except self._engine.dialect.loaded_dbapi.Error as error:
            raise DBAPIError(statement, None, error) from error

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @property
    def connection(self) -> Connection:
        """The open transaction's connection, for migrations.

        Raises:
            StoreError: if none is open.
        """
        if self._connection is None:
            raise StoreError(f"{self.name}: no transaction is open")
        return self._connection


MANY = 1_000
"""Numbers from which they are written into a statement: to name each of them as a parameter takes
three times as long, and a statement of so many is prepared but once."""

_NUMBERS: BindParameter[Any] = bindparam(
    "values", expanding=True, literal_execute=True, type_=BigInteger()
)


def _many_numbers(values: Sequence[object]) -> bool:
    return len(values) >= MANY and all(type(value) is int for value in values)


def _written_out(statement: Any) -> Executable:
    """The same statement with its values in its own words."""
    made: Executable = replacement_traverse(statement, {}, _instead)
    return made


def _instead(element: object, **_: object) -> BindParameter[Any] | None:
    given = isinstance(element, BindParameter) and element.key == IN.key
    return _NUMBERS if given else None
