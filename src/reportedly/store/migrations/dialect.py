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


def execute(statements: Iterable[str]) -> None:
    """Run statements that are written with `BIGINT`, `BYTEA`, `TEXT` and `WITHOUT ROWID`."""
    words = _FOR[op.get_context().dialect.name]
    for statement in statements:
        for word, meant in words.items():
            statement = statement.replace(word, meant)
        op.get_bind().exec_driver_sql(statement)


def sqlite() -> bool:
    """Whether the record is SQLite's."""
    return op.get_context().dialect.name == "sqlite"
