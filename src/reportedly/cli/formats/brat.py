"""brat standoff, in the form that PolNeAR has: a `.txt` and an `.ann` file a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePosixPath

from reportedly.cli.clean import one_line
from reportedly.cli.report.phrases import ARROW, chain, day, said
from reportedly.cli.report.view import View
from reportedly.schema import Act, Attribution, Extraction, RunError, Span, Spans, Stance

_LONGEST_NAME = 100
"""Characters of a file's name before its ending; file systems allow 255 bytes."""


class BratWriter:
    """Writes each document's text, unchanged, and its attributions beside it.

    An attribution is an event: `Attribution`, or `Attribution-no-source` where its source is
    empty, anchored on its cue, with `Cue`, `Source` and `Content` as text-bound annotations.
    What it does, if it does more than say, stands in attributes of the event: `Act`, `Negated`
    and `Stance`; its speaker, chain and day in a note.
    Spans are cut at line breaks, over which brat allows no annotation to run, and joined by `;`.

    Args:
        folder: where the files go; it is made if it is not there.

    Raises:
        RunError: if the folder cannot be made or holds annotations already, which would be
            mixed with the new ones.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if next(folder.glob("*.ann"), None):
                raise RunError(f"{folder}: it holds annotations already; name another folder")
        except OSError as error:
            raise RunError(f"{folder}: {(error.strerror or str(error)).lower()}") from None
        self._folder = folder
        self._names: dict[str, int] = {}

    def write(self, extraction: Extraction) -> None:
        """Write the two files of one extraction."""
        document = extraction.document
        name = self._name(document.path or document.id)
        text = self._folder / f"{name}.txt"
        # As bytes: a line break must stay the characters that it is, for offsets to hold.
        text.write_bytes(document.text.encode("utf-8"))
        lines = "".join(f"{line}\n" for line in standoff(extraction))
        text.with_name(f"{name}.ann").write_bytes(lines.encode("utf-8"))

    def _name(self, path: str) -> str:
        """A file name like the document's own, and like no other in the folder."""
        stem = PurePosixPath(path).name if "://" not in path else path.partition("://")[2]
        stem = re.sub(r"\.(txt|text|md|x?html?|json|jsonl|ndjson)(\.gz)?(?=$|:)", "", stem)
        stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST_NAME] or "document"
        # Some file systems take two names for one that differ in case alone.
        name, key = stem, stem.lower()
        while name.lower() in self._names:
            self._names[key] += 1
            name = f"{stem}-{self._names[key]}"
        self._names[name.lower()] = 1
        return name


def standoff(extraction: Extraction) -> Iterator[str]:
    """The lines of the `.ann` file.

    Text-bound annotations (T), events (E), their attributes (A), and notes on them (#).
    """
    view, numbers, attributes, notes = View(extraction), count(1), count(1), count(1)
    for event, attribution in enumerate(extraction.attributions, 1):
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
    return f"{where}\t{' '.join(piece.read(text) for piece in pieces)}"


def _unbroken(span: Span, text: str) -> list[Span]:
    """The span in pieces without line breaks; itself, if it holds nothing else."""
    lines = re.compile(r"[^\n\r]+").finditer(text, span.start, span.end)
    return [Span(*line.span()) for line in lines if line[0].strip()] or [span]
