"""CSV: one row an attribution, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from typing import TextIO

from reportedly.cli.report.lines import Lines
from reportedly.schema import Attribution, Document, Extraction, Spans

COLUMNS = (
    "path",
    "id",
    "title",
    "publisher",
    "published",
    "attribution",
    "line",
    "kind",
    "block",
    "confidence",
    "source",
    "cue",
    "content",
    "source_from",
    "source_spans",
    "cue_spans",
    "content_spans",
)


class CsvWriter:
    """Writes one row an attribution, under a row of `COLUMNS`.

    Text in several spans is joined by ` … `; the `…_spans` columns hold `start-end` pairs joined
    by `;`. A document without attributions has no row.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._rows = csv.writer(stream, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, extraction: Extraction) -> None:
        """Write the rows of one extraction."""
        lines = Lines(extraction.document.text)
        for attribution in extraction.attributions:
            self._rows.writerow(_row(extraction.document, attribution, lines))
        self._stream.flush()


def _row(document: Document, found: Attribution, lines: Lines) -> list[str | int | None]:
    roles = (found.source, found.cue, found.content)
    return [
        document.path,
        document.id,
        document.title,
        document.publisher,
        document.published,
        found.id,
        lines.of(found),
        found.kind.value,
        found.block.value,
        f"{found.confidence:.3f}",
        *(" … ".join(span.read(document.text) for span in role) for role in roles),
        found.source_from,
        *map(_offsets, roles),
    ]


def _offsets(role: Spans) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in role)
