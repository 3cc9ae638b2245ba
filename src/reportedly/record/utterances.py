"""Utterances: claims' attributions with what can tell which origin they go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.connect.entities import compare, keys
from reportedly.connect.groups import components
from reportedly.record.ids import statement_id
from reportedly.record.statements import Names, Statements, spans_of, words_of
from reportedly.schema import EntityType, Precision, Profile, Ref, Span, Spans, Verdict
from reportedly.schema.origins import Carried, Heard, Utterance
from reportedly.store import AttributionRow, Body, EntityRow, LinkRow, Matter, Store

Rows = Sequence[AttributionRow]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known beside the attributions' own documents.

    Args:
        names: ids of speakers and carriers.
        people: entities that speak, by number.
        publishers: what a publisher's name stands for.
        families: ids of the families that contents belong to, by an attribution's number.
    """

    names: Names
    people: Mapping[int, EntityRow]
    publishers: Mapping[str, str]
    families: Mapping[int, str]


class Utterances:
    """Reads utterances from the record.

    Args:
        store: the record.
        statements: reads the attributions.
    """

    def __init__(self, store: Store, statements: Statements) -> None:
        self._store = store
        self._statements = statements

    def of(self, claims: Sequence[Rows], names: Names) -> list[list[Utterance]]:
        """The utterances of claims' attributions, in their order.

        Args:
            claims: the attributions, claim by claim.
            names: what their speakers and carriers go by.
        """
        every = [row for rows in claims for row in rows]
        known = _Known(
            names,
            self._store.entities.get({row.speaker for row in every if row.speaker is not None}),
            self._publishers({row.publisher for row in every if row.publisher is not None}),
            self._families(claims),
        )
        return [list(self._told(rows, known)) for rows in claims]

    def _told(self, rows: Rows, known: _Known) -> Iterator[Utterance]:
        documents = self._statements.stored({row.document for row in rows})
        return (_utterance(row, documents[row.document], known) for row in rows)

    def _publishers(self, names: Iterable[str]) -> dict[str, str]:
        """The group that each publisher is of where it speaks or carries; else its name."""
        own = {name: Profile(Ref("", ""), EntityType.ORGANISATION, name) for name in names}
        wanted = {name: keys(profile) for name, profile in own.items()}
        held = self._store.entities.by_keys(set().union(*wanted.values()))
        near = {name: {n for k in ks for n in held.get(k, ())} for name, ks in wanted.items()}
        rows = self._store.entities.get(set().union(*near.values()))
        like = {
            name: [
                n for n in numbers if compare(own[name], rows[n].profile).verdict is Verdict.SAME
            ]
            for name, numbers in near.items()
        }
        ids = self._statements.speakers({n for numbers in like.values() for n in numbers})
        return {
            name: min((ids[n] for n in numbers), default=name.casefold())
            for name, numbers in like.items()
        }

    def _families(self, claims: Sequence[Rows]) -> dict[int, str]:
        """For contents that stand in a passage which documents share: the id that they share."""
        at = [_by_document(rows) for rows in claims]
        links = self._store.links.within(Matter.REUSE, set().union(*at))
        refs = {row.n: row.ref for rows in claims for row in rows}
        found: dict[int, str] = {}
        for rows in at:
            shared = [link for link in links if link.a in rows and link.b in rows]
            pairs = [pair for link in shared for pair in self._shared(link, rows)]
            for group in components({n for pair in pairs for n in pair}, pairs):
                found |= dict.fromkeys(group, statement_id(refs[group[0]]))
        return found

    def _shared(self, link: LinkRow, rows: Mapping[int, Rows]) -> Iterator[tuple[int, int]]:
        """Attributions of two documents whose contents are the same words of one passage."""
        first, second = (
            {row.n: self._content(row) for row in rows[end]} for end in (link.a, link.b)
        )
        for here, there in _passages(link):
            left = {n: place for n, c in first.items() if (place := _place(here, c))}
            right = {n: place for n, c in second.items() if (place := _place(there, c))}
            for a, at in left.items():
                for b, other in right.items():
                    if at[0] < other[1] and other[0] < at[1]:
                        yield a, b

    def _content(self, row: AttributionRow) -> Spans:
        document = self._statements.stored([row.document])[row.document]
        return spans_of(document.attribution(row.ref.id)["content"])


def _by_document(rows: Rows) -> dict[int, list[AttributionRow]]:
    found = defaultdict[int, list[AttributionRow]](list)
    for row in rows:
        found[row.document].append(row)
    return found


def _passages(link: LinkRow) -> Iterator[tuple[Span, Span]]:
    """The passages of two documents that share words, as `schema.Reuse` has them."""
    passages = link.data.get("passages")
    for passage in passages if isinstance(passages, list) else ():
        yield Span(*passage["first"]), Span(*passage["second"])


def _utterance(row: AttributionRow, document: Body, known: _Known) -> Utterance:
    told = document.attribution(row.ref.id)
    said_on, venue = told.get("said_on") or {}, told.get("venue") or {}
    content, day = spans_of(told["content"]), said_on.get("value")
    return Utterance(
        ref=row.ref,
        words=words_of(document.text, content, " "),
        content=content,
        source=spans_of(told["source"]),
        cue=spans_of(told["cue"]),
        act=row.act,
        speaker=_heard(row, known),
        carriers=tuple(_carriers(row, told, known.names)),
        publisher=known.publishers.get(row.publisher or ""),
        published=document.fields["published"],
        said_on=day,
        precision=Precision(said_on["precision"]) if day else None,
        day=_span(said_on),
        venue=venue.get("text"),
        place=_span(venue),
        family=known.families.get(row.n),
        within=tuple(document.parents(row.ref.id)),
    )


def _span(told: Mapping[str, Any]) -> Span | None:
    return Span(*told["span"]) if told.get("span") else None


def _heard(row: AttributionRow, known: _Known) -> Heard:
    entity = known.people.get(row.speaker or 0)
    if entity is None:
        return Heard(None, row.source)
    profile = entity.profile
    names = (profile.name, *profile.aliases)
    group = known.names.speakers[entity.n]
    return Heard(group, profile.name, profile.named, profile.type, names, profile.roles)


def _carriers(row: AttributionRow, told: Mapping[str, Any], names: Names) -> Iterator[Carried]:
    chain = names.carriers.get(row.n, {})
    for place, carrier in enumerate(told.get("carriers", ())):
        if place in chain:
            span = _span(carrier)
            yield Carried(names.speakers[chain[place]], carrier["name"], span)


def _place(passage: Span, content: Spans) -> tuple[float, float] | None:
    """Where a content lies in a passage, as shares of its length; None if it does not."""
    inside = [span for span in content if span.overlaps(passage)]
    if not inside:
        return None
    start = (max(inside[0].start, passage.start) - passage.start) / len(passage)
    return start, (min(inside[-1].end, passage.end) - passage.start) / len(passage)
