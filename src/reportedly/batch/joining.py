"""A run's documents into any record, one by one, as if they had just been extracted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa

from reportedly.batch.filling import whole
from reportedly.batch.reading import Aligned, Run
from reportedly.batch.tables import (
    ATTRIBUTIONS,
    DOCUMENTS,
    ENTITIES,
    FINGERPRINTS,
    VECTORS,
    Table,
)
from reportedly.connect.stories import story_keys
from reportedly.record.linking import Linker
from reportedly.record.moment import now
from reportedly.record.prepare import Prepared
from reportedly.record.propositions import Proposition
from reportedly.schema import EntityType, Extraction, Profile, Ref, RunError, from_json
from reportedly.store import NewEntity, NewVector, Store

AT_ONCE = 50
"""Documents that are read at a time."""

Row = dict[str, Any]

_DOCUMENT = ("n", "document", "path", "text", "extraction")
_COLUMNS = {
    ATTRIBUTIONS: ("n", "id", "words", "names", "voice"),
    ENTITIES: ("n", "id", "type", "name", "aliases", "roles", "day", "named", "keys"),
    FINGERPRINTS: ("n", "fingerprint"),
    VECTORS: ("n", "id", "cell", "vector"),
}


def join(store: Store, run: Run) -> Iterator[bool]:
    """Add the documents that a record lacks, and connect them with what it holds.

    Each is added in one transaction; they have yet to be settled.

    Yields:
        For each row of the documents, whether it was added.

    Raises:
        RunError: if the tables are damaged, or the record cannot be written to.
    """
    linker = Linker(store)
    for document, parts in _documents(run):
        row = store.documents.by_key(document["document"])
        if row is None:
            with store.write():
                linker.add(prepared(document, parts), now())
        elif document["path"] and document["path"] not in store.documents.places(row.n):
            with store.write():
                store.documents.place(row.n, document["path"])
        yield row is None


def prepared(document: Row, parts: dict[Table, list[Row]]) -> Prepared:
    """A document on its way into a record, from its rows.

    Raises:
        RunError: if they do not agree.
    """
    try:
        extraction = from_json(json.loads(whole(document["extraction"], document["text"])))
        said = tuple(_propositions(extraction, parts[ATTRIBUTIONS]))
        vectors = tuple(NewVector(v["id"], v["cell"], v["vector"]) for v in parts[VECTORS])
        if [v.attribution for v in vectors] != [p.attribution.id for p in said]:
            raise ValueError("its statements and their vectors do not agree")
        return Prepared(
            extraction,
            tuple(_entity(document["document"], row) for row in parts[ENTITIES]),
            tuple(row["fingerprint"] for row in parts[FINGERPRINTS]),
            frozenset(key for p in said for key in story_keys(p.names)),
            said,
            vectors,
        )
    except (ValueError, LookupError) as error:
        raise RunError(
            f"document {document['document']} of the tables is damaged: {error}"
        ) from None


def _propositions(extraction: Extraction, rows: Iterable[Row]) -> Iterator[Proposition]:
    attributions = {a.id: a for a in extraction.attributions}
    for row in rows:
        if row["words"] is not None:
            names = frozenset(row["names"])
            yield Proposition(attributions[row["id"]], row["words"], names, row["voice"])


def _entity(key: str, row: Row) -> NewEntity:
    profile = Profile(
        Ref(key, row["id"]),
        EntityType(row["type"]),
        row["name"],
        tuple(row["aliases"]),
        tuple(row["roles"]),
        row["day"],
        row["named"],
    )
    return NewEntity(profile, tuple(row["keys"]))


def _documents(run: Run) -> Iterator[tuple[Row, dict[Table, list[Row]]]]:
    """Each document with its rows of all tables."""
    for shard in run.shards:
        found = {
            table: Aligned(run.shard(table, shard, names)) for table, names in _COLUMNS.items()
        }
        for part in run.shard(DOCUMENTS, shard, _DOCUMENT, AT_ONCE):
            documents = part.to_pylist()
            rows = {table: _by_document(a.upto(documents[-1]["n"])) for table, a in found.items()}
            for document in documents:
                yield document, {t: own.get(document["n"], []) for t, own in rows.items()}


def _by_document(part: pa.Table | None) -> dict[int, list[Row]]:
    rows = part.to_pylist() if part is not None else []
    return {n: list(own) for n, own in groupby(rows, key=itemgetter("n"))}
