"""Joint occasions: what several say at one debate or town hall comes through one medium."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.resolve.carriers import FoundCarrier, Setting
from reportedly.resolve.circumstances import Circumstances, utters
from reportedly.schema import Attribution, Entity, Span

_FAR = 4000
"""Characters behind the sentence that names an occasion, in which it may still go on: some ten
paragraphs of news."""
_SHORT = 3
"""Letters of the longest word that may be a pronoun ("her")."""
_TRANSCRIPT = re.compile(r"\btranscript\b", re.IGNORECASE)


class Joint:
    """Whom an occasion's medium carries beside those whose own sentences name it.

    Those who are named where the occasion is, as long as they say of no other; and, where a
    transcript follows, all who take turns in it.

    Args:
        text: the document's.
        settings: the occasions, in text order.
        entities: who speaks in the document.
    """

    def __init__(self, text: str, settings: Iterable[Setting], entities: Iterable[Entity]) -> None:
        self._text = text
        self._settings = tuple(settings)
        self._entities = {e.id: e for e in entities}

    def carried(self, attribution: Attribution, where: Circumstances) -> Iterator[FoundCarrier]:
        """The medium of the occasion that an attribution belongs to, if there is one."""
        cue = attribution.cue[0].start
        before = [s for s in self._settings if s.sentence.start <= cue < s.sentence.end + _FAR]
        elsewhere = where.venue or (where.said_on and where.occasion is None)
        if not before or attribution.parent is not None or elsewhere:
            return
        latest = before[-1]
        if self._turn(attribution, latest.sentence) or (
            self._named(attribution, latest.sentence) and utters(attribution, self._text)
        ):
            yield latest.carrier

    def _named(self, attribution: Attribution, sentence: Span) -> bool:
        speaker = attribution.speaker
        entity = self._entities.get(speaker.entity or "") if speaker else None
        if entity is None:
            return False
        said = sentence.read(self._text)
        nouns = {m.read(self._text) for m in entity.mentions}
        last = entity.name.split()[-1]
        called = entity.proper and re.search(rf"\b{re.escape(last)}\b", said) is not None
        return (
            called
            or any(m.within(sentence) for m in entity.mentions)
            or any(f"the {noun}" in said for noun in nouns if len(noun) > _SHORT and noun.islower())
        )

    def _turn(self, attribution: Attribution, sentence: Span) -> bool:
        colon = " ".join(c.read(self._text) for c in attribution.cue).strip() == ":"
        start = attribution.cue[0].start
        return colon and bool(_TRANSCRIPT.search(self._text, sentence.end, max(start, 0)))
