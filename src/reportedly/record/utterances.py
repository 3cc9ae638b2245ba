"""Utterances: claims' attributions with what can tell which origin they go back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.connect.entities import compare, keys
from reportedly.connect.groups import components
from reportedly.record.ids import statement_id
from reportedly.record.statements import Names, Statements, spans_of, words_of
from reportedly.schema import EntityType, Precision, Profile, Ref, Span, Spans, Verdict
from reportedly.schema.origins import Carried, Heard, Utterance
from reportedly.store import AttributionRow, Body, LinkRow, Matter, Store

Rows = Sequence[AttributionRow]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the attributions' own documents.

    Args:
        speakers: ids of groups by an entity's number.
        carriers: numbers of entities by an attribution's number and the place in its chain.
        people: profiles of entities that speak, by number.
        publishers: what a publisher's name stands for.
        families: ids of the families that contents belong to, by an attribution's number.
    """

    speakers: Mapping[int, str]
    carriers: Mapping[int, Mapping[int, int]]
    people: Mapping[int, Profile]
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
        people = self._store.entities.get({r.speaker for r in every if r.speaker is not None})
        known = Known(
            names.speakers,
            names.carriers,
            {n: row.profile for n, row in people.items()},
            self._publishers({row.publisher for row in every if row.publisher is not None}),
            self._families(claims),
        )
        return [list(self._told(rows, known)) for rows in claims]

    def _told(self, rows: Rows, known: Known) -> Iterator[Utterance]:
        documents = self._statements.stored({row.document for row in rows})
        for row in rows:
            document = documents[row.document]
            yield utterance(row, _told(row, document), document.fields["published"], known)

    def _publishers(self, names: Iterable[str]) -> dict[str, str]:
        """The group that each publisher is of where it speaks or carries; else its name."""
        own = {name: medium(name) for name in names}
        wanted = {name: keys(profile) for name, profile in own.items()}
        held = self._store.entities.by_keys(set().union(*wanted.values()))
        near = {name: {n for k in ks for n in held.get(k, ())} for name, ks in wanted.items()}
        rows = self._store.entities.get(set().union(*near.values()))
        like = {
            name: [n for n in numbers if is_medium(own[name], rows[n].profile)]
            for name, numbers in near.items()
        }
        ids = self._statements.speakers({n for numbers in like.values() for n in numbers})
        return {name: known_as(name, (ids[n] for n in ns)) for name, ns in like.items()}

    def _families(self, claims: Sequence[Rows]) -> dict[int, str]:
        """For contents that stand in a passage which documents share: the id that they share."""
        documents = {row.document for rows in claims for row in rows}
        links = self._store.links.within(Matter.REUSE, documents)
        found: dict[int, str] = {}
        for rows in claims:
            found |= families(rows, links, self._content)
        return found

    def _content(self, row: AttributionRow) -> Spans:
        document = self._statements.stored([row.document])[row.document]
        return spans_of(document.attribution(row.ref.id)["content"])


def medium(name: str) -> Profile:
    """A publisher as an entity, to find where it speaks or carries."""
    return Profile(Ref("", ""), EntityType.ORGANISATION, name)


def is_medium(publisher: Profile, entity: Profile) -> bool:
    """Whether an entity that shares a key with a publisher is this publisher."""
    return compare(publisher, entity).verdict is Verdict.SAME


def known_as(publisher: str, ids: Iterable[str]) -> str:
    """What a publisher goes by: the first of the groups that it is, else its name."""
    return min(ids, default=publisher.casefold())


def families(
    rows: Rows, links: Iterable[LinkRow], content: Callable[[AttributionRow], Spans]
) -> dict[int, str]:
    """For contents of a claim that stand in a passage which documents share: what they share.

    Args:
        rows: the claim's attributions.
        links: between documents that share words; others than the claim's are passed over.
        content: where an attribution's content stands.

    Returns:
        By an attribution's number, an id that is the same for all that stand in one passage.
    """
    at = _by_document(rows)
    refs = {row.ref: row.n for row in rows}
    named = {row.n: row.ref for row in rows}
    shared = [link for link in links if link.a in at and link.b in at]
    pairs = [(named[a], named[b]) for link in shared for a, b in _shared(link, at, content)]
    found: dict[int, str] = {}
    for group in components({ref for pair in pairs for ref in pair}, pairs):
        found |= {refs[ref]: statement_id(group[0]) for ref in group}
    return found


def _shared(
    link: LinkRow, rows: Mapping[int, Rows], content: Callable[[AttributionRow], Spans]
) -> Iterator[tuple[int, int]]:
    """Attributions of two documents whose contents are the same words of one passage."""
    first, second = ({row.n: content(row) for row in rows[end]} for end in (link.a, link.b))
    for here, there in _passages(link):
        left = {n: place for n, c in first.items() if (place := _place(here, c))}
        right = {n: place for n, c in second.items() if (place := _place(there, c))}
        for a, at in left.items():
            for b, other in right.items():
                if at[0] < other[1] and other[0] < at[1]:
                    yield a, b


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


def _told(row: AttributionRow, document: Body) -> dict[str, Any]:
    told = document.attribution(row.ref.id)
    words = words_of(document.text, spans_of(told["content"]), " ")
    return {**told, "words": words, "within": [*document.parents(row.ref.id)]}


def utterance(
    row: AttributionRow, told: Mapping[str, Any], published: str | None, known: Known
) -> Utterance:
    """An attribution with what can tell which origin it goes back to.

    Args:
        row: the attribution.
        told: content, source, cue, carriers, day and venue as JSON has them, with `words`, those
            of its content, and `within`, ids of those in which it is said, the nearest first.
        published: when its document was.
        known: what is known beside.
    """
    said_on, venue = told.get("said_on") or {}, told.get("venue") or {}
    content, day = spans_of(told["content"]), said_on.get("value")
    return Utterance(
        ref=row.ref,
        words=told["words"],
        content=content,
        source=spans_of(told["source"]),
        cue=spans_of(told["cue"]),
        act=row.act,
        speaker=_heard(row, known),
        carriers=tuple(_carriers(row, told, known)),
        publisher=known.publishers.get(row.publisher or ""),
        published=published,
        said_on=day,
        precision=Precision(said_on["precision"]) if day else None,
        day=_span(said_on),
        venue=venue.get("text"),
        place=_span(venue),
        family=known.families.get(row.n),
        within=tuple(told["within"]),
    )


def _span(told: Mapping[str, Any]) -> Span | None:
    return Span(*told["span"]) if told.get("span") else None


def _heard(row: AttributionRow, known: Known) -> Heard:
    profile = None if row.speaker is None else known.people.get(row.speaker)
    if row.speaker is None or profile is None:
        return Heard(None, row.source)
    names = (profile.name, *profile.aliases)
    group = known.speakers[row.speaker]
    return Heard(group, profile.name, profile.named, profile.type, names, profile.roles)


def _carriers(row: AttributionRow, told: Mapping[str, Any], known: Known) -> Iterator[Carried]:
    chain = known.carriers.get(row.n, {})
    for place, carrier in enumerate(told.get("carriers", ())):
        if place in chain:
            span = _span(carrier)
            yield Carried(known.speakers[chain[place]], carrier["name"], span)


def _place(passage: Span, content: Spans) -> tuple[float, float] | None:
    """Where a content lies in a passage, as shares of its length; None if it does not."""
    inside = [span for span in content if span.overlaps(passage)]
    if not inside:
        return None
    start = (max(inside[0].start, passage.start) - passage.start) / len(passage)
    return start, (min(inside[-1].end, passage.end) - passage.start) / len(passage)
