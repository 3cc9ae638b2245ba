"""The formats: the one list of what can be exported, which every screen shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from reportedly.export.selection import Scope, Selection
from reportedly.export.uris import Uris
from reportedly.schema import RunError

if TYPE_CHECKING:
    from reportedly.export.chosen import Chosen
    from reportedly.record import Record

Write = Callable[["Chosen", Uris], Iterator[bytes]]

EVERY = frozenset(Scope)


@dataclass(frozen=True, slots=True)
class Format:
    """A form that statements leave the record in.

    Args:
        name: what it is asked for by.
        media: its media type.
        extension: what a file's name ends in, without the dot.
        of: what can be exported so.
        help: what it is, in a line.
        binary: it is nothing to look at.
    """

    name: str
    media: str
    extension: str
    help: str
    of: frozenset[Scope] = EVERY
    binary: bool = False

    def write(self, chosen: Chosen, uris: Uris) -> Iterator[bytes]:
        """Write what was chosen, piece by piece."""
        # Each format loads what it needs; the list of them loads nothing.
        module = import_module(f"reportedly.export.{self.name.replace('-', '_')}")
        return cast("Write", module.write)(chosen, uris)


_LD = "application/ld+json"

FORMATS = {
    found.name: found
    for found in (
        Format("jsonl", "application/x-ndjson", "jsonl",
               "JSON lines: all of the record, for `import`; else a statement a line"),
        Format("annotations", _LD, "jsonld",
               "W3C Web Annotations of source, cue and content"),
        Format("schema-org", _LD, "jsonld",
               "schema.org: claims, quotations, where they appear; no ratings"),
        Format("prov", "text/turtle", "ttl",
               "PROV-O in Turtle: from statements through carriers to who said it"),
        Format("ftm", "application/json+ftm", "ftm.json",
               "FollowTheMoney entities, a line each, for Aleph and its kin"),
        Format("gexf", "application/gexf+xml", "gexf",
               "GEXF, for Gephi: who is carried by whom, over time"),
        Format("graphml", "application/graphml+xml", "graphml",
               "GraphML: the same network for other programs"),
        Format("csv", "text/csv; charset=utf-8", "csv",
               "a table with a row a statement, for spreadsheets"),
        Format("parquet", "application/zip", "parquet.zip",
               "a zip of Parquet tables: documents, attributions, speakers, claims",
               binary=True),
        Format("brat", "application/zip", "brat.zip",
               "a zip of brat standoff: each document's text and annotations",
               binary=True),
        Format("report", "text/html; charset=utf-8", "html",
               "a claim with all its receipts, to read and to print", frozenset({Scope.CLAIM})),
    )
}  # fmt: skip


def export(
    record: Record, selection: Selection, name: str, *, uris: Uris | None = None
) -> Iterator[bytes]:
    """Export from a record, piece by piece.

    What is wrong with the question is raised at once, before the first piece.

    Args:
        record: the record; the pieces are read in its thread.
        selection: what of it.
        name: of one of `FORMATS`.
        uris: what the record's things are called outside of it.

    Raises:
        RunError: if there is no such format, it cannot hold the selection, the record does not
            hold what is selected, or what the format needs is not installed.
    """
    from reportedly.export.chosen import choose

    if name not in FORMATS:
        raise RunError(f"no format {name!r:.40}: one of {', '.join(FORMATS)} is meant")
    chosen = FORMATS[name]
    if selection.scope not in chosen.of:
        takes = ", ".join(f"a {scope}" for scope in Scope if scope in chosen.of)
        raise RunError(f"{name} is of {takes}, not of a {selection.scope}")
    return chosen.write(choose(record, selection), uris or Uris())
