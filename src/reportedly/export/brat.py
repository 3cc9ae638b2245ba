"""brat standoff, in the form that PolNeAR has: a `.txt` and an `.ann` file a document.

An attribution is an event: `Attribution`, or `Attribution-no-source` where its source is empty,
anchored on its cue, with `Cue`, `Source` and `Content` as text-bound annotations. What it does, if
it does more than say, stands in attributes of the event: `Act`, `Negated` and `Stance`; its
speaker, chain and day in a note. Spans are cut at line breaks, over which brat allows no annotation
to run, and joined by `;`.

Source of the form: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reportedly.export.archive import zipped
from reportedly.export.uris import Uris
from reportedly.export.wording.clean import one_line
from reportedly.export.wording.phrases import ARROW, chain, day, said
from reportedly.export.wording.view import View
from reportedly.schema import Act, Attribution, Document, Extraction, Span, Spans, Stance

if TYPE_CHECKING:  # `extract` writes these files too, and needs no record
    from reportedly.export.chosen import Chosen

_LONGEST_NAME = 100
"""Characters of a file's name before its ending; file systems allow 255 bytes."""


def write(chosen: Chosen, _: Uris) -> Iterator[bytes]:
    """Write an archive with a text and an `.ann` file for each document."""
    return zipped(_files(chosen))


def _files(chosen: Chosen) -> Iterator[tuple[str, Iterable[bytes]]]:
    names = Names()
    for reading in chosen.readings():
        wanted = {said.attribution for said in reading.statements}
        name = names.of(reading.extraction.document)
        yield f"{name}.txt", (reading.extraction.document.text.encode("utf-8"),)
        yield f"{name}.ann", (file_of(reading.extraction, wanted),)


class Names:
    """Names for files, without ending: each like its document's own, and like no other."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def of(self, document: Document) -> str:
        """The name of a document's files."""
        path = document.path or document.id
        stem = PurePosixPath(path).name if "://" not in path else path.partition("://")[2]
        stem = re.sub(r"\.(txt|text|md|x?html?|json|jsonl|ndjson)(\.gz)?(?=$|:)", "", stem)
        stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST_NAME] or "document"
        # Some file systems take two names for one that differ in case alone.
        name, key = stem, stem.lower()
        while name.lower() in self._taken:
            self._taken[key] += 1
            name = f"{stem}-{self._taken[key]}"
        self._taken[name.lower()] = 1
        return name


def file_of(extraction: Extraction, wanted: Container[str] | None = None) -> bytes:
    """The `.ann` file of a document; see `standoff`."""
    lines = standoff(extraction, wanted)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def standoff(extraction: Extraction, wanted: Container[str] | None = None) -> Iterator[str]:
    """The lines of the `.ann` file.

    Text-bound annotations (T), events (E), their attributes (A), and notes on them (#).

    Args:
        extraction: the document.
        wanted: ids of the attributions; all of them if None.
    """
    found = [a for a in extraction.attributions if wanted is None or a.id in wanted]
    view, numbers, attributes, notes = View(extraction), count(1), count(1), count(1)
    for event, attribution in enumerate(found, 1):
        parts = []
        kind = "Attribution" if attribution.source else "Attribution-no-source"
        for label, spans in _roles(kind, attribution):
            number = next(numbers)
            parts.append(f"{label}:T{number}")
            yield f"T{number}\t{label} {_bound(spans, extraction.document.text)}"
        yield f"E{event}\t{' '.join(parts)}"
        for value in _attributes(attribution, event):
            yield f"A{next(attributes)}\t{value}"
        if known := "; ".join(_known(view, attribution)):
            yield f"#{next(notes)}\tAnnotatorNotes E{event}\t{known}"


def _attributes(found: Attribution, event: int) -> Iterator[str]:
    """The attributes of an event that are not as usual."""
    if found.act is not Act.SAY:
        yield f"Act E{event} {found.act}"
    if found.negated:
        yield f"Negated E{event}"
    if found.stance is not Stance.NEUTRAL:
        yield f"Stance E{event} {found.stance}"


def _known(view: View, found: Attribution) -> Iterator[str]:
    """Speaker, chain and day, as far as they are known."""
    whose = found.speaker
    if whose:
        yield f"speaker: {one_line(whose.name or f'open, {whose.unresolved}')}"
    whole = said(chain(view, found, common=True))
    if ARROW in whole:
        yield f"chain: {whole}"
    if found.said_on:
        yield day(view, found.said_on)


def _roles(kind: str, found: Attribution) -> Iterator[tuple[str, Spans]]:
    yield kind, found.cue
    yield "Cue", found.cue
    if found.source:
        yield "Source", found.source
    yield "Content", found.content


def _bound(spans: Spans, text: str) -> str:
    pieces = [piece for span in spans for piece in _unbroken(span, text)]
    where = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    words = " ".join(piece.read(text) for piece in pieces)
    return f"{where}\t{_COLUMNS.sub(' ', words)}"


_COLUMNS = re.compile(r"[\t\x0b-\x1f\x85\u2028\u2029]")
"""What a reader could take for the end of a column or a line; a space stands in, for each one."""


def _unbroken(span: Span, text: str) -> list[Span]:
    """The span in pieces without line breaks; itself, if it holds nothing else."""
    lines = re.compile(r"[^\n\r]+").finditer(text, span.start, span.end)
    return [Span(*line.span()) for line in lines if line[0].strip()] or [span]
