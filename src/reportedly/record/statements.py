"""Statements: attributions of the record as answers show them, with their words and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.record.answers import Carried, Stand, Statement
from reportedly.record.ids import Known, group_id, statement_id
from reportedly.record.paging import sizes
from reportedly.record.recent import Recent
from reportedly.record.sides import by_itself
from reportedly.schema import Evidence, Extraction, Span, Spans, Status, Voice
from reportedly.store import AttributionRow, Body, Matter, Store

KEPT = 300
"""Documents kept in memory, some 20 kB each: an answer's statements come from few, or once each."""

READ = 30
"""Documents kept as they are read whole, some 300 kB each: readers come back to what is open."""

PAGE = 1_100
"""Statements that are read at a time: a list of a thousand asks for one more."""


@dataclass(frozen=True, slots=True)
class Names:
    """What speakers, carriers and claims of some attributions go by in the record.

    Args:
        speakers: ids of groups by an entity's number.
        carriers: numbers of entities by an attribution's number and the place in its chain.
        claims: ids of claims by an attribution's number; none of what is part of none.
    """

    speakers: Mapping[int, str]
    carriers: Mapping[int, Mapping[int, int]]
    claims: Mapping[int, str]


_NONE: Mapping[int, Any] = {}


class Statements:
    """Reads statements from the record.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents = Recent[int, Body](KEPT, store.documents.bodies)
        self._read = Recent[int, Extraction](READ, self._extractions)

    def extraction(self, document: int) -> Extraction:
        """What was found in a document, by its number."""
        return self._read.of([document])[document]

    def _extractions(self, documents: Iterable[int]) -> dict[int, Extraction]:
        return {n: self._store.documents.extraction(n) for n in documents}

    def stored(self, documents: Iterable[int]) -> dict[int, Body]:
        """The same as it is stored, of several documents."""
        return self._documents.of(documents)

    def all(self, after: int = 0, limit: int | None = None) -> Iterator[Statement]:
        """All statements, in the order of adding.

        Args:
            after: number of the one to begin behind.
            limit: how many are wanted, if that is known.
        """
        for size in sizes(limit, PAGE):
            with self._store.read():
                page = self._store.attributions.page(after, size)
                found = self.of(page)
            yield from found
            if len(page) < size:
                return
            after = page[-1].n

    def of(
        self,
        rows: Iterable[AttributionRow],
        stands: Mapping[int, Stand] | None = None,
        scores: Mapping[int, float] | None = None,
    ) -> list[Statement]:
        """Statements of rows, in their order.

        Args:
            rows: the attributions.
            stands: how they stand to a claim, by number; by their act where left out.
            scores: how well they answer a search, by number.
        """
        listed = list(rows)
        return self.named(listed, self.names(listed), stands or {}, scores or {})

    def named(
        self,
        rows: Sequence[AttributionRow],
        names: Names,
        stands: Mapping[int, Stand] = _NONE,
        scores: Mapping[int, float] = _NONE,
    ) -> list[Statement]:
        """The same, where it is known already what those in it go by."""
        found: list[Statement] = []
        for start in range(0, len(rows), KEPT):
            part = rows[start : start + KEPT]
            documents = self.stored(row.document for row in part)
            found += [
                _statement(
                    row, documents[row.document], names, stands.get(row.n), scores.get(row.n)
                )
                for row in part
            ]
        return found

    def names(self, rows: Iterable[AttributionRow]) -> Names:
        """What speakers, carriers and claims of attributions go by in the record."""
        listed = list(rows)
        carriers = self._store.speaking.carriers(row.n for row in listed if row.carriers)
        entities = {row.speaker for row in listed if row.speaker is not None}
        entities.update(n for chain in carriers.values() for n in chain.values())
        return Names(self.speakers(entities), carriers, self.claims(listed))

    def speakers(self, entities: Iterable[int]) -> dict[int, str]:
        """The ids that entities go by as speakers and carriers, by number."""
        wanted = list(entities)
        found = self._store.groups.ids(Matter.ENTITY, wanted)
        alone = self._store.entities.refs(n for n in wanted if n not in found)
        return found | {n: group_id(Known.SPEAKER, ref) for n, ref in alone.items()}

    def claims(self, rows: Iterable[AttributionRow]) -> dict[int, str]:
        """The ids of the claims that attributions belong to; what is part of none is left out.

        A content of one or two words says nothing by itself: it has no vector, and no claim.
        """
        refs = {row.n: row.ref for row in rows}
        found = self._store.groups.ids(Matter.CLAIM, refs)
        alone = self._store.vectors.there(n for n in refs if n not in found)
        return found | {n: group_id(Known.CLAIM, refs[n]) for n in alone}


def _statement(
    row: AttributionRow, document: Body, names: Names, stand: Stand | None, score: float | None
) -> Statement:
    told, known = document.attribution(row.ref.id), document.fields
    speaker = told.get("speaker")
    cue, venue, evidence = spans_of(told["cue"]), told.get("venue"), told.get("evidence")
    return Statement(
        id=statement_id(row.ref),
        document=known["id"],
        path=known["path"],
        url=known["url"],
        title=known["title"],
        publisher=known["publisher"],
        published=known["published"],
        attribution=row.ref.id,
        speaker=speaker["name"] if speaker else None,
        speaker_id=None if row.speaker is None else names.speakers.get(row.speaker),
        roles=tuple(speaker.get("roles", ())) if speaker else (),
        act=row.act,
        negated=row.negated,
        kind=row.kind,
        stance=row.stance,
        said_on=row.said_on,
        day=row.day,
        carriers=tuple(_carried(told, names.carriers[row.n], names)) if row.carriers else (),
        venue=venue["text"] if venue else None,
        evidence=tuple(map(_evidence, evidence)) if evidence else (),
        stand=stand or by_itself(row),
        source=row.source,
        cue=words_of(document.text, cue),
        words=row.content,
        source_spans=spans_of(told["source"]),
        cue_spans=cue,
        content=spans_of(told["content"]),
        claim=names.claims.get(row.n),
        score=score,
    )


def _carried(told: Mapping[str, Any], chain: Mapping[int, int], names: Names) -> Iterator[Carried]:
    for place, carrier in enumerate(told["carriers"]):
        name = names.speakers.get(chain.get(place, 0))
        if name is not None:
            yield Carried(name, carrier["name"], carrier.get("descriptor"))


def _evidence(told: Mapping[str, Any]) -> Evidence:
    return Evidence(Status(told["status"]), Span(*told["span"]), Voice(told["by"]))


def spans_of(pairs: Iterable[Iterable[int]]) -> Spans:
    """Spans from their JSON form, as it was checked when the document was added."""
    return tuple(Span(*pair) for pair in pairs)


def words_of(text: str, spans: Spans, between: str = " … ") -> str:
    """The words of spans, white space made single."""
    return between.join(" ".join(span.read(text).split()) for span in spans)
