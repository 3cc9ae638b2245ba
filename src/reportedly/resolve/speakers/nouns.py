"""Nouns: who of those met so far a noun is for."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.resolve.media import looks_like_medium
from reportedly.resolve.speakers.agreement import alike, is_thing
from reportedly.resolve.speakers.cluster import Cluster
from reportedly.resolve.speakers.kept_back import kept_back
from reportedly.resolve.speakers.met import TURN, Met, woman_by_noun
from reportedly.resolve.speakers.phrase import NounPhrase, noun_phrase
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FIRMS,
    GENERIC,
    INFORMANTS,
    KIN,
    ONE_DOCUMENT,
    PLURAL,
    SECRET,
    TITLES,
    is_body,
    is_plural,
    names_person,
)
from reportedly.schema import Form, Mention, Refers

LINKED = 0.4
"""Least probability, summed over a cluster's mentions, for a noun or pronoun to join it."""
DESCRIBED = 0.3
"""The same for a definite noun that speaks."""


def of_noun(
    met: Met, mention: Mention, shares: list[tuple[float, Cluster]]
) -> tuple[Cluster | None, str]:
    """Whose noun it is, by the engine's shares and by words; None for somebody new. And why."""
    noun = met.head(mention)
    phrase = noun_phrase(met.text, mention.span)
    if is_body(noun) and (named := _apposed_to(met, mention)):
        return named, "it stands beside the name"
    if noun in DOCUMENTS or noun in BODIES:
        return _thing(met, mention, noun, phrase)
    plural = is_plural(noun)
    if (spoke := _heard_again(met, mention, noun, phrase)) is not None:
        return spoke, "the same noun spoke before, or with the same words"
    if kept_back(met.text, mention.span):
        shares = [(p, c) for p, c in shares if not c.names]
        phrase = replace(phrase, definite=False)
    found = {c.number: p for p, c in shares}
    last = met.spoke_last()
    person = _for_person(mention, noun)
    woman = woman_by_noun(noun)
    if met.speaks(mention) and last is not None and phrase.definite and person:
        found[last.number] = found.get(last.number, 0.0) + DESCRIBED
    ordered = sorted(found.items(), key=lambda item: -item[1])
    for number, share in ordered if phrase.definite or phrase.apposed else ():
        cluster = met.clusters[number]
        may = alike(mention, cluster, woman) and cluster.plural in (None, plural)
        may = may and (person or not cluster.names or cluster.refers is not Refers.PERSON)
        may = may and not (person and is_thing(cluster))
        if share >= LINKED and may and not _another_office(met, noun, cluster):
            return cluster, f"a noun for it ({min(share, 1):.2f})"
    if phrase.definite and not phrase.owned and noun:
        return _described(met, mention, noun, phrase)
    return None, "a noun for somebody new"


_APPOSITION = re.compile(
    r",\s(?:an?|the|one\sof\sthe)\s(?:(?!(?:of|for|in|to|by|with)\s)[\w’'&-]+\s){0,4}"
)


def _apposed_to(met: Met, mention: Mention) -> Cluster | None:
    """The body whose name a noun for bodies stands behind: "Velora, the struggling chipmaker"."""
    number = len(met.of) - 1
    while number >= 0 and met.mentions[number].form is not Form.NAME:
        number -= 1
    if number < 0:
        return None
    cluster, name = met.of[number], met.mentions[number].span
    if not _APPOSITION.fullmatch(met.text, name.end, mention.span.start):
        return None
    if cluster.refers is Refers.PERSON:
        if cluster.woman is not None or any(len(words) > 1 for words in cluster.names):
            return None  # a person's name, whatever stands behind it
        cluster.body, cluster.refers, cluster.plural = True, Refers.BODY, False
    return cluster


def _heard_again(met: Met, mention: Mention, noun: str, phrase: NounPhrase) -> Cluster | None:
    """Somebody without a name who spoke under the same noun: "a narrator … the narrator".

    Or of whom the same was said: "a former foreman at the works … the former foreman".
    """
    if not phrase.definite or phrase.owned or phrase.names or is_plural(noun):
        return None
    again = _again(met, mention, noun, phrase)
    if again is None or again.names or mention.span not in met.speaking:
        return None
    known = any(
        span in met.speaking or (phrase.words and noun_phrase(met.text, span).words == phrase.words)
        for span in (met.mentions[n].span for n in again.mentions)
    )
    return again if known and again.number not in met.barred else None


def _for_person(mention: Mention, noun: str) -> bool:
    """Whether a noun is for people, by the model or by itself."""
    if mention.refers is Refers.PERSON or noun in INFORMANTS | KIN | GENERIC | PLURAL:
        return True
    return noun.endswith("-year-old") or names_person(noun)


def _another_office(met: Met, noun: str, cluster: Cluster) -> bool:
    """Whether a noun is an office, and the text does not give it to this person."""
    return noun in TITLES and bool(cluster.names) and noun not in met.roles_of(cluster)


def _thing(met: Met, mention: Mention, noun: str, phrase: NounPhrase) -> tuple[Cluster | None, str]:
    """A body or document by its noun: with the same noun before, or the body spoken of."""
    free = (phrase.definite or phrase.names) and not phrase.owned
    if free and (again := _same_noun(met, noun, phrase)):
        return again, "the same noun before"
    if not phrase.names and (headed := _in_headline(met, noun)):
        return headed, "what the headline names"
    if phrase.definite and (called := _other_noun(met, mention, noun, phrase)):
        return called, "another noun for the document spoken of"
    alone = phrase.definite and not (phrase.names or phrase.owned or phrase.possessed)
    if alone and noun in FIRMS:
        return _body(met, mention)
    return None, "a noun for something new"


def _same_noun(met: Met, noun: str, phrase: NounPhrase) -> Cluster | None:
    """Who went by a noun last, with none but the same names before it."""
    for cluster in reversed(met.clusters):
        for known, names in cluster.nouns:
            if known == noun and (not phrase.names or set(names) & set(phrase.names)):
                return cluster
    return None


def _in_headline(met: Met, noun: str) -> Cluster | None:
    """The document that the headline speaks of and nothing since: "study finds … a new study"."""
    for cluster in met.clusters if noun in DOCUMENTS else ():
        last = met.mentions[cluster.mentions[-1]].span.end if cluster.mentions else met.headline
        alone = [known for known, names in cluster.nouns if not names] == [noun]
        if last < met.headline and alone and not cluster.names:
            return cluster
    return None


_DISTANT = 2_500
"""Characters within which a document is taken up by another noun."""
_ANOTHER = frozenset(
    "other another separate second third earlier previous latest new recent first same".split()
)


def _other_noun(met: Met, mention: Mention, noun: str, phrase: NounPhrase) -> Cluster | None:
    """The document that was last spoken of, called by another noun: "the study … the paper"."""
    if phrase.names or phrase.owned or phrase.possessed or not _ANOTHER.isdisjoint(phrase.words):
        return None
    same = _PAPERS if noun == "document" else _called_alike(noun)
    if not same:
        return None
    for n in range(len(met.of) - 1, -1, -1):
        if mention.span.start - met.mentions[n].span.end > _DISTANT:
            return None
        called = {known for known, _ in met.of[n].nouns}
        if called <= _PAPERS and not called.isdisjoint(same) and not met.of[n].names:
            return met.of[n]
    return None


_PAPERS = DOCUMENTS | {"paper"}
"""Nouns for documents; "paper" is a newspaper's as well."""


def _called_alike(noun: str) -> frozenset[str]:
    """The nouns by which a text may call the same document; none for what is no document."""
    return frozenset[str]().union(*(kind for kind in ONE_DOCUMENT if noun in kind))


def _again(met: Met, mention: Mention, noun: str, phrase: NounPhrase) -> Cluster | None:
    """Who went by the same noun before: "sources … the sources"."""
    again = _same_noun(met, noun, phrase)
    if again is None or not alike(mention, again) or _another_office(met, noun, again):
        return None
    return again


def _described(
    met: Met, mention: Mention, noun: str, phrase: NounPhrase
) -> tuple[Cluster | None, str]:
    """Who is meant by "the president", "the official": by noun, by role, or by turn."""
    again = _again(met, mention, noun, phrase)
    if again is not None and (again.names or noun in INFORMANTS or again.plural):
        return again, "the same noun before"
    for cluster in reversed(met.clusters):
        bears = noun in met.roles_of(cluster) and cluster.number not in met.barred
        if bears and not is_plural(noun):
            return cluster, f"the one whom the text calls {noun!r}"
    speaks = met.speaks(mention) or mention.span in met.subjects
    takes_up = speaks and _takes_up(mention, noun)
    last = (met.spoke_last() or met.subject(mention, "he or she")) if takes_up else None
    same = last is not None and alike(mention, last, woman_by_noun(noun))
    if last is not None and same and _named_one(met, last, phrase):
        return last, "a noun for who spoke last"
    if again is not None:
        return again, "the same noun before"
    return None, "a noun for somebody new"


def _takes_up(mention: Mention, noun: str) -> bool:
    """Whether a noun may take up somebody named: no office of another's, nobody kept secret."""
    if noun in TITLES | SECRET | KIN or is_plural(noun):
        return False
    person = mention.refers is Refers.PERSON or noun in INFORMANTS or noun.endswith("-year-old")
    return person or names_person(noun)


def _body(met: Met, mention: Mention) -> tuple[Cluster | None, str]:
    """The body most spoken of just before, for "the company"; a medium for "the newspaper"."""
    near = [
        met.of[n]
        for n, m in enumerate(met.mentions[: len(met.of)])
        if m.form is Form.NAME
        and met.of[n].refers is Refers.BODY
        and mention.span.start - m.span.end < TURN
    ]
    noun = met.head(mention)
    press = [any(looks_like_medium(" ".join(n).title()) for n in c.names) for c in near]
    if noun == "paper":  # or it may be a document
        near = [c for c, medium in zip(near, press, strict=True) if medium]
    elif noun not in _PRESS:
        near = [c for c, medium in zip(near, press, strict=True) if not medium] or near
    if not near:
        return None, "a noun for a body not named before"
    return max(reversed(near), key=near.count), "the body most spoken of just before"


_PRESS = frozenset(
    """newspaper magazine station broadcaster network channel agency outlet site website
    publication""".split()
)
"""Nouns that media go by."""


def _named_one(met: Met, cluster: Cluster, phrase: NounPhrase) -> bool:
    """Whether a cluster is one with a name, and the phrase is for nobody else's somebody.

    "The Orro ally" is of Orro, "the Velmaran pilot" of nobody.
    """
    words = {word for name in cluster.names for word in name}
    if not words or cluster.plural or not words.isdisjoint(phrase.names):
        return False
    if phrase.possessed:
        return True
    known = {w for other in met.clusters for name in other.names for w in name}
    return not (known & set(phrase.names)) - met.roles_of(cluster)
