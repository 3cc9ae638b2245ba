"""Names that follow: who is only described at first, named where the words are taken up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.phrase import noun_phrase
from reportedly.resolve.speakers.roles import said_roles
from reportedly.resolve.speakers.settled import Settled
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FULL,
    INFORMANTS,
    TITLES,
    is_plural,
    is_title,
    words_of,
)
from reportedly.schema import Attribution, Form, Refers


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
    for attribution in attributions:
        settled = settled_of[attribution.id]
        source, cluster = settled.source, settled.cluster
        if source is None or cluster is None or cluster.names or cluster.plural:
            continue
        noun = words_of(source.head.read(text))[-1:]
        described = source.form is Form.NOUN and not noun_phrase(text, source.head).definite
        if not described or not noun or is_plural(noun[0]) or noun[0] in DOCUMENTS | BODIES:
            continue
        named = _taken_up(text, attribution, noun[0], clustered)
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
