"""Version 1: documents and what was found in them, what holds between them, and judgements."""

from reportedly.store.migrations.dialect import execute, translated

revision = "1"
down_revision = None

_TABLES = (
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, next BIGINT NOT NULL)",
    """CREATE TABLE documents (
        n BIGINT NOT NULL PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        digest TEXT NOT NULL,
        url TEXT,
        path TEXT,
        publisher TEXT,
        title TEXT,
        published TEXT,
        language TEXT,
        characters INTEGER NOT NULL,
        attributions INTEGER NOT NULL,
        added_at TEXT NOT NULL)""",
    """CREATE TABLE places (
        document BIGINT NOT NULL REFERENCES documents (n),
        path TEXT NOT NULL,
        PRIMARY KEY (document, path)) WITHOUT ROWID""",
    """CREATE TABLE extractions (
        document BIGINT NOT NULL PRIMARY KEY REFERENCES documents (n),
        body BYTEA NOT NULL,
        extra BYTEA)""",
    """CREATE TABLE entities (
        n BIGINT NOT NULL PRIMARY KEY,
        document BIGINT NOT NULL REFERENCES documents (n),
        id TEXT NOT NULL,
        type TEXT NOT NULL,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,
        roles TEXT NOT NULL,
        day TEXT,
        named BOOLEAN NOT NULL)""",
    """CREATE TABLE entity_keys (
        key TEXT NOT NULL,
        entity BIGINT NOT NULL REFERENCES entities (n),
        PRIMARY KEY (key, entity)) WITHOUT ROWID""",
    """CREATE TABLE attributions (
        n BIGINT NOT NULL PRIMARY KEY,
        document BIGINT NOT NULL REFERENCES documents (n),
        id TEXT NOT NULL,
        speaker BIGINT REFERENCES entities (n),
        speaker_name TEXT,
        act TEXT NOT NULL,
        negated BOOLEAN NOT NULL,
        stance TEXT NOT NULL,
        kind TEXT NOT NULL,
        block TEXT NOT NULL,
        said_on TEXT,
        day TEXT,
        content TEXT NOT NULL,
        source TEXT NOT NULL,
        publisher TEXT,
        carriers TEXT,
        evidence TEXT,
        confidence DOUBLE PRECISION NOT NULL,
        parent BIGINT REFERENCES attributions (n),
        marks TEXT NOT NULL)""",
    """CREATE TABLE fingerprints (
        fingerprint BIGINT NOT NULL,
        document BIGINT NOT NULL REFERENCES documents (n),
        PRIMARY KEY (fingerprint, document)) WITHOUT ROWID""",
    """CREATE TABLE vectors (
        cell BIGINT NOT NULL,
        attribution BIGINT NOT NULL REFERENCES attributions (n),
        vector BYTEA NOT NULL,
        PRIMARY KEY (cell, attribution)) WITHOUT ROWID""",
    """CREATE TABLE links (
        matter TEXT NOT NULL,
        a BIGINT NOT NULL,
        b BIGINT NOT NULL,
        verdict TEXT NOT NULL,
        score DOUBLE PRECISION NOT NULL,
        reasons TEXT NOT NULL,
        data TEXT,
        PRIMARY KEY (matter, a, b)) WITHOUT ROWID""",
    """CREATE TABLE groups (
        matter TEXT NOT NULL,
        item BIGINT NOT NULL,
        root BIGINT NOT NULL,
        PRIMARY KEY (matter, item)) WITHOUT ROWID""",
    """CREATE TABLE summaries (
        matter TEXT NOT NULL,
        root BIGINT NOT NULL,
        id TEXT NOT NULL,
        label TEXT NOT NULL,
        item BIGINT NOT NULL,
        size INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        publishers INTEGER NOT NULL,
        speakers INTEGER NOT NULL,
        first TEXT,
        last TEXT,
        data TEXT,
        PRIMARY KEY (matter, root)) WITHOUT ROWID""",
    """CREATE TABLE dirty (
        matter TEXT NOT NULL,
        item BIGINT NOT NULL,
        PRIMARY KEY (matter, item)) WITHOUT ROWID""",
    """CREATE TABLE judgements (
        id TEXT NOT NULL PRIMARY KEY,
        matter TEXT NOT NULL,
        a_document TEXT NOT NULL,
        a_id TEXT NOT NULL,
        b_document TEXT NOT NULL,
        b_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        who TEXT NOT NULL,
        made_at TEXT NOT NULL,
        note TEXT,
        retracted_at TEXT)""",
    """CREATE TABLE feeds (
        url TEXT NOT NULL PRIMARY KEY,
        etag TEXT,
        modified TEXT,
        fetched_at TEXT NOT NULL)""",
    """CREATE TABLE feed_entries (
        feed TEXT NOT NULL,
        entry TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        PRIMARY KEY (feed, entry)) WITHOUT ROWID""",
)

_INDEXES = (
    "CREATE INDEX ix_documents_url ON documents (url)",
    "CREATE INDEX ix_documents_digest ON documents (digest)",
    "CREATE INDEX ix_documents_covered ON documents (publisher, published, attributions)",
    "CREATE INDEX ix_places_path ON places (path)",
    "CREATE INDEX ix_entities_document ON entities (document)",
    "CREATE INDEX ix_entity_keys_entity ON entity_keys (entity)",
    "CREATE INDEX ix_attributions_document ON attributions (document)",
    "CREATE INDEX ix_attributions_id ON attributions (id)",
    "CREATE INDEX ix_attributions_speaker ON attributions (speaker)",
    "CREATE INDEX ix_attributions_parent ON attributions (parent) WHERE parent IS NOT NULL",
    "CREATE INDEX ix_fingerprints_document ON fingerprints (document)",
    "CREATE UNIQUE INDEX ix_vectors_attribution ON vectors (attribution)",
    "CREATE INDEX ix_links_b ON links (matter, b)",
    "CREATE INDEX ix_links_unsure ON links (matter, score, a, b) WHERE verdict = 'unsure'",
    "CREATE INDEX ix_groups_root ON groups (matter, root)",
    "CREATE INDEX ix_summaries_id ON summaries (matter, id)",
    "CREATE INDEX ix_summaries_documents ON summaries (matter, documents, size, root)",
    "CREATE INDEX ix_summaries_last ON summaries (matter, coalesce(last, ''), root)",
    "CREATE INDEX ix_judgements_a ON judgements (matter, a_document, a_id)",
    "CREATE INDEX ix_judgements_b ON judgements (matter, b_document, b_id)",
)


def upgrade() -> None:
    """Make the tables, and the indexes that they are looked up by."""
    execute(map(translated, _TABLES))
    execute(_INDEXES)
