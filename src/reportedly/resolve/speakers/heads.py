"""Heads: the words of sources that the engine took for no mention, put among its mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.resolve.speakers.antecedent import hung_on
from reportedly.resolve.speakers.first_names import woman_by_name
from reportedly.resolve.speakers.source import Source
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    GENERIC,
    INFORMANTS,
    SECOND_PERSON,
    bare_name,
    small_words,
)
from reportedly.schema import Antecedent, Form, Mention, Refers, Span

_NOUNS = BODIES | DOCUMENTS | GENERIC | INFORMANTS | {"none", "neither", "either", "another"}
_OPENS = re.compile(r"(?:^|[.!?:“\"‘\n])\s*$")


def as_nouns(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with a noun that only opens a sentence told from a name.

    "Sources said": a capital letter there tells nothing, if the text has the word in small
    letters elsewhere, or it is a common noun for people and bodies.
    """
    small = small_words(text)
    return tuple(
        replace(m, form=Form.NOUN) if m.form is Form.NAME and _common(text, m, small) else m
        for m in mentions
    )


_CALLINGS = frozenset(
    """detectives prosecutors investigators rescuers scientists doctors medics nurses teachers
    lawyers attorneys researchers astronomers engineers villagers neighbours neighbors supporters
    opponents survivors passengers protesters demonstrators organisers organizers campaigners
    regulators auditors inspectors negotiators mediators envoys ministers mayors governors senators
    lawmakers editors drivers farmers fishermen pilots parents pupils traders investors
    shareholders""".split()
)
_OF_CALLINGS = ("ists", "icians", "fighters", "checkers", "workers", "keepers", "holders", "goers")
"""Endings of the same; "-ers" alone ends surnames as well."""


def _common(text: str, mention: Mention, small: frozenset[str]) -> bool:
    word = mention.span.read(text)
    if not word.replace("-", "").isalpha() or not word[1:].islower():
        return False
    low, start = word.lower(), mention.span.start
    several = low in _CALLINGS or low.endswith(_OF_CALLINGS)
    if low in _PARTISANS and _ARTICLE.search(text, max(0, start - 4), start):
        return True
    return (low in _NOUNS or low in small or several) and bool(
        _OPENS.search(text, max(0, start - 3), start)
    )


_PARTISANS = frozenset("democrat republican conservative liberal socialist tory".split())
"""Nouns with a capital: "the Democrat" is somebody spoken of before."""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s$")


def with_heads(
    text: str,
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    more: Iterable[Mention] = (),
) -> tuple[Mention, ...]:
    """The engine's mentions, and those heads of sources that it took for none, and some more."""
    return with_mentions(mentions, [*_heads(text, mentions, sources), *more])


def _heads(text: str, mentions: Sequence[Mention], sources: Iterable[Source]) -> Iterator[Mention]:
    for source in sources:
        if source.relative:
            noun = hung_on(text, source, mentions)
            if noun is not None:
                yield Mention(noun, Form.NOUN, None)
        elif source.pronoun not in SECOND_PERSON and not _in_name(source.head, mentions):
            yield Mention(source.head, source.form, _by_first_name(text, source))


def _by_first_name(text: str, source: Source) -> Refers | None:
    person = woman_by_name(bare_name(source.head.read(text))) is not None
    return Refers.PERSON if person and source.form is Form.NAME else None


def _in_name(head: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a name that is a mention goes on beyond a head: the source was cut short."""
    at = bisect_right(mentions, head.start, key=lambda m: m.span.start) - 1
    return at >= 0 and mentions[at].form is Form.NAME and head.within(mentions[at].span)


def with_mentions(mentions: Iterable[Mention], more: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in text order with more among them, but for those that overlap one.

    A name takes the span of a new one that it overlaps: whoever adds it knows where it ends. Names
    that are parts of a new one become one.
    Antecedents follow their mentions to the new numbers.
    """
    old = list(mentions)
    there = {m.span: number for number, m in enumerate(old)}
    taken = covered(m.span for m in old)
    new: list[Mention] = []
    joined: dict[int, int] = {}
    for mention in more:
        if (number := there.get(mention.span)) is not None:
            old[number] = _told(old[number], mention)
            continue
        if taken.isdisjoint(range(mention.span.start, mention.span.end)):
            new.append(mention)
            taken |= covered((mention.span,))
            continue
        known = [i for i, m in enumerate(old) if i not in joined and m.span.overlaps(mention.span)]
        names = mention.form is Form.NAME and all(old[i].form is Form.NAME for i in known)
        whole_ones = all(old[i].span.within(mention.span) for i in known)
        if known and names and (len(known) == 1 or whole_ones):
            old[known[0]] = _told(replace(old[known[0]], span=mention.span), mention)
            joined.update(dict.fromkeys(known[1:], known[0]))
    if not new and not joined and all(a.span < b.span for a, b in pairwise(old)):
        return tuple(old)
    whole = [*((i, m) for i, m in enumerate(old) if i not in joined), *((-1, m) for m in new)]
    whole.sort(key=lambda item: (item[1].span.start, item[1].span.end))
    places = {number: place for place, (number, _) in enumerate(whole) if number >= 0}
    places |= {number: places[first] for number, first in joined.items()}
    kept = next((place for place, (number, _) in enumerate(whole) if number != place), len(whole))
    return (*(m for _, m in whole[:kept]), *(_renumbered(m, places) for _, m in whole[kept:]))


def _told(old: Mention, new: Mention) -> Mention:
    """A name with what a new mention of the same words says that it refers to."""
    both = old.form is new.form is Form.NAME and new.refers is not None
    return replace(old, refers=new.refers) if both else old


def covered(spans: Iterable[Span]) -> set[int]:
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
