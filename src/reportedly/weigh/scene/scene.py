"""A document with its attributions, looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reportedly.schema import Attribution, BlockKind, Document, Extraction, Span, Spans
from reportedly.weigh.scene.sentences import clause, paragraphs, quoted, sentences

REPORTING = frozenset((BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY))
"""The blocks that hold the document's own reporting."""
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself)\b|\bI['’](?:m|ve|d|ll)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's text by paragraph and sentence, and its attributions by where they stand.

    Args:
        extraction: the document with its attributions.
        paragraphs: those of its own reporting, in text order.
        sentences: likewise.
        quotes: what stands in double quotation marks.
        by_id: the attributions by id.
    """

    extraction: Extraction
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    by_id: dict[str, Attribution] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.extraction.document.text

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions, in text order."""
        return self.extraction.attributions

    def sentence(self, place: int) -> Span | None:
        """The sentence that a place lies in."""
        return _holding(self.sentences, place)

    def paragraph(self, place: int) -> Span | None:
        """The paragraph that a place lies in."""
        return _holding(self.paragraphs, place)

    def paragraph_number(self, place: int) -> int:
        """The number of the last paragraph that begins at or before a place."""
        return bisect_right(self.paragraphs, place, key=lambda s: s.start) - 1

    def clause(self, inside: Span) -> Span:
        """The clause around some words."""
        sentence = self.sentence(inside.start)
        return clause(self.text, sentence, inside) if sentence else inside

    def holder(self, words: Span) -> Attribution | None:
        """The innermost attribution that says some words: whose content holds them all."""
        holding = [a for a in self.attributions if any(words.within(s) for s in a.content)]
        return min(holding, key=lambda a: sum(map(len, a.content)), default=None)

    def own_voice(self, words: Span) -> bool:
        """Whether the publisher says some words itself.

        They begin in no content and no quotation marks, nor in a sentence in the first person
        singular, which is somebody's speech though nothing says whose. They may run on into a
        content: "declined to comment" can be an attribution of its own.
        """
        begin = Span(words.start, words.start + 1)
        if any(begin.overlaps(s) for a in self.attributions for s in a.content):
            return False
        if any(begin.overlaps(quote) for quote in self.quotes):
            return False
        sentence = self.sentence(words.start)
        return sentence is not None and not self._first_person(sentence)

    def is_cue(self, words: Span) -> bool:
        """Whether some words overlap the cue of an attribution."""
        return any(words.overlaps(s) for a in self.attributions for s in a.cue)

    def is_source(self, words: Span) -> bool:
        """Whether some words overlap the source of an attribution."""
        return any(words.overlaps(s) for a in self.attributions for s in a.source)

    def touching(self, stretch: Span) -> Iterator[Attribution]:
        """The attributions of which some words stand in a stretch, in text order."""
        for a in self.attributions:
            if any(s.overlaps(stretch) for s in (*a.source, *a.cue, *a.content)):
                yield a

    def speaks(self, a: Attribution) -> str:
        """Who speaks in an attribution: an entity's id, or the source's last word in lower case.

        The empty string where the text names nobody.
        """
        if a.speaker is None and a.source_from:
            a = self.by_id.get(a.source_from, a)
        if a.speaker is not None and a.speaker.entity:
            return a.speaker.entity
        words = a.source[-1].read(self.text).lower().split() if a.source else []
        return words[-1] if words else ""

    def said(self, a: Attribution) -> str:
        """The words of an attribution's content."""
        return " ".join(s.read(self.text) for s in a.content)

    def _first_person(self, sentence: Span) -> bool:
        """Whether the words of a sentence outside quotation marks and contents say "I"."""
        for match in _FIRST_PERSON.finditer(self.text, sentence.start, sentence.end):
            words = Span(*match.span())
            spoken = (s for a in self.attributions for s in a.content)
            if not any(words.overlaps(s) for s in (*self.quotes, *spoken)):
                return True
        return False


def scene(extraction: Extraction) -> Scene:
    """Lay out a document for looking things up; any text and any attributions are accepted."""
    document = extraction.document
    by_id = {a.id: a for a in extraction.attributions}
    return Scene(extraction, *_parts(document.text, tuple(_stretches(document))), by_id)


@lru_cache(maxsize=2)  # notes, evidence and links lay out the same text
def _parts(text: str, stretches: Spans) -> tuple[Spans, Spans, Spans]:
    """The paragraphs, sentences and quotations of a text."""
    parts = tuple(paragraphs(text, stretches))
    return (
        parts,
        tuple(s for part in parts for s in sentences(text, part)),
        tuple(s for part in parts for s in quoted(text, part)),
    )


def _stretches(document: Document) -> list[Span]:
    """The document's own reporting; a line goes on behind an artefact within it."""
    if not document.blocks:
        return [Span(0, len(document.text))] if document.text else []
    found: list[Span] = []
    for block in document.blocks:
        if block.kind not in REPORTING:
            continue
        if found and "\n" not in document.text[found[-1].end : block.span.start]:
            found.append(Span(found.pop().start, block.span.end))
        else:
            found.append(block.span)
    return found


def first(a: Attribution) -> int:
    """Where an attribution begins."""
    return min(s.start for s in (*a.source, *a.cue, *a.content))


def last(a: Attribution) -> int:
    """Where an attribution ends."""
    return max(s.end for s in (*a.source, *a.cue, *a.content))


def _holding(spans: tuple[Span, ...], place: int) -> Span | None:
    number = bisect_right(spans, place, key=lambda s: s.start) - 1
    return spans[number] if number >= 0 and place < spans[number].end else None
