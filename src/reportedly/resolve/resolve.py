"""Resolving: each attribution's speaker, chain, day and place, from mentions and the words around.

The order is the flow of what each step needs: carriers first, for a carrier is no speaker; then
who the sources are; then day and place, which run on along one speaker's utterance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.resolve.carriers import Chains, FoundCarrier, carriers
from reportedly.resolve.circumstances import Circumstances, circumstances
from reportedly.resolve.joint import Joint
from reportedly.resolve.known import Known
from reportedly.resolve.media import looks_like_medium
from reportedly.resolve.people import People
from reportedly.resolve.settle import settle
from reportedly.resolve.speakers import Cast, cast, with_mentions
from reportedly.schema import Attribution, Carrier, Extraction, Form, Mention, Reason, Refers


def resolve(extraction: Extraction, known: Known | None = None) -> Extraction:
    """Say of each attribution who speaks, through whom it came, when and where it was said.

    Args:
        extraction: a document with its attributions and mentions.
        known: names that the text does not introduce; the shipped ones if left out.

    Returns:
        The extraction with speakers, carriers, addressees, venues and days set, with its
        entities, and without those attributions that are only a carrier's own act.
    """
    known = known or Known.load()
    standing, chains = settle(extraction, carriers(extraction, known))
    found = cast(
        replace(standing, mentions=_with_carriers(standing.mentions, chains)), known.canonical
    )
    people = People(extraction.document.text, found, known)
    said = tuple(map(people.spoken, standing.attributions))
    spoken = replace(standing, attributions=said, entities=people.listed())
    around = circumstances(spoken, lambda words: _medium(words, known))
    together = Joint(extraction.document.text, chains.settings, spoken.entities)
    found_of = {a.id: _found(a, chains, around, together) for a in spoken.attributions}
    chain_of = {
        name: tuple(people.carrier(c.span, c.descriptor) for c in chain)
        for name, chain in found_of.items()
    }
    whole = tuple(_placed(a, around[a.id], chain_of[a.id]) for a in spoken.attributions)
    reasons = _reasons(whole, found, found_of, around, chains.document)
    return replace(
        spoken,
        attributions=whole,
        entities=people.listed(),
        named=people.named(),
        mentions=found.clustered.mentions,
        reasons=(*extraction.reasons, *reasons),
    )


def _medium(words: str, known: Known) -> bool:
    return known.medium(words) is not None or looks_like_medium(words)


def _with_carriers(mentions: Iterable[Mention], chains: Chains) -> tuple[Mention, ...]:
    """The mentions, and the words for carriers that the engine took for none."""
    joint = tuple(setting.carrier for setting in chains.settings)
    spans = {c.span for found in (chains.document, joint, *chains.own.values()) for c in found}
    spans |= set(chains.media)
    return with_mentions(mentions, (Mention(span, Form.NAME, Refers.BODY) for span in spans))


def _found(
    a: Attribution, chains: Chains, around: Mapping[str, Circumstances], together: Joint
) -> tuple[FoundCarrier, ...]:
    """The document's carriers, then the attribution's own, or those of the occasion it is of."""
    own, at = chains.own.get(a.id, ()), around[a.id].occasion
    while not own and at is not None:
        own, at = chains.own.get(at, ()), around[at].occasion
    return (*chains.document, *(own or together.carried(a, around[a.id])))


def _placed(a: Attribution, where: Circumstances, chain: tuple[Carrier, ...]) -> Attribution:
    return replace(
        a, carriers=chain, addressee=where.addressee, venue=where.venue, said_on=where.said_on
    )


def _reasons(
    attributions: Iterable[Attribution],
    found: Cast,
    carried: Mapping[str, Sequence[FoundCarrier]],
    around: Mapping[str, Circumstances],
    shared: Sequence[FoundCarrier],
) -> Iterator[Reason]:
    for a in attributions:
        settled = found.settled[a.id]
        heads = (settled.source.head,) if settled.source else ()
        yield Reason(a.id, "speaker", settled.why, heads)
        handed = carried.get(around[a.id].occasion or "", ())
        for carrier in carried[a.id]:
            if carrier in handed and carrier not in shared:
                continue  # the reason for its occasion says it
            yield Reason(a.id, "carriers", carrier.why, (carrier.span,))
        for field, why in around[a.id].why.items():
            yield Reason(a.id, field, why)
