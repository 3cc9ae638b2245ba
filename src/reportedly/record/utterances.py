"""Utterances: a claim's attributions with what can tell which origin they go back to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.connect.entities import compare, keys
from reportedly.connect.groups import components
from reportedly.record.ids import Known, group_id
from reportedly.record.statements import Statements, words_of
from reportedly.schema import (
    Attribution,
    EntityType,
    Profile,
    Ref,
    Reuse,
    Span,
    Spans,
    Verdict,
)
from reportedly.schema.codec import decode
from reportedly.schema.origins import Carried, Heard, Utterance
from reportedly.store import AttributionRow, EntityRow, Matter, Store


@dataclass(frozen=True, slots=True)
class _People:
    """Entities of a claim's documents: by ref, with the group that each is of."""

    rows: Mapping[Ref, EntityRow]
    groups: Mapping[Ref, str]


class Utterances:
    """Reads utterances from the record.

    Args:
        store: the record.
        statements: reads the attributions.
    """

    def __init__(self, store: Store, statements: Statements) -> None:
        self._store = store
        self._statements = statements

    def of(self, rows: Sequence[AttributionRow]) -> list[Utterance]:
        """The utterances of a claim's attributions, in their order."""
        people = self._people(rows)
        families = self._families(rows)
        publishers = {row.publisher: self._publisher(row.publisher) for row in rows}
        return [
            self._utterance(row, people, families.get(row.n), publishers[row.publisher])
            for row in rows
        ]

    def _people(self, rows: Iterable[AttributionRow]) -> _People:
        groups = self._statements.entities(rows)
        found = self._store.entities.get(self._store.entities.numbers(groups).values())
        return _People({row.profile.ref: row for row in found.values()}, groups)

    def _publisher(self, name: str | None) -> str | None:
        """The group that a publisher is of where it speaks or carries; else its name."""
        if name is None:
            return None
        own = Profile(Ref("", ""), EntityType.ORGANISATION, name)
        held = self._store.entities.by_keys(keys(own))
        rows = self._store.entities.get({n for numbers in held.values() for n in numbers})
        like = [n for n, r in rows.items() if compare(own, r.profile).verdict is Verdict.SAME]
        roots = set(self._store.groups.roots(Matter.ENTITY, like).values())
        firsts = self._store.entities.refs(roots).values()
        return group_id(Known.SPEAKER, min(firsts)) if firsts else name.casefold()

    def _utterance(
        self, row: AttributionRow, people: _People, family: str | None, publisher: str | None
    ) -> Utterance:
        extraction = self._statements.extraction(row.document)
        a, text = self._statements.attribution(row), extraction.document.text
        by_id = {one.id: one for one in extraction.attributions}
        counted = a.said_on is not None and a.said_on.value is not None
        return Utterance(
            ref=row.ref,
            words=words_of(text, a.content, " "),
            content=a.content,
            source=a.source,
            cue=a.cue,
            act=a.act,
            speaker=_heard(row, a, people),
            carriers=tuple(
                Carried(people.groups[Ref(row.ref.document, c.entity)], c.name, c.span)
                for c in a.carriers
                if Ref(row.ref.document, c.entity) in people.groups
            ),
            publisher=publisher,
            published=extraction.document.published,
            said_on=a.said_on.value if a.said_on and counted else None,
            precision=a.said_on.precision if a.said_on and counted else None,
            day=a.said_on.span if a.said_on else None,
            venue=a.venue.text if a.venue else None,
            place=a.venue.span if a.venue else None,
            family=family,
            within=tuple(_parents(a, by_id)),
        )

    def _families(self, rows: Sequence[AttributionRow]) -> dict[int, str]:
        """For contents that stand in a passage which documents share: the id that they share."""
        documents = {row.document for row in rows}
        pairs: list[tuple[int, int]] = []
        for link in self._store.links.of(Matter.REUSE, documents):
            if {link.a, link.b} <= documents:
                shared: Reuse = decode(Reuse, link.data, "")
                pairs += self._shared(
                    shared,
                    [row for row in rows if row.document == link.a],
                    [row for row in rows if row.document == link.b],
                )
        linked = {n for pair in pairs for n in pair}
        refs = {row.n: row.ref for row in rows}
        return {
            n: f"{refs[group[0]].document}/{refs[group[0]].id}"
            for group in components(linked, pairs)
            for n in group
        }

    def _shared(
        self, reuse: Reuse, first: Sequence[AttributionRow], second: Sequence[AttributionRow]
    ) -> list[tuple[int, int]]:
        """Attributions of two documents whose contents are the same words of one passage."""
        found = []
        for passage in reuse.passages:
            left = [(row.n, _place(passage.first, self._content(row))) for row in first]
            right = [(row.n, _place(passage.second, self._content(row))) for row in second]
            for a, at in left:
                for b, other in right:
                    if at and other and at[0] < other[1] and other[0] < at[1]:
                        found.append((a, b))
        return found

    def _content(self, row: AttributionRow) -> Spans:
        return self._statements.attribution(row).content


def _heard(row: AttributionRow, a: Attribution, people: _People) -> Heard:
    entity = people.rows.get(Ref(row.ref.document, a.speaker.entity or "")) if a.speaker else None
    if entity is None:
        return Heard(None, row.source)
    profile = entity.profile
    group = people.groups[profile.ref]
    names = (profile.name, *profile.aliases)
    return Heard(group, profile.name, profile.named, profile.type, names, profile.roles)


def _parents(a: Attribution, by_id: Mapping[str, Attribution]) -> Iterable[str]:
    while a.parent is not None and a.parent in by_id:
        a = by_id[a.parent]
        yield a.id


def _place(passage: Span, content: Spans) -> tuple[float, float] | None:
    """Where a content lies in a passage, as shares of its length; None if it does not."""
    inside = [span for span in content if span.overlaps(passage)]
    if not inside:
        return None
    start = (max(inside[0].start, passage.start) - passage.start) / len(passage)
    return start, (min(inside[-1].end, passage.end) - passage.start) / len(passage)
