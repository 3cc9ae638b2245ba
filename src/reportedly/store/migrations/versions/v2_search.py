"""Version 2: search by words, each engine's own.

Both engines stem English words and pass over accents and punctuation, in the same way as far as
they can; neither has stop words, as "the who" may be looked for. Filters are words too: of names,
or `marks` that the program makes (see `derive.marks`). So a filter is as fast as a word.
"""

from alembic import op

from reportedly.store.migrations.dialect import execute, sqlite

revision = "2"
down_revision = "1"

_COLUMNS = "content, source, speaker_name, carriers, publisher, marks"
_NEW = ", ".join(f"new.{name}" for name in _COLUMNS.split(", "))
_OLD = ", ".join(f"old.{name}" for name in _COLUMNS.split(", "))
_TAKE_OUT = f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES ('delete', old.n, {_OLD});"  # noqa: S608
_PUT_IN = f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (new.n, {_NEW});"  # noqa: S608

_SQLITE = (
    # External content: the index alone, the words stay in `attributions`.
    f"""CREATE VIRTUAL TABLE words USING fts5 ({_COLUMNS}, content='attributions',
        content_rowid='n', tokenize='porter unicode61 remove_diacritics 2')""",
    f"CREATE TRIGGER words_in AFTER INSERT ON attributions BEGIN {_PUT_IN} END",
    f"CREATE TRIGGER words_out AFTER DELETE ON attributions BEGIN {_TAKE_OUT} END",
    f"""CREATE TRIGGER words_anew AFTER UPDATE ON attributions
        BEGIN {_TAKE_OUT} {_PUT_IN} END""",
    "INSERT INTO words (words) VALUES ('rebuild')",
)

# What FTS5's tokenizer takes for the end of a word: punctuation and symbols. Left to itself,
# PostgreSQL would read "U.S." or "a/b" as the name of a host or a file.
_BREAKS = (
    r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7"
    r"\u2000-\u2bff\u3000-\u303f\ufff0-\uffff]+"
)
_ACCENTS = r"[\u0300-\u036f]"


def _folded(column: str) -> str:
    plain = f"regexp_replace(normalize(coalesce({column}, ''), NFKD), '{_ACCENTS}', '', 'g')"
    return f"regexp_replace({plain}, '{_BREAKS}', ' ', 'g')"


def _vector(column: str, weight: str) -> str:
    return f"setweight(to_tsvector('reportedly', {_folded(column)}), '{weight}')"


_POSTGRES = (
    "CREATE TEXT SEARCH DICTIONARY reportedly (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION reportedly (COPY = simple)",
    """ALTER TEXT SEARCH CONFIGURATION reportedly
        ALTER MAPPING FOR asciiword, word WITH reportedly""",
    f"""ALTER TABLE attributions
        ADD COLUMN words tsvector GENERATED ALWAYS AS ({_vector("content", "A")}
            || {_vector("source", "B")} || {_vector("speaker_name", "C")}) STORED,
        ADD COLUMN names tsvector GENERATED ALWAYS AS ({_vector("speaker_name", "A")}
            || {_vector("carriers", "B")} || {_vector("publisher", "C")}
            || {_vector("marks", "D")}) STORED""",
    "CREATE INDEX ix_attributions_words ON attributions USING gin (words, names)",
)


def upgrade() -> None:
    """Make the index, and put in what the record holds already."""
    execute(_SQLITE if sqlite() else _POSTGRES)
    op.get_bind().exec_driver_sql("UPDATE meta SET value = '2' WHERE name = 'format'")
