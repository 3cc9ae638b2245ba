"""An extraction with what every screen looks up in it: numbers, words, lines, who stands within."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.export.wording.clean import flowing, one_line, shortened
from reportedly.export.wording.lines import Lines
from reportedly.schema import Attribution, BlockKind, Carrier, Entity, Extraction, Span, Spans

LONGEST_WORDS = 160
"""Characters of a document's words that are shown as a proof: two lines of a terminal."""

_NUMBER = re.compile(r"a?0*([1-9][0-9]*)")


class View:
    """One document as the screens show it.

    Attributions are numbered from 1 in the order that the extraction has them, which is text
    order: No. 7 is the seventh of `attributions` in the JSON.
    """

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.document = extraction.document
        self.lines = Lines(extraction.document.text)
        self._by_id = {found.id: found for found in extraction.attributions}
        self._numbers = {found.id: n for n, found in enumerate(extraction.attributions, 1)}
        self._entities = {entity.id: entity for entity in extraction.entities}

        self.common = _common(extraction.attributions)

    def number(self, name: str | None) -> int | None:
        """The number of the attribution with this id; None if there is none."""
        return self._numbers.get(name or "")

    def attribution(self, name: str | None) -> Attribution | None:
        """The attribution with this id; None if there is none."""
        return self._by_id.get(name or "")

    def entity(self, name: str | None) -> Entity | None:
        """The entity with this id; None if there is none."""
        return self._entities.get(name or "")

    def asked(self, key: str) -> Attribution | None:
        """The attribution that a person means by its id, its number, or `a` and its number."""
        numbered = _NUMBER.fullmatch(key)
        number = int(numbered[1]) if numbered and len(numbered[1]) < 10 else 0
        if key in self._by_id or not 0 < number <= len(self._numbers):
            return self._by_id.get(key)
        return self.extraction.attributions[number - 1]

    def lineage(self, found: Attribution) -> list[Attribution]:
        """The attributions that this one is said inside of, the outermost first, and itself."""
        line = [found]
        while (outer := self.attribution(line[0].parent)) and outer not in line:
            line.insert(0, outer)
        return line

    def source(self, found: Attribution) -> Spans:
        """The words that name whose it is: its own, or those that it leans on."""
        leant_on = self.attribution(found.source_from)
        return found.source or (leant_on.source if leant_on else ())

    def usual(self, found: Attribution) -> bool:
        """Whether an attribution has no carrier but those of the whole document."""
        return all(carrier in self.common for carrier in found.carriers)

    def quoted(self, span: Span) -> str:
        """Words of the document in quotation marks, on one line, shortened if they are long."""
        return f"'{shortened(flowing(span.read(self.document.text)).strip(), LONGEST_WORDS)}'"

    def block(self, span: Span) -> BlockKind:
        """The kind of block that a span begins in."""
        first = Span(span.start, span.start + 1)
        return next((b.kind for b in self.document.blocks if first.overlaps(b.span)), _ELSE)

    def author(self, found: Attribution) -> str | None:
        """Who wrote the reader's comment that an attribution stands in."""
        if found.block is not BlockKind.COMMENT:
            return None
        blocks = (b for b in self.document.blocks if found.cue[0].overlaps(b.span))
        return next((one_line(b.author) for b in blocks if b.author), None)


_ELSE = BlockKind.BODY


def _common(found: Sequence[Attribution]) -> tuple[Carrier, ...]:
    """The carriers of the whole document: all of its own text came through them.

    An agency that a dateline or a byline names stands in the chain of every attribution, by the
    same words each time. Said once for all, it need not be said forty times.
    """
    own = [a for a in found if a.block is BlockKind.BODY and a.parent is None]
    if len(own) < 2:
        return ()
    return tuple(c for c in own[0].carriers if all(c in a.carriers for a in own))
