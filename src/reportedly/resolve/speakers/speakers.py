"""Speakers: each attribution's source to the entity that it refers to, or why that stays open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.resolve.speakers.clusters import Cluster, Clustered, Clustering, agrees
from reportedly.resolve.speakers.phrase import noun_phrase
from reportedly.resolve.speakers.roles import roles_of
from reportedly.resolve.speakers.source import Source, parse
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FIRST_PERSON,
    FULL,
    NO_HEADS,
    ONE_PERSON,
    SECOND_PERSON,
    bare_name,
    is_plural,
    is_title,
    words_of,
)
from reportedly.schema import Antecedent, Attribution, Extraction, Form, Kind, Mention, Refers, Span


@dataclass(frozen=True, slots=True)
class Settled:
    """Who one attribution's speaker is.

    Args:
        cluster: the entity's mentions; None where nobody is named, or where it stays open.
        open: why it stays open.
        why: what decided it.
        source: its source's noun phrase, where it has one of its own.
    """

    cluster: Cluster | None
    open: str | None = None
    why: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a document.

    Args:
        clustered: all mentions and their clusters.
        interviewed: in an interview, the one who is asked and answers as "I".
        settled: who speaks, by attribution's id.
    """

    clustered: Clustered
    interviewed: Cluster | None = None
    settled: dict[str, Settled] = field(default_factory=dict)


def cast(extraction: Extraction, canonical: Callable[[str], str | None] = lambda _: None) -> Cast:
    """Resolve the sources of all attributions of a document.

    Args:
        extraction: with its attributions and mentions.
        canonical: the one name that all known names of the same have; None if unknown.
    """
    text = extraction.document.text
    sources = _sources(text, extraction)
    mentions = _with_heads(extraction.mentions, sources.values())
    outer = {s.head for a in extraction.attributions if not a.parent and (s := sources.get(a.id))}
    roles = {m.span: _role(text, m.span) for m in mentions if m.form is Form.NAME}
    clustered = Clustering(text, mentions, _spans(mentions, outer), roles, canonical).run()
    found = Cast(clustered, interviewed(text, extraction, sources, clustered))
    by_id = {a.id: a for a in extraction.attributions}
    for attribution in sorted(extraction.attributions, key=lambda a: _depth(a, by_id)):
        found.settled[attribution.id] = _settle(attribution, sources, found, by_id, text)
    _name_later(text, extraction, found)
    return found


_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|spoke|speaks|talked|talks|chatted|sat down|caught up|asked)\b"
    r"[^.\n]{0,60}$",
    re.IGNORECASE,
)
_HEAD = 800
"""Characters in which an interview says whom it is with."""
_ALONE = 2
"""Attributions to "I" outside all quotation marks that make a text an interview."""


def interviewed(
    text: str, extraction: Extraction, sources: Mapping[str, Source], clustered: Clustered
) -> Cluster | None:
    """Who answers in an interview: the person named with its first words, or else most often.

    A text is one if "I" speaks outside all quotations, more than once, and it has questions.
    """
    alone = sum(
        a.parent is None
        and (s := sources.get(a.id)) is not None
        and s.pronoun in ONE_PERSON
        and not _in_quotation(text, s.head)
        for a in extraction.attributions
    )
    if alone < _ALONE or text.count("?") < _ALONE:
        return None
    people = [
        (m, c)
        for m, c in zip(clustered.mentions, clustered.of, strict=True)
        if m.form is Form.NAME and m.refers is Refers.PERSON
    ]
    people = [(m, c) for m, c in people if any(len(name) > 1 for name in c.names)]
    people = [(m, c) for m, c in people if m.span.start < _HEAD] or people
    for mention, cluster in people:
        if _INTERVIEW.search(text, max(0, mention.span.start - 100), mention.span.start):
            return cluster
    return max((c for _, c in people), key=lambda c: len(c.mentions), default=None)


def _in_quotation(text: str, span: Span) -> bool:
    """Whether a quotation is open at a place in its paragraph."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _spans(mentions: Iterable[Mention], heads: Collection[Span]) -> set[Span]:
    """The mentions that heads of sources lie in."""
    taken = _covered(heads)
    return {m.span for m in mentions if not taken.isdisjoint(range(m.span.start, m.span.end))}


def _role(text: str, name: Span) -> str:
    """Roles around a name, and the titles within it."""
    words = name.read(text)
    parts = words.split()
    titles = parts[: max(0, len(parts) - len(bare_name(words)))]
    return " ".join((*titles, *(role.text for role in roles_of(text, name))))


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[int, bool, int]:
    """Parents come before what is said in them, and sources before what leans on them."""
    depth, seen, at = 0, {attribution.id}, attribution
    while at.parent in by_id and at.parent not in seen:
        at = by_id[str(at.parent)]
        seen.add(at.id)
        depth += 1
    return depth, attribution.source_from is not None, attribution.cue[0].start


def _sources(text: str, extraction: Extraction) -> dict[str, Source]:
    found = {}
    starts = [m.span.start for m in extraction.mentions]  # in text order, by `with_mentions`
    for attribution in extraction.attributions:
        if attribution.source:
            first, last = attribution.source[0].start, attribution.source[-1].end
            near = extraction.mentions[bisect_left(starts, first) : bisect_left(starts, last)]
            inside = [m for m in near if m.span.end <= last]
            source = parse(text, attribution.source, inside)
            if source is not None:
                found[attribution.id] = source
    return found


def _with_heads(mentions: Sequence[Mention], sources: Iterable[Source]) -> tuple[Mention, ...]:
    """The engine's mentions, and those heads of sources that it took for none."""
    heads = {s.head: s.form for s in sources if s.pronoun not in SECOND_PERSON}
    return with_mentions(mentions, (Mention(span, form, None) for span, form in heads.items()))


def with_mentions(mentions: Iterable[Mention], more: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in text order with more among them, but for those that overlap one.

    A name takes the span of a new one that it overlaps: whoever adds it knows where it ends.
    Antecedents follow their mentions to the new numbers.
    """
    old = list(mentions)
    taken = _covered(m.span for m in old)
    new: list[Mention] = []
    for mention in more:
        if taken.isdisjoint(range(mention.span.start, mention.span.end)):
            new.append(mention)
            taken |= _covered((mention.span,))
            continue
        known = [i for i, m in enumerate(old) if m.span.overlaps(mention.span)]
        if len(known) == 1 and mention.form is old[known[0]].form is Form.NAME:
            old[known[0]] = replace(old[known[0]], span=mention.span)
    whole = [*enumerate(old), *((-1, m) for m in new)]
    whole.sort(key=lambda item: (item[1].span.start, item[1].span.end))
    places = {number: place for place, (number, _) in enumerate(whole) if number >= 0}
    kept = next((place for place, (number, _) in enumerate(whole) if number != place), len(whole))
    return (*(m for _, m in whole[:kept]), *(_renumbered(m, places) for _, m in whole[kept:]))


def _covered(spans: Iterable[Span]) -> set[int]:
    """The places of all characters of some spans."""
    return set().union(*(range(s.start, s.end) for s in spans))


def _renumbered(mention: Mention, places: Mapping[int, int]) -> Mention:
    """A mention with its antecedents by their new numbers."""
    moved = tuple(
        [
            a if places[a.mention] == a.mention else Antecedent(places[a.mention], a.probability)
            for a in mention.antecedents
        ]
    )
    return Mention(mention.span, mention.form, mention.refers, moved)


def _settle(
    attribution: Attribution,
    sources: dict[str, Source],
    found: Cast,
    by_id: dict[str, Attribution],
    text: str,
) -> Settled:
    source = sources.get(attribution.id)
    if source is not None and source.head.read(text).lower() in NO_HEADS:
        return Settled(None, why="its words name nobody", source=None)
    if source is None:
        if attribution.source_from in found.settled:
            leant = found.settled[str(attribution.source_from)]
            return replace(leant, why="it leans on another's source", source=None)
        return Settled(None, why="the text names nobody")
    if source.relative:
        return _relative(source, found, text)
    if source.pronoun in FIRST_PERSON:
        return _first_person(attribution, source, found, by_id)
    if source.pronoun in SECOND_PERSON:
        end = max(s.end for s in (*attribution.cue, *attribution.content))
        if (
            found.interviewed is not None
            and not attribution.parent
            and "?" in text[end - 1 : end + 2]
        ):
            return Settled(found.interviewed, None, "the one who is asked", source)
        return Settled(None, f"{source.pronoun!r}: whoever is spoken to", "a pronoun", source)
    return _third(attribution, source, found, by_id, text)


def _relative(source: Source, found: Cast, text: str) -> Settled:
    """The noun phrase that a relative clause hangs on: the last mention before it."""
    mentions = found.clustered.mentions
    before = [i for i, m in enumerate(mentions) if m.span.end <= source.span.start]
    while before and mentions[before[-1]].form is Form.PRONOUN:
        before.pop()
    if not before or "." in text[mentions[before[-1]].span.end : source.span.start].strip(" ,"):
        return Settled(None, "a relative pronoun without an antecedent", "", source)
    nearest = found.clustered.of[before[-1]]
    return Settled(nearest, None, "the nearest noun before the relative pronoun", source)


def _first_person(
    attribution: Attribution, source: Source, found: Cast, by_id: dict[str, Attribution]
) -> Settled:
    around = attribution.parent or _around(attribution, by_id)
    if around is not None and (outer := found.settled.get(around)) is not None:
        return replace(outer, why="the first person, in another's words", source=source)
    if source.pronoun in ONE_PERSON and found.interviewed is not None:
        return Settled(found.interviewed, None, "the one who is interviewed", source)
    at = found.clustered.at(source.head)
    if at is None:
        return Settled(None, f"{source.pronoun!r}: nobody is named", "", source)
    return Settled(found.clustered.of[at], None, "the first person, never named", source)


def _around(attribution: Attribution, by_id: dict[str, Attribution]) -> str | None:
    """The attribution in whose content this one's cue lies."""
    cue = attribution.cue[0]
    holding = [
        other
        for other in by_id.values()
        if other.id != attribution.id and any(cue.within(s) for s in other.content)
    ]
    return min(holding, key=lambda a: sum(map(len, a.content))).id if holding else None


def _third(
    attribution: Attribution,
    source: Source,
    found: Cast,
    by_id: dict[str, Attribution],
    text: str,
) -> Settled:
    clustered = found.clustered
    at = clustered.at(source.head)
    if at is None:
        return Settled(None, "its words refer to nobody that is known", "", source)
    cluster = clustered.of[at]
    outer = by_id.get(attribution.parent or "")
    if source.form is Form.PRONOUN and outer is not None and outer.kind is Kind.INDIRECT:
        told = found.settled[outer.id]
        if told.cluster is not None and agrees(str(source.pronoun), told.cluster):
            return replace(told, why="a pronoun for the one whose words these are", source=source)
    if (rivals := clustered.open.get(at)) and len(rivals) > 1:
        names = " or ".join(_called(c, clustered, text) for c in rivals)
        return Settled(None, f"two candidates: {names}", clustered.why[at], source)
    if source.form is Form.PRONOUN and all(
        clustered.mentions[i].form is Form.PRONOUN for i in cluster.mentions
    ):
        return _last_speaker(attribution, source, found, by_id)
    return Settled(cluster, None, clustered.why[at], source)


def _last_speaker(
    attribution: Attribution, source: Source, found: Cast, by_id: dict[str, Attribution]
) -> Settled:
    """Who spoke last, for a pronoun that nothing else explains."""
    before = [
        a
        for a in by_id.values()
        if a.cue[0].start < source.head.start
        and a.parent == attribution.parent
        and found.settled.get(a.id, Settled(None)).cluster is not None
    ]
    if not before:
        return Settled(None, f"{source.pronoun!r}: no antecedent", "", source)
    last = found.settled[max(before, key=lambda a: a.cue[0].start).id]
    plural = source.pronoun in ("they", "them", "their")
    if last.cluster is None or bool(last.cluster.plural) != plural:
        return Settled(None, f"{source.pronoun!r}: no antecedent", "", source)
    return replace(last, why="a pronoun for who spoke last", source=source)


def _called(cluster: Cluster, clustered: Clustered, text: str) -> str:
    spans = [clustered.mentions[i].span for i in cluster.mentions]
    return max((" ".join(s.read(text).split()) for s in spans), key=len)


def _name_later(text: str, extraction: Extraction, found: Cast) -> None:
    """Give who is only described at first ("a general charged") the name that soon follows.

    "The comments by General Orro …" in the next sentences take up what was said; so does a name
    with the same title. Nothing is named by nearness alone.
    """
    for attribution in extraction.attributions:
        settled = found.settled[attribution.id]
        source, cluster = settled.source, settled.cluster
        if source is None or cluster is None or cluster.names or cluster.plural:
            continue
        noun = words_of(source.head.read(text))[-1:]
        described = source.form is Form.NOUN and not noun_phrase(text, source.head).definite
        if not described or not noun or is_plural(noun[0]) or noun[0] in DOCUMENTS | BODIES:
            continue
        named = _taken_up(text, attribution, noun[0], found.clustered)
        if named is not None:
            for other, state in found.settled.items():
                if state.cluster is cluster:
                    why = "described here, named in what takes the words up"
                    found.settled[other] = replace(state, cluster=named, why=why)


_TAKEN_UP = re.compile(
    r"(?:^|[.!?”\"]\s+)(?:The|His|Her|These|Those|That|This)\s+(?:\w+\s+)?"
    r"(?:comments?|remarks?|statements?|claims?|accusations?|allegations?|words|warnings?|speech"
    r"|announcement|interview|message|letter|tweets?|posts?)\s+(?:by|from|of|came from|made by)\s"
    r"[^.;:“”\"\n]*$",
    re.MULTILINE,
)
_REACH = 700
"""Characters after a description in which the name must stand."""


def _taken_up(
    text: str, attribution: Attribution, noun: str, clustered: Clustered
) -> Cluster | None:
    start = max(s.end for s in (*attribution.source, *attribution.cue, *attribution.content))
    for number, mention in enumerate(clustered.mentions):
        if mention.span.start > start + _REACH:
            return None
        if mention.span.start < start or mention.form is not Form.NAME:
            continue
        if mention.refers not in (Refers.PERSON, None) or is_title(mention.span.read(text)):
            continue
        before = text[max(0, mention.span.start - 250) : mention.span.start]
        titles = {FULL.get(w, w) for w in words_of(_role(text, mention.span))}
        if _TAKEN_UP.search(before) or noun in titles:
            return clustered.of[number]
    return None
