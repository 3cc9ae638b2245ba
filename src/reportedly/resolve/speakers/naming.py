"""Names: who of those met so far a name is of."""

from __future__ import annotations

from reportedly.resolve.speakers.agreement import alike, fits
from reportedly.resolve.speakers.cluster import Cluster
from reportedly.resolve.speakers.kept_back import kept_back
from reportedly.resolve.speakers.met import CLOSE, TURN, Met
from reportedly.resolve.speakers.nouns import LINKED
from reportedly.resolve.speakers.source import CALLED
from reportedly.resolve.speakers.words import (
    BODIES,
    DOCUMENTS,
    FULL,
    INFORMANTS,
    SECRET,
    words_of,
)
from reportedly.schema import Form, Mention, Refers


def of_name(
    met: Met, number: int, mention: Mention, shares: list[tuple[float, Cluster]]
) -> tuple[Cluster | None, str]:
    """Whose name it is; None for somebody new. And why."""
    name = met.bare[mention.span]
    person = mention.refers in (Refers.PERSON, None)
    woman = met.gender(mention, name) if person else None
    known = met.canonical(" ".join(mention.span.read(met.text).split()))
    for cluster in met.clusters if known else ():
        if known in cluster.known:
            return cluster, f"another name of the same: {known}"
    fitting = [
        c
        for c in met.sharing(name)
        if (fits(name, c.names, person) if _one_kind(mention, c) else name in c.names)
        and alike(mention, c, woman)
    ]
    same = [c for c in fitting if name in c.names]
    if len(same) == 1 or (len(name) > 1 and same):
        return same[-1], "the same name"
    if len(fitting) == 1:
        return fitting[0], "part of the same name"
    if fitting:
        return _one_of(met, number, fitting, shares)
    if (body := _body_of_the_name(met, mention, name, woman)) is not None:
        return body, "the name of a body"
    if (apposed := _apposed(met, number, mention) or _called(met, number, mention)) is not None:
        return apposed, "a name in apposition to its noun"
    for share, cluster in shares:
        described = not cluster.names and not cluster.plural
        may = described and alike(mention, cluster, woman) and _bears(met, mention, cluster)
        near = mention.span.start - met.mentions[max(cluster.mentions)].span.end < TURN
        if share >= LINKED and may and near:
            return cluster, f"a name for who was only described before ({share:.2f})"
    return None, "a name not met before"


def _body_of_the_name(
    met: Met, mention: Mention, name: tuple[str, ...], woman: bool | None
) -> Cluster | None:
    """The body of the very same single name, where the model takes it for a person's this once."""
    if mention.refers is not Refers.PERSON or len(name) != 1 or woman is not None:
        return None
    same = [c for c in met.sharing(name) if c.refers is Refers.BODY and name in c.names]
    if len(same) != 1:
        return None
    same[0].body = True
    return same[0]


def _apposed(met: Met, number: int, mention: Mention) -> Cluster | None:
    """The body whose noun stands right before: "the airline, Velmar Air,"."""
    if not number or mention.refers is Refers.PERSON:
        return None
    before, cluster = met.mentions[number - 1], met.of[number - 1]
    between = met.text[before.span.end : mention.span.start]
    noun = before.form is Form.NOUN and met.head(before) in BODIES
    return cluster if noun and between == ", " and not cluster.names else None


def _called(met: Met, number: int, mention: Mention) -> Cluster | None:
    """Who is told of by a noun and then by name: "a spokesman, who goes by the name Abu Orro,"."""
    at = number - 1
    while at >= 0 and met.mentions[at].form is Form.PRONOUN:
        at -= 1
    if at < 0 or met.mentions[at].form is not Form.NOUN or met.of[at].names:
        return None
    between = met.mentions[at].span.end, mention.span.start
    return met.of[at] if CALLED.fullmatch(met.text, *between) else None


def _bears(met: Met, mention: Mention, cluster: Cluster) -> bool:
    """Whether a name may be that of somebody who was described.

    Not if the text keeps that name back. An informant is rarely named at all: not by a name beside
    which stands who else that is.
    """
    if any(kept_back(met.text, met.mentions[n].span) for n in cluster.mentions):
        return False
    said = {FULL.get(word, word) for word in words_of(met.roles.get(mention.span, ""))}
    nouns = {noun for noun, _ in cluster.nouns}
    if mention.refers is Refers.PERSON and nouns and nouns <= BODIES | DOCUMENTS:
        return False
    return not said or not nouns & (INFORMANTS | SECRET) or bool(nouns & said)


def _one_of(
    met: Met, number: int, fitting: list[Cluster], shares: list[tuple[float, Cluster]]
) -> tuple[Cluster, str]:
    """Of several whose name it may be: by the model if clear, else by how often they come."""
    probable = [(p, c) for p, c in shares if any(c is f for f in fitting)]
    if probable and (len(probable) == 1 or probable[1][0] < CLOSE * probable[0][0]):
        return probable[0][1], "part of several names; the likeliest by the model"
    by_count = sorted(fitting, key=lambda c: -len(c.mentions))
    if len(by_count[1].mentions) <= len(by_count[0].mentions) / 2:
        return by_count[0], "part of several names; the one most spoken of"
    met.open[number] = tuple(by_count[:2])
    return by_count[0], "part of several names"


def _one_kind(mention: Mention, cluster: Cluster) -> bool:
    """Whether a name may be part of another by what both refer to; for people one may say it."""
    kinds = {mention.refers, cluster.refers}
    return len(kinds) == 1 or kinds == {Refers.PERSON, None}
