"""Statements: attributions of the record as answers show them, with their words and places."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.record.answers import Carried, Stand, Statement
from reportedly.record.ids import Known, group_id, statement_id
from reportedly.schema import Act, Attribution, Extraction, Ref, Spans
from reportedly.store import AttributionRow, Matter, Store

KEPT = 64
"""Extractions kept in memory: an answer's statements come from few documents, or once each."""

PAGE = 1_000
"""Statements that are read at a time."""


class Statements:
    """Reads statements from the record.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._extractions: OrderedDict[int, Extraction] = OrderedDict()

    def extraction(self, document: int) -> Extraction:
        """What was found in a document, by its number."""
        if document not in self._extractions:
            self._extractions[document] = self._store.documents.extraction(document)
            if len(self._extractions) > KEPT:
                self._extractions.popitem(last=False)
        self._extractions.move_to_end(document)
        return self._extractions[document]

    def attribution(self, row: AttributionRow) -> Attribution:
        """The attribution that a row stands for."""
        found = self.extraction(row.document).attributions
        return next(a for a in found if a.id == row.ref.id)

    def all(self, after: int = 0, limit: int | None = None) -> Iterator[Statement]:
        """All statements, in the order of adding.

        Args:
            after: number of the one to begin behind.
            limit: how many are wanted, as far as that is known.
        """
        size = min(limit or PAGE, PAGE)
        while page := self._store.attributions.page(after, size):
            yield from self.of(page)
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
        names, claims = self.entities(listed), self.claims(row.n for row in listed)
        return [
            self._statement(
                row, names, claims.get(row.n), (stands or {}).get(row.n), (scores or {}).get(row.n)
            )
            for row in listed
        ]

    def claims(self, numbers: Iterable[int]) -> dict[int, str]:
        """The ids of the claims that attributions belong to; what is part of none is left out.

        A content of one or two words says nothing by itself: it has no vector, and no claim.
        """
        roots = self._store.groups.roots(Matter.CLAIM, numbers)
        alone = self._store.groups.alone(Matter.CLAIM, roots)
        silent = set(alone) - self._store.vectors.cells(alone).keys()
        first = self._store.attributions.refs(roots.values())
        return {
            n: group_id(Known.CLAIM, first[root]) for n, root in roots.items() if n not in silent
        }

    def entities(self, rows: Iterable[AttributionRow]) -> dict[Ref, str]:
        """The ids that speakers and carriers go by in the record."""
        refs = {ref for row in rows for ref in named(row.ref, self.attribution(row))}
        numbers = self._store.entities.numbers(refs)
        roots = self._store.groups.roots(Matter.ENTITY, numbers.values())
        first = self._store.entities.refs(roots.values())
        return {ref: group_id(Known.SPEAKER, first[roots[n]]) for ref, n in numbers.items()}

    def _statement(
        self,
        row: AttributionRow,
        names: Mapping[Ref, str],
        claim: str | None,
        stand: Stand | None,
        score: float | None,
    ) -> Statement:
        found, a = self.extraction(row.document), self.attribution(row)
        document = found.document
        return Statement(
            id=statement_id(row.ref),
            document=document.id,
            path=document.path,
            url=document.url,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            attribution=a.id,
            speaker=a.speaker.name if a.speaker else None,
            speaker_id=names.get(Ref(row.ref.document, a.speaker.entity or ""))
            if a.speaker
            else None,
            roles=a.speaker.roles if a.speaker else (),
            act=a.act,
            negated=a.negated,
            kind=a.kind,
            stance=a.stance,
            said_on=row.said_on,
            day=row.day,
            carriers=tuple(
                Carried(names[Ref(row.ref.document, c.entity)], c.name, c.descriptor)
                for c in a.carriers
            ),
            venue=a.venue.text if a.venue else None,
            evidence=a.evidence,
            stand=stand or stand_of(row),
            source=words_of(document.text, a.source),
            cue=words_of(document.text, a.cue),
            words=row.content,
            source_spans=a.source,
            cue_spans=a.cue,
            content=a.content,
            claim=claim,
            score=score,
        )


def stand_of(row: AttributionRow) -> Stand:
    """How an attribution stands to what its content says, by itself."""
    if row.act is Act.DENY:
        return Stand.DENIES
    return Stand.ECHOES if row.act is Act.ECHO else Stand.STATES


def named(ref: Ref, a: Attribution) -> Iterable[Ref]:
    """The entities that an attribution names: who speaks, and who carries."""
    if a.speaker and a.speaker.entity:
        yield Ref(ref.document, a.speaker.entity)
    yield from (Ref(ref.document, c.entity) for c in a.carriers)


def words_of(text: str, spans: Spans, between: str = " … ") -> str:
    """The words of spans, white space made single."""
    return between.join(" ".join(span.read(text).split()) for span in spans)
