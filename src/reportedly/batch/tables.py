"""The tables of a run: their columns, and what each holds. Once published, a column stays.

A run's folder has a folder for each table and in it a file for each shard, `00017.parquet`. A row
is of a document; documents are told by `n`, which grows with the order of the inputs: a shard's
number times 2 to the 32nd, and the document's place in the shard. The same document twice has two
rows, and the one of the lesser `n` counts. `reportedly batch connect` adds the tables of
`CONNECTED`, where things are named as everywhere outside of a record: by their document's key,
and by their id in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

FORMAT = "reportedly-tables/1"
"""Name and number of the form; what raises the number, other versions cannot read."""

SHARD = 1 << 32
"""How far apart the numbers of two shards' first documents are."""

VECTOR = 384
"""Bytes of a vector."""

_TEXT, _TEXTS, _LONG = pa.string(), pa.list_(pa.string()), pa.int64()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its folder, and its columns."""

    name: str
    schema: pa.Schema


def _table(name: str, *columns: tuple[str, pa.DataType, str]) -> Table:
    """A table; each column has a name, a type, and what it holds; of "or null" alone it may be."""
    fields = [
        pa.field(called, kind, nullable="null" in told, metadata={"description": told})
        for called, kind, told in columns
    ]
    return Table(name, pa.schema(fields, metadata={"format": FORMAT}))


_N = ("n", _LONG, "number of the document")

DOCUMENTS = _table(
    "documents",
    _N,
    ("document", _TEXT, "key of the document, as a record has it: d and twelve digits"),
    ("digest", _TEXT, "digest of the text: sha256: and 64 digits"),
    ("path", _TEXT, "where it was read from, or null"),
    ("url", _TEXT, "its address, or null"),
    ("title", _TEXT, "or null"),
    ("publisher", _TEXT, "or null"),
    ("authors", _TEXTS, "as the document names them"),
    ("published", _TEXT, "day of publication, YYYY-MM-DD, or null"),
    ("language", _TEXT, "two letters, or null"),
    ("characters", pa.int32(), "length of the text in code points"),
    ("attributions", pa.int32(), "how many were found in it"),
    ("text", _TEXT, "the text; U+FFFD stands for what UTF-8 cannot hold"),
    ("extraction", _TEXT, "all that `extract` writes of it but `text`, as JSON; `text` stays in "
                          "it where UTF-8 cannot hold it"),
)  # fmt: skip

ATTRIBUTIONS = _table(
    "attributions",
    _N,
    ("id", _TEXT, "of the attribution in its document: a and ten digits"),
    ("place", pa.int32(), "its place among the document's, from 0 on"),
    ("speaker", _TEXT, "who says it, by name, or null"),
    ("speaker_entity", _TEXT, "id of that entity in the document, or null"),
    ("act", _TEXT, "what the cue does"),
    ("negated", pa.bool_(), "whether the cue is denied or refused"),
    ("stance", _TEXT, "how the document's publisher stands to it"),
    ("kind", _TEXT, "direct, indirect or mixed"),
    ("block", _TEXT, "what part of the document it stands in"),
    ("said_on", _TEXT, "day, week, month or year of the utterance, or null"),
    ("day", _TEXT, "what lists are sorted by: that, or the day of publication, or null"),
    ("content", _TEXT, "the words of its content; parts that stand apart are joined by …"),
    ("source", _TEXT, "the words of its source"),
    ("publisher", _TEXT, "the document's, or null"),
    ("carriers", _TEXTS, "media in between, from the publisher on"),
    ("evidence", _TEXTS, "what the text says stands behind it, each status once"),
    ("confidence", pa.float64(), "0 to 1"),
    ("parent", _TEXT, "id of the attribution in whose content it is said, or null"),
    ("words", _TEXT, "what it says, with names in the place of pronouns; null where it says "
                     "nothing by itself, and so is of no claim"),
    ("names", _TEXTS, "canonical names of those that the content names; empty without `words`"),
    ("voice", _TEXT, "canonical name of the speaker, or null"),
    ("twin", _TEXT, "what attributions share that a comparison cannot tell apart; null without "
                    "`words`"),
    ("utterance", _TEXT, "what tells which origin it goes back to, as JSON: words, and as in "
                         "`extract` content, source, cue, carriers, said_on and venue; within: "
                         "ids of the attributions in which it is said, the nearest first"),
)  # fmt: skip

ENTITIES = _table(
    "entities",
    _N,
    ("id", _TEXT, "of the entity in its document: e and ten digits"),
    ("place", pa.int32(), "its place among the document's, from 0 on"),
    ("type", _TEXT, "person, group, organisation, government, place, document or unknown"),
    ("name", _TEXT, "the fullest that the document gives"),
    ("aliases", _TEXTS, "its other names there"),
    ("roles", _TEXTS, "its roles there"),
    ("day", _TEXT, "when the document was published, or null"),
    ("named", pa.bool_(), "whether the name is a proper one"),
    ("keys", _TEXTS, "by which entities find each other that may be one"),
    ("twin", _TEXT, "what entities share that nothing tells apart; null if it may not be told by "
                    "its name alone"),
)  # fmt: skip

FINGERPRINTS = _table(
    "fingerprints",
    _N,
    ("fingerprint", _LONG, "of some words in a row; documents that share one are compared"),
)

VECTORS = _table(
    "vectors",
    _N,
    ("id", _TEXT, "of the attribution"),
    ("cell", pa.int32(), "where the vector lies; see the model card"),
    ("vector", pa.binary(VECTOR), "of its `words`: 384 signed bytes, a unit vector times 127"),
)

LEFT_OUT = _table(
    "left_out",
    ("shard", pa.int32(), "number of the shard"),
    ("name", _TEXT, "what could not be read, or was not wanted"),
    ("reason", _TEXT, "why"),
)

EXTRACTED = (DOCUMENTS, ATTRIBUTIONS, ENTITIES, FINGERPRINTS, VECTORS, LEFT_OUT)
"""What `reportedly batch extract` writes."""

LINKS = _table(
    "links",
    ("matter", _TEXT, "of what: reuse, entity, claim or narrative"),
    ("a_document", _TEXT, "key of the document of the first, by the order of `n`"),
    ("a", _TEXT, "its id there; of a document, empty"),
    ("b_document", _TEXT, "key of the document of the second"),
    ("b", _TEXT, "its id there"),
    ("verdict", _TEXT, "same, unsure, or (of documents that share a passage alone) different"),
    ("score", pa.float64(), "0 to 1"),
    ("reasons", _TEXTS, "why, in words"),
    ("data", _TEXT, "more about it, as JSON, or null"),
)

GROUPS = _table(
    "groups",
    ("matter", _TEXT, "of what: reuse (a family of copies), entity, claim or narrative"),
    ("document", _TEXT, "key of a member's document"),
    ("item", _TEXT, "its id there; of a document, empty"),
    ("root_document", _TEXT, "key of the document of the member that the group is known by"),
    ("root", _TEXT, "its id there"),
)

ORIGINS = _table(
    "origins",
    ("claim", _TEXT, "id of the claim, as a record has it: c and what it is known by"),
    ("least", pa.int32(), "independent origins at least"),
    ("most", pa.int32(), "independent origins at most"),
    ("origins", _TEXT, "the origins with their members and receipts, as JSON"),
)

CONNECTED = (LINKS, GROUPS, ORIGINS)
"""What `reportedly batch connect` adds; of groups, those of several members alone."""

JUDGEMENTS = _table(
    "judgements",
    ("id", _TEXT, "j and ten digits"),
    ("matter", _TEXT, "entity, claim, narrative or origin"),
    ("a_document", _TEXT, "key of the document of the one"),
    ("a", _TEXT, "its id there"),
    ("b_document", _TEXT, "key of the document of the other"),
    ("b", _TEXT, "its id there"),
    ("verdict", _TEXT, "same, different or unsure"),
    ("who", _TEXT, "the person who decided"),
    ("made_at", _TEXT, "when, YYYY-MM-DDThh:mm:ssZ"),
    ("note", _TEXT, "why, or null"),
    ("retracted_at", _TEXT, "when it was taken back, or null"),
)

TABLES = (*EXTRACTED, *CONNECTED, JUDGEMENTS)
"""All; `reportedly export --format parquet` of a whole record writes them, judgements too."""
