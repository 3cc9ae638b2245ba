"""CSV: one row an attribution, for spreadsheets and data frames."""

from __future__ import annotations

import csv
from typing import TextIO

from reportedly.export.wording.view import View
from reportedly.schema import Attribution, Extraction, Spans

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
    "number",
    "parent_number",
    "speaker",
    "speaker_type",
    "speaker_open",
    "roles",
    "carriers",
    "said_on",
    "precision",
    "venue",
    "addressee",
    "act",
    "negated",
    "stance",
    "evidence",
)
"""New ones are added at the end: a spreadsheet that counts columns goes on working."""


class CsvWriter:
    """Writes one row an attribution, under a row of `COLUMNS`.

    Text in several spans is joined by ` … `; the `…_spans` columns hold `start-end` pairs joined
    by `;`. Carriers are joined by ` > `, from the publisher to the speaker; roles and evidence
    marks by `; `. A document without attributions has no row.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._rows = csv.writer(stream, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def write(self, extraction: Extraction) -> None:
        """Write the rows of one extraction."""
        view = View(extraction)
        for attribution in extraction.attributions:
            self._rows.writerow([*_words(view, attribution), *_known(view, attribution)])
        self._stream.flush()


Cell = str | int | None


def _words(view: View, found: Attribution) -> list[Cell]:
    """The document, and the words of the three roles."""
    document, roles = view.document, (found.source, found.cue, found.content)
    return [
        document.path,
        document.id,
        document.title,
        document.publisher,
        document.published,
        found.id,
        view.lines.of(found),
        found.kind.value,
        found.block.value,
        f"{found.confidence:.3f}",
        *(" … ".join(span.read(document.text) for span in role) for role in roles),
        found.source_from,
        *map(_offsets, roles),
    ]


def _known(view: View, found: Attribution) -> list[Cell]:
    """What is known beyond the words: who, through whom, when, and what stands behind it."""
    speaker, day = found.speaker, found.said_on
    return [
        view.number(found.id),
        view.number(found.parent),
        speaker.name if speaker else None,
        speaker.type.value if speaker and speaker.type else None,
        speaker.unresolved if speaker else None,
        "; ".join(speaker.roles) if speaker else None,
        " > ".join(carrier.name for carrier in found.carriers),
        day.value if day else None,
        day.precision.value if day and day.precision else None,
        found.venue.text if found.venue else None,
        found.addressee.text if found.addressee else None,
        found.act.value,
        "true" if found.negated else "false",
        found.stance.value,
        "; ".join(f"{mark.status} ({mark.by})" for mark in found.evidence),
    ]


def _offsets(role: Spans) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in role)
