"""Names that follow: who is only described at first, named where the words are taken up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.kept_back import kept_back
from reportedly.resolve.speakers.phrase import noun_phrase
from reportedly.resolve.speakers.roles import said_roles
from reportedly.resolve.speakers.settled import Settled
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FEMALE,
    FULL,
    INFORMANTS,
    MALE,
    SECRET,
    TITLES,
    is_plural,
    is_title,
    names_person,
    words_of,
)
from reportedly.schema import Attribution, BlockKind, Form, Mention, Refers


def name_later(
    text: str,
    attributions: Iterable[Attribution],
    clustered: Clustered,
    settled_of: dict[str, Settled],
) -> None:
    """Give who is only described at first ("a general charged") the name that soon follows.

    "The comments by General Orro …" in the next sentences take up what was said; so does a name
    with the same title. Nothing is named by nearness alone.
    """
    passed = False
    for attribution in sorted(attributions, key=lambda a: a.cue[0].start):
        settled = settled_of[attribution.id]
        source, cluster = settled.source, settled.cluster
        if source is None or cluster is None or cluster.names or cluster.plural:
            continue
        noun = words_of(source.head.read(text))[-1:]
        described = source.form is Form.NOUN and not noun_phrase(text, source.head).definite
        if not described or not noun or is_plural(noun[0]) or noun[0] in DOCUMENTS | BODIES:
            continue
        if kept_back(text, source.head):
            continue
        named = _taken_up(text, attribution, noun[0], clustered)
        if named is None and attribution.block is BlockKind.BODY and not passed:
            named = _introduced(text, attribution, noun[0], clustered)
        passed = True
        if named is not None:
            for other, state in settled_of.items():
                if state.cluster is cluster:
                    why = "described here, named in what takes the words up"
                    settled_of[other] = replace(state, cluster=named, why=why)


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
        titles = {FULL.get(w, w) for w in words_of(said_roles(text, mention.span))}
        bears = noun in titles and (noun in TITLES or noun not in INFORMANTS)
        if _TAKEN_UP.search(before) or bears:
            return clustered.of[number]
    return None


_LEAD = 450
"""Characters of a text in which its first sentence ends."""
_UNNAMED = SECRET | frozenset(
    """official aide adviser advisor diplomat spokesman spokeswoman spokesperson person witness
    analyst reporter expert member employee executive lawyer attorney judge""".split()
)
"""Nouns for those whom news leaves without a name, though the next sentence names somebody."""
_TOLD = re.compile(r",\s(?:(?:aged\s)?\d{1,3}\b|an?\s|the\s|who\s|from\s|of\s)|\sof\s[A-Z]")
"""Behind a name: that tells who that is, as news does where somebody is introduced."""


def _introduced(
    text: str, attribution: Attribution, noun: str, clustered: Clustered
) -> Cluster | None:
    """Who the lead is about ("A diver says …"), named as the next sentence begins.

    The convention of news that names follow the lead; the name must be new, full, of the same
    gender, and introduced by what stands behind it.
    """
    start = max(s.end for s in (*attribution.source, *attribution.cue, *attribution.content))
    if noun in _UNNAMED | TITLES or not names_person(noun) or start > _LEAD:
        return None
    for number, mention in enumerate(clustered.mentions):
        if mention.span.start < start or mention.form is Form.PRONOUN:
            continue
        cluster = clustered.of[number]
        if mention.form is not Form.NAME or not _opens(text, start, mention):
            return None
        full = any(len(name) > 1 for name in cluster.names)
        new = cluster.mentions[0] == number and mention.refers is Refers.PERSON
        told = _TOLD.match(text, mention.span.end) is not None
        return cluster if full and new and told and _same_gender(noun, cluster) else None
    return None


def _opens(text: str, start: int, mention: Mention) -> bool:
    """Whether a mention opens the sentence right behind a place, with nothing but titles before."""
    between = text[start : mention.span.start]
    behind = re.fullmatch(r"[^.!?\n]{0,80}[.!?][”\"’']?\s+((?:[A-Z][\w.]*\s){0,4})", between)
    return behind is not None and (not behind[1] or is_title(behind[1]))


def _same_gender(noun: str, cluster: Cluster) -> bool:
    if noun in MALE | FEMALE:
        return cluster.woman is None or cluster.woman == (noun in FEMALE)
    return True
