"""Clusters: which mentions of a document refer to one and the same.

The engine says of each mention which earlier ones it may refer to; names and number have a veto:
two full names are two people, whatever their office.
"""

from __future__ import annotations

from reportedly.resolve.speakers.agreement import agrees
from reportedly.resolve.speakers.cluster import Cluster, Clustered
from reportedly.resolve.speakers.met import CLOSE, Met
from reportedly.resolve.speakers.naming import of_name
from reportedly.resolve.speakers.nouns import of_noun
from reportedly.resolve.speakers.words import (
    FIRST_PERSON,
    ONE_PERSON,
    SECOND_PERSON,
)
from reportedly.schema import Form, Mention

FAINT = 0.1
"""Least probability for a pronoun: of those that agree with it, one is meant (GAP validation, F1:
.692 at 0.2, .700 at 0.1, .697 at 0.05)."""
SPOKE = 1.2
"""What it adds to a cluster's probability that it spoke last, for a pronoun that speaks."""


def clusters_of(met: Met) -> Clustered:
    """Cluster the mentions of a document, one by one."""
    for number, mention in enumerate(met.mentions):
        met.barred = met.ruled_out(mention)
        shares = met.shares(mention)
        if mention.span in met.groups:
            cluster, why = _group(met, met.groups[mention.span])
        elif met.is_name(mention):
            cluster, why = of_name(met, number, mention, shares)
        elif mention.form is not Form.PRONOUN:
            cluster, why = of_noun(met, mention, shares)
        else:
            cluster, why = _pronoun(met, number, mention, shares)
        joined = cluster or met.new()
        met.join(number, mention, joined)
        met.why.append(why)
        if mention.span in met.speaking:
            met.spoke.append((joined, mention.span.end))
    longest = max((len(m.span) for m in met.mentions), default=0)
    return Clustered(tuple(met.mentions), tuple(met.of), met.open, tuple(met.why), longest)


def _group(met: Met, members: str) -> tuple[Cluster | None, str]:
    """Several people named together: the same ones named together before."""
    for cluster in met.clusters:
        if any(noun == members for noun, _ in cluster.nouns):
            return cluster, "the same people together"
    return None, "people named together"


def _pronoun(
    met: Met, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
) -> tuple[Cluster | None, str]:
    word = mention.span.read(met.text).lower()
    if word in FIRST_PERSON:
        return _self(met, "I" if word in ONE_PERSON else "we"), "the first person"
    if word in SECOND_PERSON:
        return _self(met, "you"), "the second person"
    shares = [(p, c) for p, c in shares if not c.says_i]
    barred = sum(p for p, c in shares if not agrees(word, c))
    left = max(1 - barred, 0.001)
    found = {c.number: p / left for p, c in shares if agrees(word, c)}
    last = met.subject(mention, word)
    last = last or (met.spoke_as(mention, word) if met.speaks(mention) else None)
    if last is not None and agrees(word, last):
        found[last.number] = found.get(last.number, 0.0) + SPOKE
    allowed = sorted(((p, met.clusters[n]) for n, p in found.items()), key=lambda x: -x[0])
    best = _choose(met, number, allowed)
    if best is None:
        return None, "a pronoun without a likely antecedent"
    return best, f"the likeliest antecedent of the pronoun ({min(allowed[0][0], 1):.2f})"


def _self(met: Met, word: str) -> Cluster:
    """The cluster of all "I", "we" or "you"; who that is, their words' speaker tells."""
    if word not in met.selves:
        met.selves[word] = met.new()
        met.selves[word].plural = word != "I"
        met.selves[word].says_i = True
    return met.selves[word]


def _choose(met: Met, number: int, shares: list[tuple[float, Cluster]]) -> Cluster | None:
    """The likeliest; the mention stays open beside it if the next is nearly as likely.

    Pronouns alone are no candidate beside one with a name or noun.
    """
    if not shares or shares[0][0] < FAINT:
        return None
    near = [c for p, c in shares if p >= CLOSE * shares[0][0]]
    told = [c for c in near if c.names or c.nouns] or near
    if len(told) > 1:
        met.open[number] = (told[0], told[1])
    return told[0]
