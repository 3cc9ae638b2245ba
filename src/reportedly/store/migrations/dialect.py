"""One SQL for two engines, as far as creating tables goes."""

from __future__ import annotations

from collections.abc import Iterable

from alembic import op

_FOR = {
    # SQLite's row number is a column that is INTEGER and no other word.
    "sqlite": {"BIGINT": "INTEGER", "BYTEA": "BLOB"},
    # Sorted by bytes, as SQLite does.
    "postgresql": {" TEXT": ' TEXT COLLATE "C"', " WITHOUT ROWID": ""},
}


def translated(statement: str) -> str:
    """The engine's own form of what has `BIGINT`, `BYTEA`, `TEXT` and `WITHOUT ROWID` in it."""
    for word, meant in _FOR[op.get_context().dialect.name].items():
        statement = statement.replace(word, meant)
    return statement


def execute(statements: Iterable[str]) -> None:
    """Run statements, one after the other."""
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


def sqlite() -> bool:
    """Whether the record is SQLite's."""
    return op.get_context().dialect.name == "sqlite"
