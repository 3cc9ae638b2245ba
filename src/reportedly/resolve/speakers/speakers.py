"""Speakers: each attribution's source to the entity that it refers to, or why that stays open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from reportedly.resolve.speakers.agreement import agrees
from reportedly.resolve.speakers.antecedent import relative
from reportedly.resolve.speakers.around import around
from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.clusters import clusters_of
from reportedly.resolve.speakers.heads import as_nouns, covered, with_heads, with_mentions
from reportedly.resolve.speakers.interview import in_quotation, interviewed
from reportedly.resolve.speakers.later import name_later
from reportedly.resolve.speakers.met import TURN, Met
from reportedly.resolve.speakers.roles import said_roles
from reportedly.resolve.speakers.settled import Settled
from reportedly.resolve.speakers.source import Source, parse
from reportedly.resolve.speakers.subject import own_names, subjects
from reportedly.resolve.speakers.whole import whole_names
from reportedly.resolve.speakers.words import (
    FIRST_PERSON,
    NO_HEADS,
    ONE_PERSON,
    SECOND_PERSON,
)
from reportedly.schema import Attribution, BlockKind, Extraction, Form, Kind, Mention, Span, Spans

__all__ = ["Cast", "Settled", "cast", "with_mentions"]


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
    whole = whole_names(text, extraction.mentions)
    extraction = replace(extraction, mentions=as_nouns(text, whole))
    sources = _sources(text, extraction)
    above = around(extraction.attributions)
    readers = _readers(text, sources, above)
    mentions = with_heads(text, extraction.mentions, [*sources.values()], readers)
    outer = {s.head for a in extraction.attributions if not a.parent and (s := sources.get(a.id))}
    roles = {m.span: said_roles(text, m.span) for m in mentions if m.form is Form.NAME}
    groups = {s.head: " and ".join(s.members) for s in sources.values() if s.members}
    speaking = _spans(mentions, outer)
    top = [a for a in extraction.attributions if a.id not in above]
    met = Met(
        text,
        mentions,
        speaking,
        roles,
        canonical,
        groups,
        subjects(text, top, sources, mentions),
        own_names(extraction.attributions, sources, mentions),
        max((b.span.end for b in extraction.document.blocks if b.kind in _HEADS), default=0),
    )
    clustered = clusters_of(met)
    found = Cast(clustered, interviewed(text, extraction, sources, clustered))
    _Settling(text, extraction.attributions, sources, above, found).all()
    name_later(text, extraction.attributions, clustered, found.settled)
    return found


_HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE)


def _sources(text: str, extraction: Extraction) -> dict[str, Source]:
    found = {}
    starts = [m.span.start for m in extraction.mentions]  # in text order, by `with_mentions`
    for attribution in extraction.attributions:
        if attribution.source:
            spans = _completed(text, attribution)
            first, last = spans[0].start, spans[-1].end
            near = extraction.mentions[bisect_left(starts, first) : bisect_left(starts, last)]
            inside = [m for m in near if m.span.end <= last]
            source = parse(text, spans, inside)
            if source is not None:
                found[attribution.id] = source
    return found


_WORDS = re.compile(r"(?:\s[\w’'.-]+){1,5}\s")
_CAPITALS = re.compile(r"(?:\s[A-Z][\w’'.-]*){1,5}\s")
_ENDS_OPEN = re.compile(r"(?:^|\s)(?:the|an?|his|her|its|their)$", re.IGNORECASE)
_ENDS_CAPITAL = re.compile(r"(?:^|\s)[A-Z][\w’'.-]*$")


def _completed(text: str, attribution: Attribution) -> Spans:
    """A source with the rest of its noun phrase, where it was cut short of the cue.

    "A [petition] calling for", "White House Press [Secretary Ilse Orro] was asked".
    """
    spans, cue = attribution.source, attribution.cue[0]
    words, rest = spans[-1].read(text), text[spans[-1].end : cue.start]
    cut = _ENDS_OPEN.search(words) and _WORDS.fullmatch(rest)
    cut = cut or (_ENDS_CAPITAL.search(words) and _CAPITALS.fullmatch(rest))
    return (
        (*spans[:-1], Span(spans[-1].start, spans[-1].end + len(rest.rstrip()))) if cut else spans
    )


def _readers(
    text: str, sources: Mapping[str, Source], above: Mapping[str, str]
) -> Iterable[Mention]:
    """Mentions for those "you" whom nobody in the text speaks to: its readers, or anybody."""
    for name, source in sources.items():
        alone = source.pronoun in SECOND_PERSON and name not in above
        if alone and not in_quotation(text, source.head):
            yield Mention(source.head, Form.PRONOUN, None)


def _spans(mentions: Iterable[Mention], heads: Collection[Span]) -> set[Span]:
    """The mentions that heads of sources lie in."""
    taken = covered(heads)
    return {m.span for m in mentions if not taken.isdisjoint(range(m.span.start, m.span.end))}


_EMPTY = re.compile(
    r"(?:also\s)?(?:seem(?:s|ed)|appear(?:s|ed)|turn(?:s|ed) out)\b"
    r"|(?:is|was|['’]s|(?:has|had) been|(?:is|was|['’]s) being|(?:can|may|should|must) be)\s"
    r"(?:\w+ly\s|also\s|still\s|not\s|now\s|yet\s|once\s)*"
    r"(?:reported|said|claimed|believed|alleged|thought|understood|rumou?red|announced|revealed"
    r"|verified|confirmed|known|estimated|assumed|feared|hoped|noted|argued|suggested"
    r"|recommended|clear|unclear|true|possible|impossible|likely|unlikely|obvious|doubtful"
    r"|apparent|certain|fair)\b",
    re.IGNORECASE,
)
"""Cues of an "it" that is nobody: "it is said that", "it seems"."""


class _Settling:
    """Settles the sources of one document, those of outer attributions before those inside.

    Args:
        text: the document's.
        attributions: all of them.
        sources: their noun phrases, by id.
        above: for each that is said in another's words, that one's id.
        found: gathers who speaks.
    """

    def __init__(
        self,
        text: str,
        attributions: Iterable[Attribution],
        sources: Mapping[str, Source],
        above: Mapping[str, str],
        found: Cast,
    ) -> None:
        self.text = text
        self.attributions = {a.id: a for a in attributions}
        self.sources = sources
        self.above = above
        self.found = found
        self.clustered = found.clustered

    def all(self) -> None:
        for attribution in sorted(self.attributions.values(), key=self._order):
            self.found.settled[attribution.id] = self._one(attribution)

    def _order(self, attribution: Attribution) -> tuple[int, bool, int]:
        """Outer before inner, leading before leaning; a cycle of parents ends where it closes."""
        depth, seen, at = 0, {attribution.id}, attribution.id
        while (over := self.above.get(at)) is not None and over not in seen:
            at = over
            seen.add(over)
            depth += 1
        return depth, attribution.source_from is not None, attribution.cue[0].start

    def _one(self, attribution: Attribution) -> Settled:
        source = self.sources.get(attribution.id)
        if source is None:
            return self._leaning(attribution)
        if not source.members and source.head.read(self.text).lower() in NO_HEADS:
            return Settled(None, why="its words name nobody", source=None)
        if source.relative:
            return relative(self.text, source, self.clustered)
        if source.pronoun in FIRST_PERSON:
            return self._first_person(attribution, source)
        if source.pronoun in SECOND_PERSON:
            return self._second_person(attribution, source)
        if source.pronoun == "it" and _EMPTY.match(self._said(attribution, source)):
            return Settled(None, why='an "it" that is nobody')
        return self._third(attribution, source)

    def _said(self, attribution: Attribution, source: Source) -> str:
        """The words behind a source: its cue, with what little stands between."""
        start = source.span.end
        end = max((c.end for c in attribution.cue if c.start >= start), default=start)
        return self.text[start : min(end, start + 80) + 20].lstrip()

    def _leaning(self, attribution: Attribution) -> Settled:
        leader = self.found.settled.get(attribution.source_from or "")
        if leader is None:
            return Settled(None, why="the text names nobody")
        return replace(leader, why="it leans on another's source", source=None)

    def _first_person(self, attribution: Attribution, source: Source) -> Settled:
        outer = self.found.settled.get(self.above.get(attribution.id, ""))
        if outer is not None:
            return replace(outer, why="the first person, in another's words", source=source)
        if source.pronoun in ONE_PERSON and self.found.interviewed is not None:
            return Settled(self.found.interviewed, None, "the one who is interviewed", source)
        at = self.clustered.at(source.head)
        if at is None:
            why = "the first person, never named"
            return Settled(None, f"{source.pronoun!r}: nobody is named", why, source)
        return Settled(self.clustered.of[at], None, "the first person, never named", source)

    def _second_person(self, attribution: Attribution, source: Source) -> Settled:
        end = max(s.end for s in (*attribution.cue, *attribution.content))
        asked = "?" in self.text[end - 1 : end + 2]
        if self.found.interviewed is not None and not attribution.parent and asked:
            return Settled(self.found.interviewed, None, "the one who is asked", source)
        at = self.clustered.at(source.head)
        if at is not None:
            return Settled(self.clustered.of[at], None, "the reader, or anybody", source)
        return Settled(None, f"{source.pronoun!r}: whoever is spoken to", "a pronoun", source)

    def _third(self, attribution: Attribution, source: Source) -> Settled:
        clustered = self.clustered
        at = clustered.at(source.head)
        if at is None:
            why = "its words refer to nobody that is known"
            return Settled(None, why, "its head is no mention", source)
        if (told := self._whose_words(attribution, source)) is not None:
            return told
        if (rivals := clustered.open.get(at)) and len(rivals) > 1:
            names = " or ".join(_called(c, clustered, self.text) for c in rivals)
            return Settled(None, f"two candidates: {names}", clustered.why[at], source)
        cluster = clustered.of[at]
        if source.form is Form.PRONOUN and all(
            clustered.mentions[i].form is Form.PRONOUN for i in cluster.mentions
        ):
            return self._last_speaker(attribution, source)
        return Settled(cluster, None, clustered.why[at], source)

    def _whose_words(self, attribution: Attribution, source: Source) -> Settled | None:
        """The speaker of the words around, for a pronoun that the publisher put in them."""
        if source.form is not Form.PRONOUN:
            return None
        quoted = in_quotation(self.text, source.head)
        at, seen = self.above.get(attribution.id), {attribution.id}
        while at is not None and at not in seen:
            kind, told = self.attributions[at].kind, self.found.settled.get(at, Settled(None))
            if source.pronoun == "they" and self._named_inside(at, source):
                return None
            if kind is Kind.DIRECT or (kind is Kind.MIXED and quoted):
                return None
            if told.cluster is not None and agrees(str(source.pronoun), told.cluster):
                why = "a pronoun for the one whose words these are"
                return replace(told, why=why, source=source)
            seen.add(at)
            at = self.above.get(at)
        return None

    def _names_itself(self, attribution: Attribution, cluster: Cluster) -> bool:
        """Whether somebody's name stands in what is said: he does not say it of himself."""
        mentions = (self.clustered.mentions[i] for i in cluster.mentions)
        names = [m.span for m in mentions if m.form is Form.NAME]
        return any(name.within(part) for name in names for part in attribution.content)

    def _named_inside(self, outer: str, source: Source) -> bool:
        """Whether a pronoun takes up somebody named before it in the same words."""
        clustered, words = self.clustered, self.attributions[outer].content
        at = clustered.at(source.head)
        spans = [clustered.mentions[i].span for i in clustered.of[at].mentions] if at else []
        before = [s for s in spans if s.end <= source.head.start]
        return any(s.within(part) for s in before for part in words)

    def _last_speaker(self, attribution: Attribution, source: Source) -> Settled:
        """Who spoke last and not far before, for a pronoun that nothing else explains."""
        start, level = source.head.start, self.above.get(attribution.id)
        near = [
            a
            for a in self.attributions.values()
            if start - TURN < a.cue[0].start < start
            and self.above.get(a.id) == level
            and self.found.settled.get(a.id, Settled(None)).cluster is not None
        ]
        if near:
            last = self.found.settled[max(near, key=lambda a: a.cue[0].start).id]
            may = last.cluster is not None and _may_be(str(source.pronoun), last.cluster)
            if last.cluster and may and not self._names_itself(attribution, last.cluster):
                return replace(last, why="a pronoun for who spoke last", source=source)
        why = "nobody before it agrees with the pronoun"
        return Settled(None, f"{source.pronoun!r}: no antecedent", why, source)


def _may_be(pronoun: str, cluster: Cluster) -> bool:
    plural = pronoun in ("they", "them", "their")
    return agrees(pronoun, cluster) and bool(cluster.plural) == plural


def _called(cluster: Cluster, clustered: Clustered, text: str) -> str:
    spans = [clustered.mentions[i].span for i in cluster.mentions]
    return max((" ".join(s.read(text).split()) for s in spans), key=len)
