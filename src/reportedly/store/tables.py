"""The tables of a record, for the statements of this room; migrations make them.

Text is sorted by its bytes on both engines. Days and moments are text, so that they sort as such.
What is only ever read back as a whole is JSON in a text column.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy import ForeignKey as Foreign

metadata = MetaData()

_Text = Text().with_variant(Text(collation="C"), "postgresql")
# Only a column that is exactly INTEGER PRIMARY KEY is SQLite's own row number.
_Number = BigInteger().with_variant(Integer(), "sqlite")


def _number(name: str = "n") -> Column[int]:
    return Column(name, _Number, primary_key=True, autoincrement=False)


def _of(name: str, table: str, *, key: bool = False, optional: bool = False) -> Column[int]:
    parent = Foreign(f"{table}.n")
    return Column(name, _Number, parent, primary_key=key, nullable=optional, autoincrement=False)


meta = Table(
    "meta",
    metadata,
    Column("name", _Text, primary_key=True),
    Column("value", _Text, nullable=False),
)

# The next number of each kind: numbers of what was removed are not given out again, as caches
# beside the record may still know them.
counters = Table(
    "counters",
    metadata,
    Column("name", _Text, primary_key=True),
    Column("next", _Number, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    _number(),
    Column("key", _Text, nullable=False, unique=True),
    Column("digest", _Text, nullable=False, index=True),
    Column("url", _Text, index=True),
    Column("path", _Text),
    Column("publisher", _Text),
    Column("title", _Text),
    Column("published", _Text),
    Column("language", _Text),
    Column("characters", Integer, nullable=False),
    Column("attributions", Integer, nullable=False),
    Column("added_at", _Text, nullable=False),
    # All that `Documents.coverage` asks for: a tenth of the table to read.
    Index("ix_documents_covered", "publisher", "published", "attributions"),
)

places = Table(
    "places",
    metadata,
    _of("document", "documents", key=True),
    Column("path", _Text, primary_key=True),
    Index("ix_places_path", "path"),
    sqlite_with_rowid=False,
)

# Apart from `documents`, so that lists of documents do not read over the texts.
extractions = Table(
    "extractions",
    metadata,
    _of("document", "documents", key=True),
    Column("body", LargeBinary, nullable=False),
    Column("extra", LargeBinary),
)

entities = Table(
    "entities",
    metadata,
    _number(),
    _of("document", "documents"),
    Column("id", _Text, nullable=False),
    Column("type", _Text, nullable=False),
    Column("name", _Text, nullable=False),
    Column("aliases", _Text, nullable=False),
    Column("roles", _Text, nullable=False),
    Column("day", _Text),
    Column("named", Boolean, nullable=False),
    Index("ix_entities_document", "document"),
)

entity_keys = Table(
    "entity_keys",
    metadata,
    Column("key", _Text, primary_key=True),
    _of("entity", "entities", key=True),
    Index("ix_entity_keys_entity", "entity"),
    sqlite_with_rowid=False,
)

attributions = Table(
    "attributions",
    metadata,
    _number(),
    _of("document", "documents"),
    Column("id", _Text, nullable=False),
    _of("speaker", "entities", optional=True),
    Column("speaker_name", _Text),
    Column("act", _Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("stance", _Text, nullable=False),
    Column("kind", _Text, nullable=False),
    Column("block", _Text, nullable=False),
    Column("said_on", _Text),
    Column("day", _Text),
    Column("content", _Text, nullable=False),
    Column("source", _Text, nullable=False),
    Column("publisher", _Text),
    Column("carriers", _Text),
    Column("evidence", _Text),
    Column("confidence", Double, nullable=False),
    _of("parent", "attributions", optional=True),
    Column("marks", _Text, nullable=False),
    Index("ix_attributions_document", "document"),
    Index("ix_attributions_id", "id"),
    # All that a list of what somebody says is sorted by, by day, as far as a page of it goes.
    Index("ix_attributions_speaker", "speaker", "day", postgresql_include=["n"]),
    # Few have one; without it, every removal would read the whole table.
    Index(
        "ix_attributions_parent",
        "parent",
        sqlite_where=text("parent IS NOT NULL"),
        postgresql_where=text("parent IS NOT NULL"),
    ),
)

# Who carried an attribution, from the publisher on: names alone do not say which entity it was.
carriers = Table(
    "carriers",
    metadata,
    _of("attribution", "attributions", key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    _of("entity", "entities"),
    Index("ix_carriers_entity", "entity"),
    sqlite_with_rowid=False,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("fingerprint", BigInteger, primary_key=True, autoincrement=False),
    _of("document", "documents", key=True),
    Index("ix_fingerprints_document", "document"),
    sqlite_with_rowid=False,
)

vectors = Table(
    "vectors",
    metadata,
    Column("cell", BigInteger, primary_key=True, autoincrement=False),
    _of("attribution", "attributions", key=True),
    Column("vector", LargeBinary, nullable=False),
    Index("ix_vectors_attribution", "attribution", unique=True),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("matter", _Text, primary_key=True),
    Column("a", _Number, primary_key=True, autoincrement=False),
    Column("b", _Number, primary_key=True, autoincrement=False),
    Column("verdict", _Text, nullable=False),
    Column("score", Double, nullable=False),
    Column("reasons", _Text, nullable=False),
    Column("data", _Text),
    Index("ix_links_b", "matter", "b"),
    Index(
        "ix_links_unsure",
        "matter",
        "score",
        "a",
        "b",
        sqlite_where=text("verdict = 'unsure'"),
        postgresql_where=text("verdict = 'unsure'"),
    ),
    sqlite_with_rowid=False,
)

groups = Table(
    "groups",
    metadata,
    Column("matter", _Text, primary_key=True),
    Column("item", _Number, primary_key=True, autoincrement=False),
    Column("root", _Number, nullable=False),
    Index("ix_groups_root", "matter", "root"),
    sqlite_with_rowid=False,
)

summaries = Table(
    "summaries",
    metadata,
    Column("matter", _Text, primary_key=True),
    Column("root", _Number, primary_key=True, autoincrement=False),
    Column("id", _Text, nullable=False),
    Column("label", _Text, nullable=False),
    Column("item", _Number, nullable=False),
    Column("size", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("publishers", Integer, nullable=False),
    Column("speakers", Integer, nullable=False),
    Column("first", _Text),
    Column("last", _Text),
    Column("data", _Text),
    Index("ix_summaries_id", "matter", "id"),
    Index("ix_summaries_documents", "matter", "documents", "size", "root"),
    # Each engine has its own place for what has no day, unless it is given one.
    Index("ix_summaries_last", "matter", text("coalesce(last, '')"), "root"),
    sqlite_with_rowid=False,
)

dirty = Table(
    "dirty",
    metadata,
    Column("matter", _Text, primary_key=True),
    Column("item", _Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", _Text, primary_key=True),
    Column("matter", _Text, nullable=False),
    Column("a_document", _Text, nullable=False),
    Column("a_id", _Text, nullable=False),
    Column("b_document", _Text, nullable=False),
    Column("b_id", _Text, nullable=False),
    Column("verdict", _Text, nullable=False),
    Column("who", _Text, nullable=False),
    Column("made_at", _Text, nullable=False),
    Column("note", _Text),
    Column("retracted_at", _Text),
    Index("ix_judgements_a", "matter", "a_document", "a_id"),
    Index("ix_judgements_b", "matter", "b_document", "b_id"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", _Text, primary_key=True),
    Column("etag", _Text),
    Column("modified", _Text),
    Column("fetched_at", _Text, nullable=False),
)

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("feed", _Text, primary_key=True),
    Column("entry", _Text, primary_key=True),
    Column("seen_at", _Text, nullable=False),
    sqlite_with_rowid=False,
)
